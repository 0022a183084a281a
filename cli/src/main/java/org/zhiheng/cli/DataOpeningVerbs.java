package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.data.DataOpening;
import org.zhiheng.jobs.prove.data.SetFingerprint;
import org.zhiheng.jobs.prove.data.SetUnits;
import org.zhiheng.ledger.bundle.Verdicts;
import org.zhiheng.ledger.statement.Manifest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.verifier.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng data-ip open|check`
final class DataOpeningVerbs {

  /// More than ten thousand rows with their paths need less.
  private static final long OPENING_LENGTH_BYTES_MAX = 32_000_000;

  private DataOpeningVerbs() {}

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
            DataVerbs.desk(session, workspace, workspace.proving().open())
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
        SetUnits.Place place = stated.units().place(row.index());
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
}
