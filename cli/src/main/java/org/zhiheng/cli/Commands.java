package org.zhiheng.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// Builds the tree of commands.
final class Commands {

  private Commands() {}

  /// The whole command line, its commands bound to the session.
  static CommandLine line(Session session) {
    CommandLine line = new CommandLine(new Zhiheng(session));
    line.addSubcommand(
        Noun.of("number", "Numbers and symbols that offices give.", new NumberCheck(session)));
    line.addSubcommand(new CompletionCommand(session));
    boolean colour =
        session.around().answersPerson() && session.around().variable("NO_COLOR").isEmpty();
    return line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setOverwrittenOptionsAllowed(false)
        .setParameterExceptionHandler(Failures::usage)
        .setExecutionExceptionHandler(new Failures(session))
        .setExitCodeExceptionMapper(_ -> ExitCode.WORLD_FAILED.number());
  }

  /// The completion script for bash, which zsh reads too.
  static String completion(Session session) {
    return AutoComplete.bash("zhiheng", line(session));
  }
}
