package org.zhiheng.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.examine.ExaminationBook;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.KeptJson;
import org.zhiheng.jobs.examine.ListChange;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.report.ExaminationReports;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.links.ChromiumPrinter;
import org.zhiheng.links.JteReportPages;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng examination list|show|report`
final class ExaminationVerbs {

  private ExaminationVerbs() {}

  /// Lists what was kept.
  @Command(name = "list", description = "Lists kept examinations, newest first.")
  static final class ListKept implements Verb {

    private final Session session;

    @Option(
        names = "--before",
        paramLabel = "ID",
        converter = Options.OfExamination.class,
        description = "Only those before this one (X7).")
    private Optional<ExaminationId> before = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: 50).")
    private int limit = 50;

    ListKept(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say);
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("id"),
                      Column.text("name"),
                      Column.text("at"),
                      Column.text("by"),
                      Column.text("list"))) {
        for (Examinations.Kept kept : desk.book().page(workspace.owner(), before, limit)) {
          listing.row(
              () -> RecordJson.text(out -> KeptJson.row(kept, out)),
              kept.id().toString(),
              kept.content().name(),
              kept.content().at().toString(),
              kept.content().by(),
              kept.content().list().hex());
        }
        if (listing.rows() == 0) {
          session.say("Nothing is kept yet: zhiheng mark examine --keep …");
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Shows one.
  @Command(
      name = "show",
      description = {
        "Shows a kept examination as it was kept, and what the same question gives today:",
        "in what the basis differs, and which marks came, went, moved or changed their standing."
      })
  static final class ShowKept implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "ID",
        converter = Options.OfExamination.class,
        description = "Its id (X7).")
    private ExaminationId id = new ExaminationId(1);

    ShowKept(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        Examinations.Kept kept =
            desk.book().show(workspace.owner(), id).orElseThrow(() -> missing(id));
        ExaminationBook.Again again =
            desk.book().again(workspace.owner(), id).orElseThrow(() -> missing(id));
        tell(kept, again);
        boolean holds = again.intact() && (again.sameList() || !again.sameBasis());
        return holds ? ExitCode.DONE : ExitCode.NOT_VERIFIED;
      }
    }

    private void tell(Examinations.Kept kept, ExaminationBook.Again again) {
      List<List<String>> hits = new ArrayList<>();
      int rank = 1;
      for (Hit hit : again.then().hits()) {
        hits.add(
            List.of(
                Integer.toString(rank++),
                hit.right().toString(),
                hit.name(),
                String.format(Locale.ROOT, "%.6f", hit.order()),
                hit.standing().state().code(),
                hit.holder()));
      }
      List<List<String>> changes = new ArrayList<>();
      for (ListChange change : again.changes()) {
        changes.add(
            List.of(
                KeptJson.code(change),
                change.hit().right().toString(),
                change.hit().name(),
                detail(change)));
      }
      Sheet sheet =
          new Sheet()
              .text("id", kept.id().toString())
              .text("name", kept.content().name())
              .text("at", kept.content().at().toString())
              .text("by", kept.content().by())
              .text("list", kept.content().list().hex())
              .truth("intact", Boolean.toString(again.intact()))
              .truth("sameBasis", Boolean.toString(again.sameBasis()))
              .text("differs", String.join(" ", again.differs()))
              .truth("sameList", Boolean.toString(again.sameList()))
              .table(
                  "kept",
                  List.of(
                      Column.number("rank"),
                      Column.text("right"),
                      Column.text("name"),
                      Column.text("order"),
                      Column.text("standing"),
                      Column.text("holder")),
                  hits)
              .table(
                  "changes",
                  List.of(
                      Column.text("change"),
                      Column.text("right"),
                      Column.text("name"),
                      Column.text("detail")),
                  changes);
      session.output().sheet(sheet, () -> RecordJson.text(out -> KeptJson.shown(kept, again, out)));
    }

    private static String detail(ListChange change) {
      return switch (change) {
        case ListChange.Came came -> "rank " + came.rank();
        case ListChange.Gone gone -> "was rank " + gone.rank();
        case ListChange.Moved moved -> "rank " + moved.from() + " to " + moved.to();
        case ListChange.Rated rated ->
            String.format(Locale.ROOT, "order %.6f to %.6f", rated.from(), rated.now().order());
        case ListChange.Turned turned ->
            turned.from().state().code() + " to " + turned.now().standing().state().code();
      };
    }
  }

  /// Writes the report.
  @Command(
      name = "report",
      description = {
        "Writes the report of a kept examination to a file: a page that holds all it needs (.html),",
        "or PDF (.pdf), which needs Chromium. The audit trail keeps that it was taken out."
      })
  static final class Report implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "ID",
        converter = Options.OfExamination.class,
        description = "Its id (X7).")
    private ExaminationId id = new ExaminationId(1);

    @Option(
        names = "--language",
        paramLabel = "zh|en",
        converter = Options.OfTongue.class,
        description = "The language of the report (default: zh).")
    private Tongue language = Tongue.CHINESE;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        description = "Where to write, .html or .pdf; a file that is there is left alone.")
    private Path out = Path.of("");

    Report(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
      boolean pdf = name.endsWith(".pdf");
      if (!pdf && !name.endsWith(".html")) {
        throw new ProblemsException(
            Problem.of("report-file", "--out", name, "A report is written to .html or .pdf."));
      }
      Path file = session.around().folder().resolve(out);
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(out.toString());
      }
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        ExaminationReports reports =
            new ExaminationReports(
                desk.book(),
                new JteReportPages(),
                ChromiumPrinter.on(session.around().variable("PATH")),
                workspace.trail(),
                session.around().clock());
        byte[] bytes = pdf ? pdf(reports, workspace) : html(reports, workspace);
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        session.say(id + " written to " + out + ".");
      }
      return ExitCode.DONE;
    }

    private byte[] html(ExaminationReports reports, Workspace workspace) {
      return reports
          .html(workspace.owner(), id, language)
          .orElseThrow(() -> missing(id))
          .html()
          .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] pdf(ExaminationReports reports, Workspace workspace) throws IOException {
      return reports
          .pdf(workspace.owner(), id, language)
          .orElseThrow(() -> missing(id))
          .orThrow()
          .bytes();
    }
  }

  private static ProblemsException missing(ExaminationId id) {
    return new ProblemsException(
        Problem.of("not-found", "", id.toString(), "No examination is kept under this id."));
  }
}
