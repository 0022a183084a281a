package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.prove.LogDrill;
import org.zhiheng.ledger.log.LogCopy;
import org.zhiheng.store.files.FileTiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `zhiheng log backup|drill`
final class LogBackups {

  private LogBackups() {}

  /// Copies the log.
  @Command(
      name = "backup",
      description = {
        "Copies what the log publishes to a folder; again, it brings what came since. Evidence and",
        "keys lie in the database and in the workspace's folder: copy those too."
      })
  static final class Backup implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "DIR", description = "Where to; made where missing.")
    private Path folder = Path.of("");

    Backup(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path target = session.around().folder().resolve(folder);
      try (Workspace workspace = session.workspace()) {
        long entries =
            LogCopy.copy(workspace.proving().open().door().tiles(), FileTiles.in(target));
        session.output().sheet(new Sheet().number("entries", entries));
        return ExitCode.DONE;
      }
    }
  }

  /// Tries a copy.
  @Command(
      name = "drill",
      description = {
        "Asks of a copy what would be asked on the day it is needed: makes every root anew from its",
        "entries, and proves that the log grew out of it; ends with 4 when it could not be put back."
      })
  static final class Drill implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "DIR", description = "The copy.")
    private Path folder = Path.of("");

    Drill(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Path copy = session.around().folder().resolve(folder);
      try (Workspace workspace = session.workspace()) {
        LogDrill.Outcome outcome =
            new LogDrill(workspace.proving().open().door()).of(FileTiles.in(copy));
        session
            .output()
            .sheet(
                new Sheet()
                    .number("copied", outcome.copied())
                    .number("published", outcome.published())
                    .number("missing", outcome.published() - outcome.copied())
                    .table(
                        "faults",
                        List.of(Column.text("fault")),
                        outcome.faults().stream().map(List::of).toList()));
        return outcome.faults().isEmpty() ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
      }
    }
  }
}
