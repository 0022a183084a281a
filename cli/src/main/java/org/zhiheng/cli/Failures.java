package org.zhiheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.zhiheng.ledger.log.LogStopped;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// What is said when a command does not come to its end: one line for each reason, and the code to
/// leave with. This is the roof's last line: whatever was thrown ends here.
///
/// @param session where it is said
record Failures(Session session) implements IExecutionExceptionHandler {

  /// With this set, a bug tells where it is.
  private static final String TRACE = "ZHIHENG_TRACE";

  /// The command line was not understood.
  static int usage(ParameterException wrong, String[] args) {
    CommandLine line = wrong.getCommandLine();
    line.getErr().println("zhiheng: " + Lines.single(String.valueOf(wrong.getMessage())));
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
    return switch (thrown) {
      case ProblemsException refused -> refused(refused);
      case IOException world -> worldFailed(world);
      case LogStopped stopped -> logStopped(stopped);
      case UncheckedIOException world -> worldFailed(Objects.requireNonNull(world.getCause()));
      default -> databaseIn(thrown).map(this::databaseFailed).orElseGet(() -> bug(thrown));
    };
  }

  private int refused(ProblemsException refused) {
    for (Problem problem : refused.problems()) {
      session.say("zhiheng: " + Lines.single(problem.line()));
    }
    return ExitCode.REFUSED.number();
  }

  private int logStopped(LogStopped stopped) {
    session.say("zhiheng: the log stopped: " + Lines.single(stopped.reason()));
    return ExitCode.WORLD_FAILED.number();
  }

  private int databaseFailed(SQLException failed) {
    session.say(
        "zhiheng: the database failed: " + Lines.single(String.valueOf(failed.getMessage())));
    return ExitCode.WORLD_FAILED.number();
  }

  private int bug(Exception thrown) {
    session.say(
        "zhiheng: this is a bug ("
            + Lines.single(String.valueOf(thrown))
            + "); set "
            + TRACE
            + "=1 to see where.");
    if (!session.around().variable(TRACE).isEmpty()) {
      thrown.printStackTrace(session.err());
    }
    return ExitCode.WORLD_FAILED.number();
  }

  private int worldFailed(IOException world) {
    session.say("zhiheng: " + Lines.single(inWords(world)));
    return ExitCode.WORLD_FAILED.number();
  }

  private static String inWords(IOException world) {
    return switch (world) {
      case NoSuchFileException absent -> "no such file: " + absent.getFile();
      case AccessDeniedException denied -> "may not be read or written: " + denied.getFile();
      case FileAlreadyExistsException there -> "is there already: " + there.getFile();
      default -> String.valueOf(world.getMessage());
    };
  }

  private static Optional<SQLException> databaseIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
