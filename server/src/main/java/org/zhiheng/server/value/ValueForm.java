package org.zhiheng.server.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.jobs.value.PatentReport;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.values.Problem;

/// The page of a valuation with what was typed, what was wrong with it and what it came to.
final class ValueForm {

  private static final List<String> SCENES =
      List.of("licence", "finance", "reporting", "relief", "management", "other");

  private final Words words;
  private final ValuePages.Question question;

  private ValueForm(Words words, ValuePages.Question question) {
    this.words = words;
    this.question = question;
  }

  /// The view.
  ///
  /// @param report none for what cannot be valued
  static ValueView view(
      Words words, RightFile right, ValuePages.Question question, Optional<PatentReport> report) {
    Optional<ValueReading> read = report.map(one -> new ValueReading(words, one));
    String title = right.title().isEmpty() ? right.record().id().toString() : right.title();
    return new ValueView(
        right.record().id().toString(),
        title,
        right.record().kind().family() == RightKind.Family.PATENT,
        question.on().toString(),
        facts(words, right, question, report),
        notice(words),
        question.refused(),
        new ValueForm(words, question).form(),
        question.text(),
        read.flatMap(ValueReading::money),
        read.map(ValueReading::indicators)
            .orElse(
                new ValueView.Indicators(
                    "",
                    "",
                    new ValueView.Indicator(
                        0,
                        "",
                        "",
                        new ValueView.Span(0, 0),
                        "",
                        true,
                        List.of(),
                        "",
                        "",
                        List.of()),
                    List.of())),
        read.map(ValueReading::missing).orElse(List.of()),
        read.map(ValueReading::annuities).orElse(List.of()),
        read.map(ValueReading::problems).orElse(List.of()));
  }

  /// The notice in the reader's language; documents and files carry it in both.
  private static String notice(Words words) {
    String both = ModelReport.NOTICE;
    int end = both.indexOf('。') + 1;
    return words.language() == Language.CHINESE
        ? both.substring(0, end)
        : both.substring(end).strip();
  }

  private static List<ValueView.Line> facts(
      Words words, RightFile right, ValuePages.Question question, Optional<PatentReport> report) {
    List<ValueView.Line> facts = new ArrayList<>();
    facts.add(
        new ValueView.Line(
            words.say("value.fact.number"),
            right.right().numbers().stream()
                .findFirst()
                .map(number -> number.text())
                .orElse(right.record().id().toString()),
            ""));
    facts.add(
        new ValueView.Line(
            words.say("value.fact.stage"), words.code("stage", right.right().stage().code()), ""));
    facts.add(new ValueView.Line(words.say("value.on"), words.date(question.on()), ""));
    report.ifPresent(one ->
        facts.add(
            new ValueView.Line(
                words.say("value.fact.term"),
                one.termEnds().map(words::date).orElse(words.say("value.fact.term.unknown")),
                "")));
    return facts;
  }

  /// A problem where it was typed, in the reader's language; the job's own words say it more
  /// exactly.
  static ValueView.Refused refused(Words words, ValuePages.Question question, Problem problem) {
    String where =
        question
            .given()
            .field(problem.path())
            .map(field -> place(words, field))
            .orElse(words.position(problem.path()));
    String given = problem.given().isEmpty() ? "" : " (" + problem.given() + ")";
    return new ValueView.Refused(
        where,
        words.problem(problem) + given,
        words.problem(problem).equals(problem.reason()) ? "" : problem.reason());
  }

  /// `许可费节省法 · 许可费率`
  private static String place(Words words, String field) {
    for (Asked asked : Asked.ALL) {
      if (field.equals(asked.brief()) || field.startsWith(asked.brief() + ".")) {
        String line =
            field.equals(asked.brief()) ? "" : field.substring(asked.brief().length() + 1);
        String label = words.has("value.input." + line) ? words.say("value.input." + line) : line;
        return words.code("value.method", asked.key()) + (line.isEmpty() ? "" : " · " + label);
      }
    }
    return words.codeOrItself("value.field", field);
  }

  private ValueView.Form form() {
    Typed typed = question.typed();
    return new ValueView.Form(
        choices("value.scene", SCENES, typed.get("scene"), "other"),
        choices("value.relief", List.of("none", "sole", "joint"), typed.get("relief"), "none"),
        typed.get("value"),
        typed.get("purpose"),
        Asked.ALL.stream().map(this::method).toList(),
        Stream.of("income", "market", "cost")
            .map(kind ->
                new ValueView.Choice(
                    kind, words.code("value.kind", kind), typed.get("left." + kind), false))
            .toList(),
        typed.get("draw.hazard"),
        typed.get("draw.source"),
        typed.get("draw.seed"));
  }

  private List<ValueView.Choice> choices(
      String prefix, List<String> codes, String chosen, String usual) {
    String on = codes.contains(chosen) ? chosen : usual;
    return codes.stream()
        .map(code -> new ValueView.Choice(code, words.code(prefix, code), code, code.equals(on)))
        .toList();
  }

  private ValueView.MethodForm method(Asked asked) {
    Typed typed = question.typed();
    String wrong = wrong(asked.brief(), true);
    List<ValueView.FigureForm> figures =
        asked.figures().stream()
            .map(figure ->
                figure(
                    asked.brief() + "." + figure.key(),
                    words.say("value.input." + figure.key()),
                    unit(figure.unit())))
            .toList();
    List<ValueView.FigureForm> things =
        IntStream.rangeClosed(1, asked.things())
            .mapToObj(thing ->
                figure(
                    asked.brief() + "." + thing,
                    words.say(
                        asked.deals() ? "value.thing.deal" : "value.thing.item",
                        Integer.toString(thing)),
                    unit(Unit.MONEY)))
            .toList();
    return new ValueView.MethodForm(
        asked.brief(),
        words.code("value.method", asked.key()),
        words.code("value.asks", asked.key()),
        typed.uses(asked)
            || !wrong.isEmpty()
            || (typed.fields().isEmpty() && asked.key().equals("relief-from-royalty")),
        typed.get(asked.brief() + ".source"),
        typed.get(asked.brief() + ".on"),
        figures,
        asked.timed()
            ? choices(
                "value.timing",
                List.of("mid-year", "year-end"),
                typed.get(asked.brief() + ".timing"),
                "mid-year")
            : List.of(),
        asked.deals(),
        things,
        wrong);
  }

  private ValueView.FigureForm figure(String field, String label, String unit) {
    Map<String, String> values = new HashMap<>();
    question
        .typed()
        .fields()
        .forEach((name, value) -> {
          if (name.startsWith(field + ".")) {
            values.put(name.substring(field.length() + 1), value);
          }
        });
    return new ValueView.FigureForm(field, label, unit, Map.copyOf(values), wrong(field, false));
  }

  private String wrong(String field, boolean anyBelow) {
    String where = place(words, field);
    return question.refused().stream()
        .filter(
            one -> one.where().equals(where) || (anyBelow && one.where().startsWith(where + " · ")))
        .findFirst()
        .map(ValueView.Refused::why)
        .orElse("");
  }

  private String unit(Unit unit) {
    return switch (unit) {
      case MONEY -> words.say("value.unit.money");
      case SHARE -> "%";
      case SHARE_PER_YEAR -> words.say("value.perYear", "%");
      case YEARS -> words.say("value.unit.years");
      case MULTIPLE, COUNT -> words.say("value.unit.number");
    };
  }
}
