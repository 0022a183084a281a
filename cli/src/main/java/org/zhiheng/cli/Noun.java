package org.zhiheng.cli;

import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only holds others: `zhiheng right`.
@Command(synopsisSubcommandLabel = "COMMAND")
final class Noun implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Noun() {}

  /// A noun and its verbs; without them when it is not asked for.
  static CommandLine of(Predicate<String> asked, String name, String description, Verb... verbs) {
    CommandLine line = new CommandLine(new Noun());
    line.getCommandSpec().name(name).usageMessage().description(description);
    if (asked.test(name)) {
      for (Verb verb : verbs) {
        line.addSubcommand(verb);
      }
    }
    return line;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
