package org.zhiheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.examine.Compared;
import org.zhiheng.jobs.examine.Comparing;
import org.zhiheng.jobs.examine.ExaminationJson;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.jobs.examine.Examined;
import org.zhiheng.jobs.examine.Examiner;
import org.zhiheng.jobs.examine.Hit;
import org.zhiheng.jobs.examine.Inquiry;
import org.zhiheng.jobs.examine.KeptJson;
import org.zhiheng.jobs.examine.ScoreJson;
import org.zhiheng.jobs.examine.SenseModel;
import org.zhiheng.jobs.examine.WhyNot;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.models.onnx.OnnxEmbeddings;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng mark examine|compare`
final class MarkVerbs {

  /// The office whose law is applied: its days are days in China.
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private MarkVerbs() {}

  /// Looks for earlier marks.
  @Command(
      name = "examine",
      description = {
        "Looks for the earlier marks of the workspace that stand in a new one's way,",
        "with the reasons."
      })
  static final class Examine implements Verb {

    private final Session session;

    @Option(names = "--name", paramLabel = "NAME", description = "The new mark's words.")
    private String name = "";

    @Option(
        names = "--figure",
        paramLabel = "FILE",
        description = "The new mark's picture: SVG, PNG, JPEG or WebP.")
    private Optional<Path> figure = Optional.empty();

    @Option(
        names = "--class",
        paramLabel = "CLASS",
        split = ",",
        description = "Nice classes: 28, or 28,35 (default: all).")
    private List<String> classes = List.of();

    @Option(
        names = "--group",
        paramLabel = "GROUP",
        split = ",",
        description = "Similar groups: 2802 (default: all).")
    private List<String> groups = List.of();

    @Option(names = "--applicant", paramLabel = "NAME", description = "Who files it.")
    private String applicant = "";

    @Option(
        names = "--filed-on",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "Its filing or priority date, if it is filed.")
    private Optional<LocalDate> filedOn = Optional.empty();

    @Option(
        names = "--law-date",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The law of this day is applied (default: today).")
    private Optional<LocalDate> lawDate = Optional.empty();

    @Option(names = "--top", paramLabel = "N", description = "At most so many marks (default: 20).")
    private int top = 20;

    @Option(
        names = "--why-not",
        paramLabel = "MARK",
        description = {
          "Instead of the list: where this mark of the workspace stands and why.",
          "Its id, a number or its name."
        })
    private Optional<String> whyNot = Optional.empty();

    @Option(
        names = "--keep",
        description = "Keeps it as a record, whose id is told: see `zhiheng examination`.")
    private boolean keep;

    Examine(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.checkTop(top, Inquiry.TOP_MAX);
      Optional<byte[]> picture =
          figure.isPresent() ? Optional.of(picture(session, figure.get())) : Optional.empty();
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        Optional<Digest> deposited =
            picture.isPresent()
                ? Optional.of(desk.figures().deposit(workspace.owner(), picture.get()))
                : Optional.empty();
        Inquiry inquiry = inquiry(deposited);
        if (whyNot.isPresent()) {
          return why(workspace.owner(), desk.examiner(), inquiry, whyNot.get());
        }
        if (!keep) {
          return tell(desk.examiner().examine(workspace.owner(), inquiry));
        }
        Examinations.Kept kept = desk.book().keep(workspace.owner(), inquiry);
        Examined examined = desk.book().examined(kept);
        return tell(
            new Sheet().text("record", kept.id().toString()),
            examined,
            () -> RecordJson.text(out -> KeptJson.kept(kept, out)));
      }
    }

    private ExitCode why(Acting owner, Examiner examiner, Inquiry inquiry, String typed)
        throws IOException {
      List<RightId> meant = examiner.meant(owner, typed);
      if (meant.size() > 1) {
        throw new ProblemsException(
            Problem.of(
                "ambiguous",
                "--why-not",
                typed,
                "Several marks are called so: give the id, one of " + meant + "."));
      }
      WhyNot found =
          meant.isEmpty()
              ? unknown(typed)
              : examiner.whyNot(owner, inquiry, meant.getFirst()).orElseGet(() -> unknown(typed));
      Hit hit = found.hit();
      List<List<String>> rules = new ArrayList<>();
      for (RuleFinding rule : hit.rules()) {
        rules.add(List.of(Integer.toString(rule.number()), rule.sentenceEn()));
      }
      Sheet sheet =
          new Sheet()
              .text("name", inquiry.name())
              .text("right", hit.right().toString())
              .text("mark", hit.name())
              .text("place", place(found));
      List<String> values = values(hit.scores());
      int at = 0;
      for (Aspect aspect : Aspect.values()) {
        sheet.text(ScoreJson.code(aspect), values.get(at++));
      }
      sheet
          .text(
              "goods",
              hit.goods().map(one -> one.kind().name().toLowerCase(Locale.ROOT)).orElse("-"))
          .text("standing", hit.standing().state().code())
          .text("holder", hit.holder())
          .table("rules", List.of(Column.number("rule"), Column.text("because")), rules);
      session
          .output()
          .sheet(sheet, () -> RecordJson.text(out -> ExaminationJson.whyNot(found, out)));
      return ExitCode.DONE;
    }

    private static WhyNot unknown(String typed) {
      throw new ProblemsException(
          Problem.of("right-unknown", "--why-not", typed, "The workspace has no such mark."));
    }

    private static String place(WhyNot found) {
      return switch (found.place()) {
        case WhyNot.Listed(int rank) -> "listed at rank " + rank;
        case WhyNot.FurtherDown(double last) ->
            String.format(
                Locale.ROOT,
                "further down: %.2f, the last of the list has %.2f",
                found.hit().order(),
                last);
        case WhyNot.OtherGoods _ -> "left out: its goods are unrelated";
        case WhyNot.NothingInCommon _ -> "not listed: nothing that is compared is alike";
        case WhyNot.NotProposed _ ->
            String.format(
                Locale.ROOT,
                "not proposed by the index, though it would have %.2f",
                found.hit().order());
      };
    }

    private Inquiry inquiry(Optional<Digest> deposited) {
      return new Inquiry(
          name,
          deposited,
          symbols(ClassScheme.NICE, classes),
          symbols(ClassScheme.SIMILAR_GROUP, groups),
          lawDate.orElseGet(() -> LocalDate.ofInstant(session.around().clock().instant(), CHINA)),
          filedOn,
          applicant,
          top);
    }

    private ExitCode tell(Examined examined) {
      return tell(
          new Sheet(),
          examined,
          () -> RecordJson.text(out -> ExaminationJson.examined(examined, out)));
    }

    private ExitCode tell(Sheet sheet, Examined examined, Supplier<String> json) {
      examined.cautions().forEach(caution -> session.say(caution.line()));
      List<List<String>> rows = new ArrayList<>();
      int rank = 1;
      for (Hit hit : examined.hits()) {
        List<String> row = new ArrayList<>();
        row.add(Integer.toString(rank++));
        row.add(hit.right().toString());
        row.add(hit.name());
        row.addAll(values(hit.scores()));
        row.add(hit.standing().state().code());
        row.add(hit.holder());
        rows.add(row);
      }
      List<Column> columns = new ArrayList<>();
      columns.add(Column.number("rank"));
      columns.add(Column.text("right"));
      columns.add(Column.text("name"));
      for (Aspect aspect : Aspect.values()) {
        columns.add(Column.text(ScoreJson.code(aspect)));
      }
      columns.add(Column.text("standing"));
      columns.add(Column.text("holder"));
      Sheet told =
          sheet
              .text("name", examined.inquiry().name())
              .text("lawDate", examined.inquiry().lawDate().toString())
              .number("marks", examined.basis().marks())
              .text("index", examined.basis().indexVersion())
              .text("list", examined.list().hex())
              .table("hits", columns, rows);
      session.output().sheet(told, json);
      return ExitCode.DONE;
    }

    static Set<String> symbols(ClassScheme scheme, List<String> texts) {
      Set<String> symbols = new LinkedHashSet<>();
      for (String text : texts) {
        symbols.add(Symbols.read(scheme, text).orThrow().symbol());
      }
      return symbols;
    }
  }

  /// Attaches a picture to a mark.
  @Command(
      name = "figure",
      description = {
        "Attaches a picture to a mark of the workspace: from then on it is found by its figure.",
        "SVG, PNG, JPEG or WebP."
      })
  static final class AttachFigure implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "RIGHT", description = "Its id or a number.")
    private String right = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The picture.")
    private Path file = Path.of("");

    AttachFigure(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      byte[] bytes = picture(session, file);
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        RightId id = Meant.one(workspace, right);
        Recording recording =
            desk.figures()
                .attach(
                    workspace.owner(),
                    id,
                    String.valueOf(file.getFileName()),
                    bytes,
                    LocalDate.ofInstant(session.around().clock().instant(), CHINA));
        return Recorded.tell(session, recording);
      }
    }
  }

  private static byte[] picture(Session session, Path file) throws IOException {
    Path path = session.around().folder().resolve(file);
    int most = PictureLimits.USUAL.bytesMax();
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most + 1);
    }
  }

  /// Compares two names.
  @Command(
      name = "compare",
      description = {
        "Compares two names: sound, shape, meaning and figure apart, each with its evidence,",
        "and the examination rules that apply. Needs no workspace."
      })
  static final class Compare implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "The one.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "The other.")
    private String right = "";

    Compare(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Compared compared;
      try (SenseModel model = new SenseModel(OnnxEmbeddings::load)) {
        compared = Comparing.with(Words.load(), model).names(left, right);
      }
      compared.cautions().forEach(caution -> session.say(caution.line()));
      Sheet sheet = new Sheet().text("left", left).text("right", right);
      List<String> values = values(compared.scores());
      int at = 0;
      for (Aspect aspect : Aspect.values()) {
        sheet.text(ScoreJson.code(aspect), values.get(at++));
      }
      List<List<String>> rules = new ArrayList<>();
      for (RuleFinding rule : compared.rules()) {
        if (rule.outcome() != RuleFinding.Outcome.DOES_NOT_APPLY) {
          rules.add(List.of(Integer.toString(rule.number()), rule.sentenceEn()));
        }
      }
      sheet.table("rules", List.of(Column.number("rule"), Column.text("because")), rules);
      session
          .output()
          .sheet(sheet, () -> RecordJson.text(out -> ExaminationJson.compared(compared, out)));
      return ExitCode.DONE;
    }
  }

  /// Each aspect's value with two places; a dash where it was not compared.
  private static List<String> values(Scores scores) {
    List<String> values = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      values.add(
          scores
              .of(aspect)
              .map(score -> String.format(Locale.ROOT, "%.2f", score.value()))
              .orElse("-"));
    }
    return values;
  }
}
