package org.zhiheng.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.examine.assignment.GoodsOnShelf;
import org.zhiheng.jobs.examine.report.Tongue;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.use.AnchorRule;
import org.zhiheng.jobs.prove.use.AnchorRules;
import org.zhiheng.jobs.prove.use.Declarations;
import org.zhiheng.jobs.prove.use.Declared;
import org.zhiheng.jobs.prove.use.GoodUse;
import org.zhiheng.jobs.prove.use.Said;
import org.zhiheng.jobs.prove.use.UseDeclaration;
import org.zhiheng.jobs.prove.use.UseDesk;
import org.zhiheng.jobs.prove.use.UseJson;
import org.zhiheng.jobs.prove.use.UsePoint;
import org.zhiheng.jobs.prove.use.UseQuestion;
import org.zhiheng.jobs.prove.use.UseRule;
import org.zhiheng.jobs.prove.use.UseWindow;
import org.zhiheng.jobs.prove.use.WordLikeness;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.links.JteDeclarationPages;
import org.zhiheng.register.number.Office;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng use window|declaration`
final class UseVerbs {

  private UseVerbs() {}

  static UseDesk desk(Workspace workspace, ProveDesk desk) {
    return new UseDesk(
        workspace.records(),
        desk.book(),
        new GoodsOnShelf(workspace.goods()),
        new WordLikeness(Words::load));
  }

  /// Tells what evidence shows of three years.
  @Command(
      name = "window",
      description = {
        "Tells for each good of a mark what the evidence of use shows of the three years before a",
        "non-use request (Trademark Law art. 49) or a suit (art. 64): proved, weak or none, and why.",
        "It prepares a decision and is none."
      })
  static final class Window implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "RIGHT",
        description = "The mark: its id (R42) or any of its numbers.")
    private String right = "";

    @Option(
        names = "--request",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The day a non-use request was filed, or might be.")
    private Optional<LocalDate> request = Optional.empty();

    @Option(
        names = "--suit",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The day a suit was brought, or might be.")
    private Optional<LocalDate> suit = Optional.empty();

    @Option(
        names = "--good",
        paramLabel = "TEXT",
        description = "Only this good; may be given several times (default: all).")
    private List<String> goods = List.of();

    Window(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      if (request.isPresent() == suit.isPresent()) {
        throw new ProblemsException(
            Problem.of("use-dates", "--request", "", "Give one of --request and --suit."));
      }
      UseQuestion question =
          new UseQuestion(
              request.isPresent() ? UseQuestion.Basis.NON_USE_REQUEST : UseQuestion.Basis.SUIT,
              request.or(() -> suit).orElseThrow(),
              goods.stream().map(String::strip).toList());
      try (Workspace workspace = session.workspace()) {
        RightId meant = Meant.one(workspace, right);
        tell(
            desk(workspace, workspace.proving().open()).window(workspace.owner(), meant, question));
        return ExitCode.DONE;
      }
    }

    private void tell(UseWindow window) {
      List<List<String>> rows = new ArrayList<>();
      List<List<String>> reasons = new ArrayList<>();
      for (GoodUse good : window.goods()) {
        rows.add(row(good));
        for (Said because : good.because()) {
          reasons.add(List.of(good.good(), because.en()));
        }
      }
      Sheet sheet =
          new Sheet()
              .text("right", window.mark().id().toString())
              .text("mark", window.mark().word())
              .text("basis", window.question().basis().code())
              .text("from", window.from().toString())
              .text("until", window.until().toString())
              .text("rule", UseRule.VERDICT.name() + " " + UseRule.VERDICT.version())
              .table(
                  "goods",
                  List.of(
                      Column.text("good"),
                      Column.text("registered"),
                      Column.text("verdict"),
                      Column.text("lastUse"),
                      Column.number("gapMonths"),
                      Column.text("threeYearsWithout"),
                      Column.text("evidence"),
                      Column.text("beside"),
                      Column.text("months")),
                  rows)
              .table("because", List.of(Column.text("good"), Column.text("because")), reasons)
              .table(
                  "justifications",
                  List.of(
                      Column.text("evidence"),
                      Column.text("from"),
                      Column.text("to"),
                      Column.text("reason")),
                  window.justifications().stream()
                      .map(one ->
                          List.of(
                              one.id().toString(),
                              one.from().toString(),
                              one.to().toString(),
                              one.reason()))
                      .toList())
              .table("remarks", REMARK_COLUMNS, remarks(window.remarks()))
              .table(
                  "law",
                  List.of(Column.text("point"), Column.text("checked"), Column.text("source")),
                  window.law().stream().map(Window::law).toList());
      session.output().sheet(sheet, () -> RecordJson.text(out -> UseJson.window(window, out)));
    }

    private static List<String> row(GoodUse good) {
      return List.of(
          good.good(),
          good.registered() ? "yes" : "no",
          good.verdict().code(),
          good.lastUse().map(LocalDate::toString).orElse(""),
          Integer.toString(good.gapMonths()),
          good.threeYearsWithout() ? "yes" : "no",
          good.counted().stream().map(one -> one.id().toString()).collect(Collectors.joining(" ")),
          String.join("; ", good.beside()),
          good.months().stream().map(Window::sign).collect(Collectors.joining()));
    }

    /// One sign a month, oldest first: how many pieces of evidence touch it, 9 for more.
    private static String sign(GoodUse.Month month) {
      return month.count() == 0 ? "." : Integer.toString(Math.min(month.count(), 9));
    }

    private static List<String> law(UsePoint point) {
      return List.of(
          point.id(),
          point.citation().confidence().name().toLowerCase(Locale.ROOT),
          point.citation().instrument() + " " + point.citation().article());
    }
  }

  private static final List<Column> REMARK_COLUMNS =
      List.of(Column.text("remark"), Column.text("about"), Column.text("words"));

  private static List<List<String>> remarks(List<UseWindow.Remark> remarks) {
    return remarks.stream()
        .map(one -> List.of(one.code(), String.join(" ", one.subject()), one.said().en()))
        .toList();
  }

  /// Writes a declaration of use.
  @Command(
      name = "declaration",
      description = {
        "Writes a declaration of use for a period to a file (.html or .json): each line tied to",
        "evidence, its place in the log and its commitment. Where the office asks for a chain and",
        "evidence is not anchored on one, nothing is written, and it says why."
      })
  static final class Declare implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "RIGHT",
        description = "The mark: its id (R42) or any of its numbers.")
    private String right = "";

    @Option(
        names = "--from",
        paramLabel = "DATE",
        required = true,
        converter = Options.OfDate.class,
        description = "First day of the period.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(
        names = "--to",
        paramLabel = "DATE",
        required = true,
        converter = Options.OfDate.class,
        description = "Last day of the period.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(
        names = "--office",
        paramLabel = "CC",
        converter = Options.OfOffice.class,
        description = "Before which office it is to be used (default: CN).")
    private Office office = Office.CN;

    @Option(
        names = "--language",
        paramLabel = "zh|en",
        converter = Options.OfTongue.class,
        description = "The language of the page (default: zh).")
    private Tongue language = Tongue.CHINESE;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        description = "Where to write, .html or .json; a file that is there is left alone.")
    private Path out = Path.of("");

    @Option(
        names = "--deposit",
        description = "Deposits the declaration itself as evidence, whose id is told.")
    private boolean deposit;

    Declare(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      String name = String.valueOf(out.getFileName());
      boolean html = name.toLowerCase(Locale.ROOT).endsWith(".html");
      if (!html && !name.toLowerCase(Locale.ROOT).endsWith(".json")) {
        throw new ProblemsException(
            Problem.of("use-file", "--out", name, "A declaration is written to .html or .json."));
      }
      Path file = session.around().folder().resolve(out);
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(out.toString());
      }
      try (Workspace workspace = session.workspace()) {
        RightId meant = Meant.one(workspace, right);
        ProveDesk prove = workspace.proving().open();
        Declarations declarations =
            new Declarations(
                desk(workspace, prove),
                prove,
                AnchorRules.load(),
                workspace.trail(),
                session.around().clock());
        Declared declared =
            declarations.declare(
                workspace.owner(), meant, new UseDeclaration.Period(from, to), office);
        return switch (declared) {
          case Declared.Withheld withheld -> withheld(withheld);
          case Declared.Issued(UseDeclaration declaration) -> {
            String text =
                html
                    ? new JteDeclarationPages().page(declaration, language)
                    : RecordJson.text(json -> UseJson.declaration(declaration, json)) + "\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
            tell(declaration, kept(workspace, prove, declarations, declaration, name, bytes));
            yield ExitCode.DONE;
          }
        };
      }
    }

    private ExitCode withheld(Declared.Withheld withheld) {
      AnchorRule rule = withheld.rule();
      session.say(
          "Nothing is declared: "
              + rule.said().en()
              + " Not anchored: "
              + withheld.missing().stream().map(Object::toString).collect(Collectors.joining(" "))
              + " ("
              + rule.citation().instrument()
              + " "
              + rule.citation().article()
              + ", "
              + rule.citation().confidence().name().toLowerCase(Locale.ROOT)
              + ").");
      return ExitCode.REFUSED;
    }

    private Optional<EvidenceStore.Kept> kept(
        Workspace workspace,
        ProveDesk prove,
        Declarations declarations,
        UseDeclaration declaration,
        String name,
        byte[] bytes)
        throws IOException {
      if (!deposit) {
        return Optional.empty();
      }
      EvidenceStore.Kept kept = declarations.deposit(workspace.owner(), declaration, name, bytes);
      return Optional.of(prove.turn().await(workspace.owner(), kept, EvidenceVerbs.PATIENCE));
    }

    private void tell(UseDeclaration declaration, Optional<EvidenceStore.Kept> kept) {
      session
          .output()
          .sheet(
              new Sheet()
                  .text("right", declaration.mark().id().toString())
                  .text("from", from.toString())
                  .text("to", to.toString())
                  .number("lines", declaration.lines().size())
                  .text("office", declaration.anchoring().office().code())
                  .text("chainAnchor", declaration.anchoring().need().code())
                  .text("because", declaration.anchoring().said().en())
                  .text("out", out.toString())
                  .text("evidence", kept.map(one -> one.id().toString()).orElse(""))
                  .number("index", kept.flatMap(EvidenceStore.Kept::index))
                  .table("remarks", REMARK_COLUMNS, remarks(declaration.remarks())));
    }
  }
}
