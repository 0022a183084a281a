package org.zhiheng.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/// The names of all commands that do something: `zhiheng right list`.
final class CommandNames {

  private CommandNames() {}

  static List<String> of(CommandLine line) {
    List<String> names = new ArrayList<>();
    if (line.getCommand() instanceof Verb) {
      names.add(line.getCommandSpec().qualifiedName());
    }
    line.getSubcommands().values().forEach(below -> names.addAll(of(below)));
    return names;
  }
}
