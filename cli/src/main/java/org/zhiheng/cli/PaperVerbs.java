package org.zhiheng.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.paper.Paper;
import org.zhiheng.jobs.administer.paper.PaperDesk;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.report.Printed;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.links.JtePaperPages;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng paper deadlines|request|frame`: papers filled from the record.
final class PaperVerbs {

  private static final String PDF = ".pdf";

  private PaperVerbs() {}

  /// Where a paper goes, and in which language.
  static final class Out {

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "Where to: a new file, .html or .pdf (which needs Chromium).")
    private Path file = Path.of("");

    @Option(
        names = "--language",
        paramLabel = "zh|en",
        description = "Of the paper (default: zh).",
        defaultValue = "zh",
        converter = Options.OfTongue.class)
    private Tongue tongue = Tongue.CHINESE;

    Tongue tongue() {
      return tongue;
    }

    void write(Session session, Paper paper) throws IOException {
      Path path = session.around().folder().resolve(file);
      if (Files.exists(path)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      String html = new JtePaperPages().page(paper).html();
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(PDF)) {
        bytes =
            switch (ChromiumPrinter.on(session.around().variable("PATH")).pdf(html)) {
              case Parsed.Ok<Printed> ok -> ok.value().bytes();
              case Parsed.Refused<Printed> refused ->
                  throw new ProblemsException(refused.problem());
            };
      }
      Files.write(path, bytes, StandardOpenOption.CREATE_NEW);
      session.say("Written to " + file + ".");
    }
  }

  /// What is due for a client.
  @Command(
      name = "deadlines",
      description = "Writes a report of what is due, for a client or of all rights.")
  static final class Deadlines implements Verb {

    private final Session session;

    @Option(
        names = "--client",
        paramLabel = "TEXT",
        description = "Only rights whose client, or reference, has this text.")
    private Optional<String> client = Optional.empty();

    @Option(
        names = "--within",
        paramLabel = "DAYS",
        description = "How many days ahead (default: 90).",
        defaultValue = "90")
    private int within;

    @Mixin private Out out = new Out();

    Deadlines(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.checkDays("--within", within);
      try (Workspace workspace = session.workspace()) {
        AdministerDesk desk = workspace.administering().open();
        desk.keeper().catchUp();
        out.write(session, desk.papers().due(workspace.owner(), client, within, out.tongue()));
      }
      return ExitCode.DONE;
    }
  }

  /// A request of the change desk.
  @Command(
      name = "request",
      description = "Writes a request of the change desk as a paper to be signed.")
  static final class RequestPaper implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "The request: C7.")
    private String id = "";

    @Mixin private Out out = new Out();

    RequestPaper(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        out.write(
            session,
            workspace
                .administering()
                .open()
                .papers()
                .request(workspace.owner(), Recordals.Id.parse(id).orThrow(), out.tongue()));
      }
      return ExitCode.DONE;
    }
  }

  /// The frame of an answer, an opposition, observations.
  @Command(
      name = "frame",
      description = {
        "Writes the head and frame of a paper on one right, with the clock that bears on it:",
        "non-use-answer, opposition, observations or office-action-reply. The reasons are yours."
      })
  static final class Frame implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "PAPER",
        description = "non-use-answer, opposition, observations or office-action-reply.")
    private String name = "";

    @Mixin private OneRight one = new OneRight();

    @Mixin private Out out = new Out();

    Frame(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      PaperDesk.Frame frame =
          Arrays.stream(PaperDesk.Frame.values())
              .filter(known -> known.code().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new ProblemsException(
                      Problem.of(
                          "paper-name",
                          "",
                          name,
                          "A paper is one of "
                              + Arrays.stream(PaperDesk.Frame.values())
                                  .map(PaperDesk.Frame::code)
                                  .collect(Collectors.joining(", "))
                              + ".")));
      try (Workspace workspace = session.workspace()) {
        out.write(
            session,
            workspace
                .administering()
                .open()
                .papers()
                .frame(workspace.owner(), frame, Meant.one(workspace, one.typed()), out.tongue()));
      }
      return ExitCode.DONE;
    }
  }
}
