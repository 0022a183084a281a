package org.zhiheng.cli;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.ImportId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng import list|show`
final class ImportVerbs {

  private ImportVerbs() {}

  /// Lists the runs.
  @Command(name = "list", description = "Lists import runs, newest first.")
  static final class ListRuns implements Verb {

    private final Session session;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    ListRuns(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace();
          Listing listing = session.output().listing(ImportRows.RUN_COLUMNS)) {
        for (ImportRun run : workspace.imports().list(workspace.owner(), Optional.empty(), limit)) {
          listing.row(() -> RecordJson.text(out -> RecordJson.run(run, out)), ImportRows.run(run));
        }
        if (listing.rows() == 0) {
          session.say("No import yet.");
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Shows one run.
  @Command(name = "show", description = "Shows one import run and what it refused.")
  static final class ShowRun implements Verb {

    private final Session session;

    @Parameters(
        paramLabel = "ID",
        converter = Options.OfImport.class,
        description = "The run, such as I42.")
    private ImportId id = new ImportId(1);

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "At most so many problems (default: 100).")
    private int limit = 100;

    ShowRun(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace()) {
        ImportRun run =
            workspace
                .imports()
                .find(workspace.owner(), id)
                .orElseThrow(() ->
                    new ProblemsException(
                        Problem.of("not-found", "", id.toString(), "There is no such run.")));
        List<Problem> problems = workspace.imports().problems(workspace.owner(), id, 0, limit);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("id", run.id().toString())
                    .text("state", run.state().code())
                    .text("kind", run.kind())
                    .text("fileName", run.fileName())
                    .text("fileDigest", run.fileDigest())
                    .number("fileBytes", run.fileBytes())
                    .number("read", run.counts().read())
                    .number("taken", run.counts().taken())
                    .number("refused", run.counts().refused())
                    .number("unchanged", run.counts().unchanged())
                    .text("startedAt", run.startedAt().toString())
                    .text("endedAt", run.endedAt().map(Instant::toString).orElse(""))
                    .text("by", run.by())
                    .text("failure", run.failure())
                    .table("problems", ImportRows.PROBLEM_COLUMNS, ImportRows.problems(problems)));
      }
      return ExitCode.DONE;
    }
  }
}
