package org.zhiheng.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.logging.LogManager;

/// Where the command line starts.
public final class Main {

  /// The launcher sets these: a JVM cannot ask this of each stream alone.
  private static final String OUT_IS_TERMINAL = "zhiheng.out.terminal";

  private static final String ERR_IS_TERMINAL = "zhiheng.err.terminal";

  private Main() {}

  /// Runs one command and leaves with its code.
  public static void main(String[] args) {
    // the libraries' own log goes nowhere: what matters comes as an exception
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    LogManager.getLogManager().reset();
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    Stop stop = new Stop();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> end(stop)));
    Surroundings around =
        new Surroundings(
            System.getenv(),
            Path.of("").toAbsolutePath(),
            InstantSource.system(),
            System.getProperty("user.name", "unknown"),
            System.in,
            Boolean.getBoolean(OUT_IS_TERMINAL),
            Boolean.getBoolean(ERR_IS_TERMINAL),
            stop);
    int code = run(List.of(args), out, err, around, new StoredWorkspaces());
    out.flush();
    err.flush();
    stop.ended(code);
    System.exit(code);
  }

  /// A signal: a command that ends by itself is waited for, and its code is what we leave with.
  private static void end(Stop stop) {
    stop.ask();
    if (stop.awaited()) {
      Runtime.getRuntime().halt(stop.code());
    }
  }

  /// Runs one command; the whole of it but for the process.
  ///
  /// @param workspaces opens the workspace, for commands that need one
  /// @return the code to leave with
  static int run(
      List<String> args,
      PrintStream out,
      PrintStream err,
      Surroundings around,
      Workspaces workspaces) {
    return Commands.line(new Session(out, err, around, workspaces), args)
        .execute(args.toArray(String[]::new));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
