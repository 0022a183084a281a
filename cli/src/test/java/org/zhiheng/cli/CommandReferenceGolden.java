package org.zhiheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The reference of the command line says what the parser knows.
///
/// `-Dgolden=write` writes that part of the page anew.
final class CommandReferenceGolden {

  private static final Path PAGE =
      Path.of(System.getProperty("zhiheng.root", ".."), "docs/guide/reference/command-line.md");

  private static final String BEGIN = "<!-- written from the parser: begin -->\n";
  private static final String END = "<!-- written from the parser: end -->\n";

  @Test
  void listsEveryCommandWithItsArguments() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    assertThat(begin).isGreaterThanOrEqualTo(BEGIN.length());
    assertThat(end).isGreaterThan(begin - 1);

    StringBuilder written = new StringBuilder();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Surroundings around = Ran.around(Path.of(""), () -> java.time.Instant.EPOCH);
    commands(Commands.line(new Session(nowhere, nowhere, around, new StoredWorkspaces())), written);

    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(PAGE, page.substring(0, begin) + written + page.substring(end));
    } else {
      assertThat(page.substring(begin, end)).isEqualTo(written.toString());
    }
  }

  private static void commands(CommandLine line, StringBuilder out) {
    CommandSpec spec = line.getCommandSpec();
    if (line.getCommand() instanceof Verb) {
      out.append("\n### ").append(spec.qualifiedName()).append("\n\n");
      out.append(escaped(String.join(" ", spec.usageMessage().description()))).append('\n');
      StringBuilder rows = new StringBuilder();
      for (PositionalParamSpec argument : spec.positionalParameters()) {
        row(argument.paramLabel(), argument.description(), rows);
      }
      for (OptionSpec option : spec.options()) {
        if (!option.inherited() && !option.usageHelp() && !option.versionHelp()) {
          boolean flag = option.arity().max() == 0;
          row(
              option.longestName() + (flag ? "" : " " + option.paramLabel()),
              option.description(),
              rows);
        }
      }
      if (!rows.isEmpty()) {
        out.append("\n| | |\n|---|---|\n").append(rows);
      }
    }
    line.getSubcommands().values().forEach(below -> commands(below, out));
  }

  private static void row(String name, String[] description, StringBuilder out) {
    out.append("| `")
        .append(name.replace("|", "\\|"))
        .append("` | ")
        .append(escaped(String.join(" ", description)))
        .append(" |\n");
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<(", "&lt;(").replace("*", "\\*");
  }
}
