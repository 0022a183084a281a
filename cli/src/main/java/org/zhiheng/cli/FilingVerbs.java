package org.zhiheng.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.examine.assignment.CoAssignmentJson;
import org.zhiheng.jobs.examine.assignment.CoAssignmentList;
import org.zhiheng.jobs.examine.assignment.CoMark;
import org.zhiheng.jobs.examine.assignment.Likeness;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.pattern.Amount;
import org.zhiheng.jobs.examine.pattern.EvidencePack;
import org.zhiheng.jobs.examine.pattern.Factor;
import org.zhiheng.jobs.examine.pattern.Figure;
import org.zhiheng.jobs.examine.pattern.Pattern;
import org.zhiheng.jobs.examine.pattern.PatternJson;
import org.zhiheng.jobs.examine.pattern.PatternQuestion;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.Symbols;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng mark assignment|filings`
final class FilingVerbs {

  private FilingVerbs() {}

  /// Lists the marks that were forgotten.
  @Command(
      name = "assignment",
      description = {
        "Lists the holder's other marks that must move along when these are assigned or pledged.",
        "Ends with 1 when there are any, or some that a person must compare."
      })
  static final class Assignment implements Verb {

    private final Session session;

    @Option(
        names = "--right",
        paramLabel = "RIGHT",
        required = true,
        description = "A mark that is to move: its id or a number; may be given several times.")
    private List<String> rights = List.of();

    @Option(
        names = "--for",
        paramLabel = "PURPOSE",
        description = "assignment or pledge (default: assignment).")
    private CoAssignmentList.Purpose purpose = CoAssignmentList.Purpose.ASSIGNMENT;

    Assignment(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        Set<RightId> given = new LinkedHashSet<>();
        for (String right : rights) {
          given.add(Meant.one(workspace, right));
        }
        CoAssignmentList list =
            desk.assignment().list(workspace.owner(), given, purpose, Likeness.WIDE);
        tell(list);
        return list.complete() ? ExitCode.DONE : ExitCode.REFUSED;
      }
    }

    private void tell(CoAssignmentList list) {
      List<List<String>> rows = new ArrayList<>();
      for (CoMark mark : list.forgotten()) {
        rows.add(row(mark));
      }
      List<List<String>> others = new ArrayList<>();
      for (CoMark mark : list.otherGoods()) {
        others.add(row(mark));
      }
      List<Column> columns =
          List.of(
              Column.text("right"),
              Column.text("name"),
              Column.text("number"),
              Column.text("beside"),
              Column.text("likeness"),
              Column.text("goods"),
              Column.text("duty"),
              Column.text("because"));
      Sheet sheet =
          new Sheet()
              .text("purpose", list.purpose().code())
              .text("given", joined(list.given()))
              .text("holders", joined(list.holders()))
              .truth("complete", Boolean.toString(list.complete()))
              .number("compared", list.compared())
              .text("notCompared", joined(list.notCompared()))
              .text("holderUnknown", joined(list.holderUnknown()))
              .table("forgotten", columns, rows)
              .table("otherGoods", columns, others)
              .table(
                  "law",
                  List.of(Column.text("source")),
                  list.sources().stream().map(source -> List.of(source.en())).toList());
      session.output().sheet(sheet, () -> RecordJson.text(out -> CoAssignmentJson.list(list, out)));
    }

    private static List<String> row(CoMark mark) {
      return List.of(
          mark.right().toString(),
          mark.name(),
          mark.number(),
          mark.beside().toString(),
          String.format(Locale.ROOT, "%.2f", mark.rating().order()),
          mark.goods().code(),
          mark.duty().code(),
          mark.reason().en());
    }
  }

  /// Shows how a party files marks.
  @Command(
      name = "filings",
      description = {
        "Shows how a party files marks, factor by factor, each with its figures, its inputs, the",
        "law and what speaks against it. Suspicion, no verdict; the look is kept in the audit trail."
      })
  static final class Filings implements Verb {

    private final Session session;

    @Option(
        names = "--party",
        paramLabel = "PARTY",
        required = true,
        converter = Options.OfParty.class,
        description = "Whose, such as P12.")
    private PartyId party = new PartyId(1);

    @Option(names = "--own", description = "It is the organisation itself: would they stand?")
    private boolean own;

    @Option(
        names = "--class",
        paramLabel = "CLASS",
        split = ",",
        description = "Nice classes of the party's business: 28, or 28,35.")
    private List<String> classes = List.of();

    Filings(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      TreeSet<String> business = new TreeSet<>();
      for (String text : classes) {
        business.add(Symbols.read(ClassScheme.NICE, text).orThrow().symbol());
      }
      PatternQuestion question =
          new PatternQuestion(
              party,
              own ? Pattern.Purpose.OWN : Pattern.Purpose.OTHERS,
              business,
              List.of(),
              Pattern.Settings.USUAL);
      try (Workspace workspace = session.workspace();
          ExamineDesk desk = workspace.marks().open(session::say)) {
        tell(desk.filings().export(workspace.owner(), question));
      }
      return ExitCode.DONE;
    }

    private void tell(EvidencePack pack) {
      Pattern pattern = pack.pattern();
      List<List<String>> figures = new ArrayList<>();
      List<List<String>> against = new ArrayList<>();
      for (Factor factor : pattern.factors()) {
        for (Figure figure : factor.figures()) {
          figures.add(
              List.of(
                  factor.kind().code(),
                  figure.code(),
                  amount(figure.amount()),
                  figure.unit(),
                  joined(figure.inputs())));
        }
        factor.against().forEach(said -> against.add(List.of(factor.kind().code(), said.en())));
      }
      Sheet sheet =
          new Sheet()
              .text("marking", "suspicion, for authorised roles only")
              .text("party", pattern.subject().toString())
              .text("name", pattern.name())
              .text("asOf", pattern.asOf().toString())
              .number("filings", pattern.filings())
              .text("digest", pack.digest().hex())
              .table(
                  "figures",
                  List.of(
                      Column.text("factor"),
                      Column.text("figure"),
                      Column.text("value"),
                      Column.text("unit"),
                      Column.text("rights")),
                  figures)
              .table("against", List.of(Column.text("factor"), Column.text("because")), against)
              .table(
                  "answers",
                  List.of(Column.text("at"), Column.text("by"), Column.text("text")),
                  pack.answers().stream()
                      .map(answer -> List.of(answer.at().toString(), answer.by(), answer.text()))
                      .toList());
      session.output().sheet(sheet, () -> RecordJson.text(out -> PatternJson.pack(pack, out)));
    }

    private static String amount(Amount amount) {
      return switch (amount) {
        case Amount.Count(long count) -> Long.toString(count);
        case Amount.Share(long part, long whole) -> part + "/" + whole;
      };
    }
  }

  private static String joined(List<?> ids) {
    return String.join(" ", ids.stream().map(String::valueOf).toList());
  }
}
