package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.jobs.prove.data.DataOpening;
import org.zhiheng.jobs.prove.data.DataSheet;
import org.zhiheng.jobs.prove.data.LicenceLink;
import org.zhiheng.jobs.prove.data.Region;
import org.zhiheng.jobs.prove.data.Regions;
import org.zhiheng.jobs.prove.data.SetFingerprint;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.verifier.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng data-ip regions|show|open|check|note|license`
final class DataVerbs {

  /// More than ten thousand rows with their paths need less.
  private static final long OPENING_LENGTH_BYTES_MAX = 32_000_000;

  private DataVerbs() {}

  static DataDesk desk(Session session, Workspace workspace, ProveDesk prove) {
    return new DataDesk(workspace.records(), prove, workspace.trail(), session.around().clock());
  }

  private static String checked(Citation citation) {
    return citation.confidence().name().toLowerCase(Locale.ROOT);
  }

  /// Lists regions.
  @Command(
      name = "regions",
      description = {
        "Lists where data are registered in China, which fields are asked for, how long filings are",
        "laid open and certificates last, and how far each was checked; unknown where not found."
      })
  static final class ListRegions implements Verb {

    private final Session session;

    ListRegions(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("region"),
                  Column.text("name"),
                  Column.text("pilotSince"),
                  Column.text("publicity"),
                  Column.text("validity"),
                  Column.text("starts"),
                  Column.text("checked"),
                  Column.text("fields"))) {
        for (Region region : Regions.load().all()) {
          listing.row(
              region.code(),
              region.name().zh(),
              region.pilotSince(),
              region.publicity().code(),
              region.validity().code(),
              region.validity().starts(),
              checked(region.validity().source()),
              String.join(
                  " ",
                  region.fields().stream()
                      .map(field -> field.name() + ":" + field.need().code())
                      .toList()));
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Shows a deposit.
  @Command(
      name = "show",
      description = {
        "Shows a deposit of data: fingerprint, statements, terms with their sources, licences and",
        "where their chain has a gap."
      })
  static final class Show implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    Show(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        DataSheet sheet =
            desk(session, workspace, workspace.proving().open()).sheet(workspace.owner(), one.id());
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", one.id().toString())
                    .text("holder", sheet.item().holder())
                    .text("region", sheet.item().region())
                    .text("root", sheet.fingerprint().map(one -> one.root().hex()).orElse(""))
                    .number("pieces", sheet.fingerprint().map(one -> one.units().size()))
                    .text("publicity", sheet.region().map(one -> one.publicity().code()).orElse(""))
                    .text("validity", sheet.region().map(one -> one.validity().code()).orElse(""))
                    .text(
                        "expires",
                        sheet
                            .term()
                            .flatMap(one -> one.expires())
                            .map(LocalDate::toString)
                            .orElse("unknown"))
                    .text(
                        "expiryChecked",
                        sheet
                            .term()
                            .map(one -> one.confidence().name().toLowerCase(Locale.ROOT))
                            .orElse("unknown"))
                    .text("because", sheet.term().map(one -> one.said().en()).orElse(""))
                    .text(
                        "source",
                        sheet
                            .term()
                            .map(one ->
                                (one.source().instrument() + " " + one.source().article()).strip())
                            .orElse(""))
                    .text(
                        "notStated",
                        sheet
                            .region()
                            .map(region -> String.join(" ", sheet.item().missing(region)))
                            .orElse(""))
                    .table(
                        "files", List.of(Column.text("cut"), Column.number("pieces")), files(sheet))
                    .table(
                        "licences",
                        List.of(
                            Column.text("id"),
                            Column.text("licensor"),
                            Column.text("licensee"),
                            Column.text("grants"),
                            Column.text("from"),
                            Column.text("to"),
                            Column.text("exclusive"),
                            Column.text("sublicensable")),
                        sheet.chain().links().stream()
                            .map(link ->
                                List.of(
                                    link.id().toString(),
                                    link.link().licensor(),
                                    link.link().licensee(),
                                    link.link().grants(),
                                    link.link().from().toString(),
                                    link.link().to().map(LocalDate::toString).orElse(""),
                                    link.link().exclusive() ? "yes" : "no",
                                    link.link().sublicensable() ? "yes" : "no"))
                            .toList())
                    .table(
                        "flags",
                        List.of(Column.text("id"), Column.text("flag"), Column.text("words")),
                        sheet.chain().flags().stream()
                            .map(flag ->
                                List.of(flag.link().toString(), flag.code(), flag.said().en()))
                            .toList()));
        return ExitCode.DONE;
      }
    }

    private static List<List<String>> files(DataSheet sheet) {
      return sheet.fingerprint().stream()
          .flatMap(one -> one.units().files().stream())
          .map(count -> List.of(count.kind().code(), Long.toString(count.count())))
          .toList();
    }
  }

  /// Opens rows.
  @Command(
      name = "open",
      description = {
        "Opens rows of a deposited set: writes them to a file with what proves that they stand in it.",
        "Nothing of any other row is shown."
      })
  static final class Open implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    @Option(
        names = "--rows",
        required = true,
        split = ",",
        paramLabel = "N",
        description = "Rows, counted from 0 (row 0 is most often the names of the columns): 3,17")
    private List<Long> rows = List.of();

    @Option(
        names = "--file",
        paramLabel = "NAME",
        description = "Of which file of the set (default: the first).")
    private Optional<String> file = Optional.empty();

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "Where to write; a file that is there is left alone.")
    private Path out = Path.of("");

    Open(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path target = session.around().folder().resolve(out);
      if (Files.exists(target)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      SortedSet<Long> chosen = new TreeSet<>(rows);
      try (Workspace workspace = session.workspace()) {
        DataOpening opening =
            desk(session, workspace, workspace.proving().open())
                .open(workspace.owner(), one.id(), file, chosen);
        byte[] bytes = opening.bytes();
        Files.write(target, bytes, StandardOpenOption.CREATE_NEW);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", one.id().toString())
                    .text("root", opening.root().hex())
                    .number("pieces", opening.size())
                    .number("opened", opening.rows().size())
                    .text("out", out.toString())
                    .number("bytes", bytes.length));
        return ExitCode.DONE;
      }
    }
  }

  /// Checks opened rows.
  @Command(
      name = "check",
      description = {
        "Checks opened rows offline, without a workspace, against a bundle: that of the deposit, or of",
        "a note of its fingerprint, which holds none of the set. Ends with 4 unless the bundle holds",
        "and every row is proven."
      })
  static final class Check implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ROWS", description = "The file of opened rows.")
    private Path rows = Path.of("");

    @Option(
        names = "--bundle",
        required = true,
        paramLabel = "BUNDLE",
        description = "The bundle (.ipev).")
    private Path bundle = Path.of("");

    @Option(
        names = "--policy",
        paramLabel = "FILE",
        description = "What is asked of the bundle, as for evidence verify.")
    private Optional<Path> policy = Optional.empty();

    @Option(
        names = "--trust",
        paramLabel = "DIR",
        description = "Whose keys count, as for evidence verify.")
    private Optional<Path> trust = Optional.empty();

    Check(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path folder = session.around().folder();
      Path file = folder.resolve(rows);
      if (Files.size(file) > OPENING_LENGTH_BYTES_MAX) {
        return refused(
            List.of(
                Problem.of("data-opening", rows.toString(), "", "An opening has at most 32 MB.")));
      }
      Verdicts verdicts =
          Verification.offline(session.around().clock().instant())
              .of(folder.resolve(bundle), policy.map(folder::resolve), trust.map(folder::resolve));
      if (!verdicts.holds()) {
        session.say(verdicts.text().strip());
        return ExitCode.NOT_VERIFIED;
      }
      Optional<SetFingerprint> stated =
          Verification.stated(folder.resolve(bundle))
              .map(Manifest::statement)
              .flatMap(SetFingerprint::of);
      if (stated.isEmpty()) {
        return refused(
            List.of(
                Problem.of(
                    "data-none",
                    bundle.toString(),
                    "",
                    "The bundle holds and states no fingerprint of a data set.")));
      }
      return switch (DataOpening.parse(Files.readAllBytes(file))) {
        case Parsed.Refused<DataOpening> refused -> refused(List.of(refused.problem()));
        case Parsed.Ok<DataOpening>(DataOpening opening) -> {
          List<Problem> problems = opening.check(stated.get());
          yield problems.isEmpty() ? shown(opening, stated.get()) : refused(problems);
        }
      };
    }

    private ExitCode refused(List<Problem> problems) {
      problems.forEach(problem -> session.say(problem.line()));
      return ExitCode.NOT_VERIFIED;
    }

    private ExitCode shown(DataOpening opening, SetFingerprint stated) {
      List<List<String>> shown = new ArrayList<>();
      for (DataOpening.Row row : opening.rows()) {
        var place = stated.units().place(row.index());
        shown.add(
            List.of(
                Integer.toString(place.file() + 1),
                Long.toString(place.number()),
                Integer.toString(row.bytes().length()),
                row.text().orElse("")));
      }
      session
          .output()
          .sheet(
              new Sheet()
                  .text("root", opening.root().hex())
                  .number("pieces", opening.size())
                  .number("proven", opening.rows().size())
                  .table(
                      "rows",
                      List.of(
                          Column.number("file"),
                          Column.number("number"),
                          Column.number("bytes"),
                          Column.text("text")),
                      shown));
      return ExitCode.DONE;
    }
  }

  /// Deposits a note of a fingerprint.
  @Command(
      name = "note",
      description = {
        "Deposits a note of a set's fingerprint as evidence of its own. Its bundle holds none of the",
        "set, so that opened rows can be checked by those who may not have it."
      })
  static final class Note implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    Note(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        ProveDesk prove = workspace.proving().open();
        logged(
            session,
            workspace,
            prove,
            desk(session, workspace, prove).note(workspace.owner(), one.id()));
        return ExitCode.DONE;
      }
    }
  }

  private static void logged(
      Session session, Workspace workspace, ProveDesk prove, EvidenceStore.Kept kept)
      throws IOException {
    EvidenceStore.Kept logged = prove.turn().await(workspace.owner(), kept, EvidenceVerbs.PATIENCE);
    EvidenceVerbs.saidWhereWaiting(session, logged);
    EvidenceVerbs.sheet(session, logged);
  }

  /// Adds a licence.
  @Command(
      name = "license",
      description = {
        "Adds a licence to the chain of a deposited set, as evidence of its own that names the",
        "deposit. A gap in the chain is told by data-ip show and refuses nothing."
      })
  static final class License implements Verb {

    private final Session session;

    @Mixin private OneEvidence one = new OneEvidence();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The contract.")
    private List<Path> files = List.of();

    @Option(names = "--licensor", required = true, paramLabel = "NAME", description = "Who grants.")
    private String licensor = "";

    @Option(names = "--licensee", required = true, paramLabel = "NAME", description = "To whom.")
    private String licensee = "";

    @Option(names = "--grants", required = true, paramLabel = "TEXT", description = "What.")
    private String grants = "";

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "First day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
        names = "--to",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "Last day (default: no end is stated).")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--exclusive", description = "Nobody else may be granted the same.")
    private boolean exclusive;

    @Option(names = "--sublicensable", description = "The licensee may grant it on.")
    private boolean sublicensable;

    @Option(
        names = "--previous",
        paramLabel = "ID",
        converter = Options.OfEvidence.class,
        description = "The link that the licensor holds by (EV9).")
    private Optional<EvidenceId> previous = Optional.empty();

    License(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        ProveDesk prove = workspace.proving().open();
        DataDesk desk = desk(session, workspace, prove);
        LicenceLink link =
            new LicenceLink(
                licensor.strip(),
                licensee.strip(),
                grants.strip(),
                from,
                to,
                exclusive,
                sublicensable,
                previous.map(id -> desk.commitment(workspace.owner(), id)).orElse(""));
        logged(
            session,
            workspace,
            prove,
            desk.license(workspace.owner(), one.id(), link, EvidenceVerbs.sources(session, files)));
        return ExitCode.DONE;
      }
    }
  }
}
