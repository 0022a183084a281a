package org.zhiheng.cli;

import java.nio.file.Path;
import org.zhiheng.cli.output.OutputFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command above all others; it takes the options that every command takes.
@Command(
    name = "zhiheng",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Release.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nArguments:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "./zhiheng also knows:",
      "  demo        Serves the pages with a sample, on this machine.",
      "  serve       Serves the pages.",
      "  test        Runs every gate and test.",
      "  bench NAME  Runs a benchmark."
    })
final class Zhiheng implements Runnable {

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  Zhiheng(Session session) {
    this.session = session;
  }

  @Option(
      names = "--home",
      order = 1,
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The workspace's folder (default: " + Session.HOME + ").")
  void home(Path home) {
    session.home(home);
  }

  @Option(
      names = "--format",
      order = 2,
      paramLabel = "text|json|csv",
      scope = ScopeType.INHERIT,
      converter = Options.OfFormat.class,
      description = "How the answer is written (default: text).")
  void format(OutputFormat format) {
    session.format(format);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
