package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.data.DataDesk;
import org.zhiheng.jobs.prove.data.DataRegion;
import org.zhiheng.jobs.prove.data.DataRegions;
import org.zhiheng.jobs.prove.data.Licence;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.ledger.bundle.Verdict;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.opening.Opening;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.verifier.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng data-ip regions|show|open|check|license`
final class DataVerbs {

  private DataVerbs() {}

  private static final String ID =
      "The set's fingerprint (EV7): what a deposit with --region printed.";

  /// Lists the regions.
  @Command(
      name = "regions",
      description = {
        "Lists where data-IP is registered and what is known of each place, with its source and how",
        "far that was checked; what was not found is said to be unknown."
      })
  static final class Regions implements Verb {

    private final Session session;

    Regions(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("region"),
                  Column.text("name"),
                  Column.text("publicityDays"),
                  Column.text("validityYears"),
                  Column.text("depositFirst"),
                  Column.text("fields"),
                  Column.text("checked"),
                  Column.text("source"))) {
        for (DataRegion one : DataRegions.load().all()) {
          listing.row(
              one.code(),
              one.name().zh(),
              one.publicityDays().map(Object::toString).orElse("unknown"),
              one.validityYears().map(Object::toString).orElse("unknown"),
              one.depositFirst().map(Object::toString).orElse("unknown"),
              one.fields().isEmpty()
                  ? "unknown"
                  : one.fields().stream()
                      .map(field -> field.name() + (field.required() ? "*" : ""))
                      .collect(Collectors.joining(" ")),
              one.citation().confidence().name().toLowerCase(Locale.ROOT),
              one.citation().instrument() + " " + one.citation().address());
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Shows a set.
  @Command(
      name = "show",
      description = {
        "Shows a set of data: its fingerprint, what its region asks, when its registration ends as",
        "far as that is known, and its licences with what is doubtful about each."
      })
  static final class Show implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "ID",
        converter = Options.OfEvidence.class,
        description = ID)
    private EvidenceId id = new EvidenceId(1);

    Show(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        DataDesk.Shown shown =
            workspace.proving().data(workspace.proving().open()).show(workspace.owner(), id);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", id.toString())
                    .text("region", shown.region().code())
                    .text("regionKnown", shown.region().said().en())
                    .text("lastDay", shown.term().lastDay().map(LocalDate::toString).orElse(""))
                    .text("because", shown.term().because().en())
                    .table(
                        "facts",
                        List.of(Column.text("fact"), Column.text("text")),
                        shown.facts().entrySet().stream()
                            .map(one -> List.of(one.getKey(), one.getValue()))
                            .toList())
                    .table(
                        "licences",
                        List.of(
                            Column.text("evidence"),
                            Column.text("licensor"),
                            Column.text("licensee"),
                            Column.text("scope"),
                            Column.text("from"),
                            Column.text("to"),
                            Column.text("exclusive"),
                            Column.text("doubts")),
                        shown.licences().stream().map(Show::row).toList()));
        return ExitCode.DONE;
      }
    }

    private static List<String> row(DataDesk.Link link) {
      Licence one = link.licence();
      return List.of(
          link.id().toString(),
          one.licensor(),
          one.licensee(),
          one.scope(),
          one.from().toString(),
          one.to().map(LocalDate::toString).orElse(""),
          Boolean.toString(one.exclusive()),
          link.doubts().stream().map(Said::en).collect(Collectors.joining(" ")));
    }
  }

  /// Opens rows.
  @Command(
      name = "open",
      description = {
        "Writes chosen rows of a set to a file, with proof that they are of it and nothing of the",
        "others. Of CSV the header is row 0 and is always opened too; other files have blocks of",
        "64 KiB, counted from 0."
      })
  static final class Open implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "ID",
        converter = Options.OfEvidence.class,
        description = ID)
    private EvidenceId id = new EvidenceId(1);

    @Option(
        names = "--rows",
        paramLabel = "N,N-N",
        required = true,
        description = "Which rows: 3,17 or 3-9; at most 1,000.")
    private String rows = "";

    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        description = "Where to write; a file that is there is left alone.")
    private Path out = Path.of("");

    Open(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path file = session.around().folder().resolve(out);
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(out.toString());
      }
      SortedSet<Long> wanted = rows(rows);
      try (Workspace workspace = session.workspace()) {
        Opening opening =
            workspace
                .proving()
                .data(workspace.proving().open())
                .open(workspace.owner(), id, wanted);
        Files.write(file, opening.bytes(), StandardOpenOption.CREATE_NEW);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", id.toString())
                    .text("out", out.toString())
                    .number("rows", opening.rows().size())
                    .number("of", opening.count())
                    .text("root", opening.root().hex()));
        return ExitCode.DONE;
      }
    }

    private static SortedSet<Long> rows(String text) {
      SortedSet<Long> rows = new TreeSet<>();
      for (String part : text.split(",", -1)) {
        String[] ends = part.strip().split("-", -1);
        if (ends.length > 2
            || !ends[0].matches("[0-9]{1,15}")
            || !ends[ends.length - 1].matches("[0-9]{1,15}")) {
          throw unfit(text);
        }
        long from = Long.parseLong(ends[0]);
        long to = Long.parseLong(ends[ends.length - 1]);
        if (to < from || to - from > 1_000) {
          throw unfit(text);
        }
        for (long row = from; row <= to; row++) {
          rows.add(row);
        }
      }
      return rows;
    }

    private static ProblemsException unfit(String text) {
      return new ProblemsException(
          Problem.of("data-row", "--rows", text, "Rows are written 3,17 or 3-9, at most 1,000."));
    }
  }

  /// Checks opened rows.
  @Command(
      name = "check",
      description = {
        "Checks rows that were opened against the bundle of the set's fingerprint, offline and",
        "without a workspace; ends with 4 unless the rows are of the set and the bundle verifies."
      })
  static final class CheckRows implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", description = "The opened rows (JSON).")
    private Path file = Path.of("");

    @Option(
        names = "--bundle",
        paramLabel = "BUNDLE",
        required = true,
        description = "The bundle (.ipev) of the set's fingerprint.")
    private Path bundle = Path.of("");

    @Option(
        names = "--policy",
        paramLabel = "FILE",
        description = "As of `zhiheng evidence verify`.")
    private Optional<Path> policy = Optional.empty();

    @Option(names = "--trust", paramLabel = "DIR", description = "As of `zhiheng evidence verify`.")
    private Optional<Path> trust = Optional.empty();

    CheckRows(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path folder = session.around().folder();
      Verdicts verdicts =
          Verification.offline(session.around().clock().instant())
              .of(folder.resolve(bundle), policy.map(folder::resolve), trust.map(folder::resolve));
      Optional<String> not = not(folder);
      List<List<String>> rows = new ArrayList<>();
      rows.add(
          List.of(
              "rows",
              not.isEmpty() ? "passed" : "failed",
              not.orElse("All rows are of the set that the statement states.")));
      for (Verdict one : verdicts.all()) {
        rows.add(
            List.of(
                one.check().name().toLowerCase(Locale.ROOT),
                one.result().name().toLowerCase(Locale.ROOT),
                one.reason()));
      }
      List<Column> columns =
          List.of(Column.text("check"), Column.text("result"), Column.text("reason"));
      switch (session.format()) {
        case JSON -> session.output().sheet(new Sheet().table("verdicts", columns, rows));
        case TEXT, CSV -> {
          try (Listing listing = session.output().listing(columns.toArray(Column[]::new))) {
            rows.forEach(row -> listing.row(row.toArray(String[]::new)));
          }
        }
      }
      return not.isEmpty() && verdicts.holds() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
    }

    /// Why the rows are not of the set that the bundle states.
    private Optional<String> not(Path folder) throws IOException {
      Optional<Manifest> stated;
      try {
        stated = Verification.stated(folder.resolve(bundle));
      } catch (NoSuchFileException missing) {
        stated = Optional.empty();
      }
      Path rows = folder.resolve(file);
      if (!Files.isRegularFile(rows) || Files.size(rows) > Opening.LENGTH_BYTES_MAX) {
        return Optional.of("The file of rows is not there, or has more than 32 MB.");
      }
      Parsed<Opening> read = Opening.parse(Files.readAllBytes(rows));
      return switch (read) {
        case Parsed.Refused<Opening> refused -> Optional.of(refused.problem().reason());
        case Parsed.Ok<Opening> ok ->
            stated.isEmpty()
                ? Optional.of("The bundle has no statement to check them against.")
                : ok.value().stated(new TreeMap<>(stated.get().statement()));
      };
    }
  }

  /// Deposits a licence.
  @Command(
      name = "license",
      description = {
        "Deposits a licence of a set as evidence, linked to the set; what is doubtful about the chain",
        "is shown by `zhiheng data-ip show`, and nothing is refused for it."
      })
  static final class License implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "ID",
        converter = Options.OfEvidence.class,
        description = ID)
    private EvidenceId id = new EvidenceId(1);

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "FILE",
        description = "The contract, or what there is of it.")
    private List<Path> files = List.of();

    @Option(names = "--licensor", paramLabel = "NAME", required = true, description = "Who grants.")
    private String licensor = "";

    @Option(names = "--licensee", paramLabel = "NAME", required = true, description = "To whom.")
    private String licensee = "";

    @Option(
        names = "--scope",
        paramLabel = "TEXT",
        required = true,
        description = "What may be done.")
    private String scope = "";

    @Option(
        names = "--from",
        paramLabel = "DATE",
        required = true,
        converter = Options.OfDate.class,
        description = "First day.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
        names = "--to",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "Last day, included (default: open).")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--exclusive", description = "Nobody else may be granted the same.")
    private boolean exclusive;

    @Option(names = "--sublicence", description = "The licensee may grant on.")
    private boolean sublicence;

    License(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Licence licence =
          new Licence(
              licensor.strip(), licensee.strip(), scope.strip(), from, to, exclusive, sublicence);
      List<Deposits.Source> sources = new ArrayList<>();
      for (Path given : files) {
        Path path = session.around().folder().resolve(given);
        sources.add(EvidenceVerbs.source(String.valueOf(path.getFileName()), path));
      }
      try (Workspace workspace = session.workspace()) {
        ProveDesk prove = workspace.proving().open();
        EvidenceStore.Kept kept =
            workspace.proving().data(prove).license(workspace.owner(), id, licence, sources);
        EvidenceStore.Kept logged =
            prove.turn().await(workspace.owner(), kept, EvidenceVerbs.PATIENCE);
        EvidenceVerbs.saidWhereWaiting(session, logged);
        EvidenceVerbs.sheet(session, logged);
        return ExitCode.DONE;
      }
    }
  }
}
