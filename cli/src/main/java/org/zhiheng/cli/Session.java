package org.zhiheng.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.zhiheng.cli.output.Output;
import org.zhiheng.cli.output.OutputFormat;

/// One run: the options that every command takes, and what the commands reach through it.
///
/// The options are set by the parser before a command runs. Not for several threads.
final class Session {

  /// Where the workspace lies when nobody says otherwise, below the folder of the call.
  static final String HOME = ".zhiheng";

  private final PrintStream out;
  private final PrintStream err;
  private final Surroundings around;
  private final Workspaces workspaces;
  private OutputFormat format = OutputFormat.TEXT;
  private Path home = Path.of(HOME);

  Session(PrintStream out, PrintStream err, Surroundings around, Workspaces workspaces) {
    this.out = out;
    this.err = err;
    this.around = around;
    this.workspaces = workspaces;
  }

  void format(OutputFormat chosen) {
    format = chosen;
  }

  void home(Path chosen) {
    home = chosen;
  }

  OutputFormat format() {
    return format;
  }

  /// The workspace's folder, absolute.
  Path home() {
    return around.folder().resolve(home).normalize();
  }

  /// Opens the workspace; the caller closes it.
  Workspace workspace() throws IOException {
    return workspaces.open(home(), around);
  }

  /// Opens another workspace; the caller closes it.
  Workspace opened(Path other, Surroundings there) throws IOException {
    return workspaces.open(other, there);
  }

  /// Runs another command within this one, elsewhere.
  int again(List<String> args, PrintStream to, PrintStream talk, Surroundings there) {
    return Main.run(args, to, talk, there, workspaces);
  }

  /// Copies workspaces.
  Backups backups() {
    return workspaces.backups();
  }

  /// Answers go here.
  Output output() {
    return new Output(out, format);
  }

  PrintStream out() {
    return out;
  }

  /// Talk goes here.
  PrintStream err() {
    return err;
  }

  Surroundings around() {
    return around;
  }

  /// Says something to the person.
  void say(String text) {
    err.println(Lines.escaped(text));
    err.flush();
  }
}
