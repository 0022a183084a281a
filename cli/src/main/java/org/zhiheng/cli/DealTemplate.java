package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.zhiheng.cashflow.template.Template;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.OutputFormat;
import org.zhiheng.cli.output.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng deal template`: deals to begin with, without a workspace.
@Command(
    name = "template",
    description = {
      "Shows deals to begin with, or one of them, or writes it with its assumptions.",
      "All figures are made up but for two of seed-case: no workspace."
    })
final class DealTemplate implements Verb {

  private final Session session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which; without it all are listed.",
      converter = Options.OfTemplate.class)
  private Optional<Template> template = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "Where the deal goes; written anew.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--assume-out",
      paramLabel = "FILE",
      description = "Where the assumptions go; written anew.")
  private Optional<Path> assumeOut = Optional.empty();

  DealTemplate(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    if (template.isEmpty()) {
      try (Listing listing =
          session.output().listing(Column.text("template"), Column.text("about"))) {
        Arrays.stream(Template.values()).forEach(one -> listing.row(one.code(), one.about()));
      }
      return ExitCode.DONE;
    }
    Template one = template.get();
    Path folder = session.around().folder();
    if (out.isPresent()) {
      Files.writeString(folder.resolve(out.get()), one.deal());
    }
    if (assumeOut.isPresent()) {
      Files.writeString(folder.resolve(assumeOut.get()), one.assumptions());
    }
    boolean shown = out.isEmpty() && assumeOut.isEmpty();
    if (shown && session.output().format() == OutputFormat.TEXT) {
      session.out().print(one.deal());
      return ExitCode.DONE;
    }
    Sheet sheet = new Sheet().text("template", one.code()).text("about", one.about());
    session
        .output()
        .sheet(shown ? sheet.text("deal", one.deal()).text("assume", one.assumptions()) : sheet);
    return ExitCode.DONE;
  }
}
