package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.jobs.prove.data.DataSheet;
import org.zhiheng.jobs.prove.data.LicenceLink;
import org.zhiheng.jobs.prove.data.Region;
import org.zhiheng.jobs.prove.data.Regions;
import org.zhiheng.values.Citation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng data-ip regions|show|note|license`; the other two are [DataOpeningVerbs]
final class DataVerbs {

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
