package org.zhiheng.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Prints the completion script of a shell.
@Command(
    name = "completion",
    description = "Prints the completion script: source <(zhiheng completion bash)")
final class CompletionCommand implements Verb {

  private final Session session;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() {
    switch (shell) {
      case BASH -> {}
      case ZSH -> session.out().println("autoload -U +X bashcompinit && bashcompinit");
    }
    session.out().print(Commands.completion(session));
    return ExitCode.DONE;
  }

  /// The shells whose completion is written.
  enum Shell {
    /// GNU Bash.
    BASH,
    /// The Z shell, through its reading of Bash's.
    ZSH;

    /// `bash`: what the command line takes.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
