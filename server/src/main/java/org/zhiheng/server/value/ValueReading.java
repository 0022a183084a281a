package org.zhiheng.server.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.zhiheng.jobs.value.Missing;
import org.zhiheng.jobs.value.PatentReport;
import org.zhiheng.jobs.value.ValueJson;
import org.zhiheng.jobs.value.YearFee;
import org.zhiheng.server.chart.Ruler;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.valuation.Bar;
import org.zhiheng.valuation.Conclusion;
import org.zhiheng.valuation.MethodResult;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.valuation.chance.Distribution;
import org.zhiheng.valuation.indicator.Scored;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// A report in the reader's words, with the places of its charts.
final class ValueReading {

  private static final int TORNADO_MAX = 10;

  /// A step of a year of a stream.
  private static final Pattern YEAR = Pattern.compile("year ([0-9]+): (.+)");

  private final Words words;
  private final PatentReport report;

  ValueReading(Words words, PatentReport report) {
    this.words = words;
    this.report = report;
  }

  Optional<ValueView.Money> money() {
    return report.money().map(this::money);
  }

  private ValueView.Money money(ModelReport money) {
    Conclusion said = money.conclusion();
    Ruler ruler =
        Ruler.fromNothing(
            money.methods().stream()
                .flatMapToDouble(one -> DoubleStream.of(one.low(), one.value(), one.high()))
                .toArray());
    return new ValueView.Money(
        money.purpose(),
        words.say("value.range", amount(said.low()), amount(said.high())),
        words.code("value.agreement", word(said.agreement())),
        said.agreement() == Conclusion.Agreement.APART,
        scale(ruler),
        span(ruler, said.low(), said.high()),
        money.methods().stream().map(one -> method(ruler, one)).toList(),
        money.remarks().stream()
            .map(one ->
                words.language() == Language.CHINESE
                    ? new ValueView.Refused(
                        "", words.code("value.remark", word(one.code())), one.text())
                    : new ValueView.Refused("", one.text(), ""))
            .toList());
  }

  private ValueView.MethodLine method(Ruler ruler, MethodResult result) {
    List<Bar> bars =
        result.tornado().stream().filter(bar -> bar.swing() > 0).limit(TORNADO_MAX).toList();
    long left = result.tornado().stream().filter(bar -> bar.swing() > 0).count() - bars.size();
    Ruler own =
        Ruler.around(
            DoubleStream.concat(
                    DoubleStream.of(result.value()),
                    bars.stream()
                        .flatMapToDouble(bar -> DoubleStream.of(bar.atLow(), bar.atHigh())))
                .toArray());
    return new ValueView.MethodLine(
        title(result.title()),
        words.code("value.kind", word(result.kind())),
        amount(result.value()),
        amount(result.low()),
        amount(result.high()),
        words.code("value.basis", word(result.basis())),
        span(ruler, result.low(), result.high()),
        ruler.at(result.value()),
        bars.stream().map(bar -> tornado(own, result.value(), bar)).toList(),
        scale(own),
        own.at(result.value()),
        Math.toIntExact(left),
        result.inputs().stream().map(this::input).toList(),
        result.steps().stream()
            .map(step ->
                new ValueView.Line(step(step.name()), figure(step.value(), step.unit()), ""))
            .toList(),
        result.drawn().map(this::drawn).orElse(List.of()));
  }

  private ValueView.Tornado tornado(Ruler own, double value, Bar bar) {
    return new ValueView.Tornado(
        name(bar.input().name()),
        figure(bar.input().low(), bar.input().unit()),
        figure(bar.input().high(), bar.input().unit()),
        amount(bar.atLow()),
        amount(bar.atHigh()),
        span(own, value, bar.atLow()),
        span(own, value, bar.atHigh()));
  }

  private ValueView.InputLine input(Input input) {
    return new ValueView.InputLine(
        name(input.name()),
        figure(input.low(), input.unit()),
        figure(input.value(), input.unit()),
        figure(input.high(), input.unit()),
        input.source().what(),
        words.date(input.source().asOf()),
        words.code("confidence", word(input.source().confidence())),
        word(input.source().confidence()));
  }

  private List<ValueView.Line> drawn(Distribution drawn) {
    List<ValueView.Line> lines = new ArrayList<>();
    lines.add(
        new ValueView.Line(
            words.say("value.drawn.paths"),
            words.number(drawn.paths()),
            words.say("value.drawn.seed", Long.toString(drawn.seed()))));
    lines.add(
        new ValueView.Line(
            words.say("value.drawn.mean"),
            amount(drawn.mean()),
            words.say("value.drawn.error", amount(drawn.error()))));
    for (double share : new double[] {0.05, 0.5, 0.95}) {
      lines.add(
          new ValueView.Line(
              words.say("value.drawn.share", percent(share)), amount(drawn.percentile(share)), ""));
    }
    lines.add(new ValueView.Line(words.say("value.drawn.ended"), percent(drawn.ended()), ""));
    return lines;
  }

  ValueView.Indicators indicators() {
    List<ValueView.Indicator> groups =
        report.assessment().parts().stream().map(part -> indicator(0, part)).toList();
    return new ValueView.Indicators(
        words.say(
            "value.indicators.said",
            score(report.assessment().low()),
            score(report.assessment().high()),
            percent(report.assessment().known())),
        words.say(
            "value.indicators.whose",
            report.assessment().version(),
            words.code("value.scene", report.assessment().scene())),
        new ValueView.Indicator(
            0,
            words.say("value.indicators.all"),
            scores(report.assessment().low(), report.assessment().high()),
            score(report.assessment().low(), report.assessment().high()),
            percent(report.assessment().known()),
            report.assessment().known() == 0,
            List.of(),
            "",
            "",
            List.of()),
        groups);
  }

  private ValueView.Indicator indicator(int depth, Scored scored) {
    List<ValueView.Indicator> below = new ArrayList<>();
    if (depth == 0) {
      scored.parts().forEach(part -> flat(1, part, below));
    }
    return new ValueView.Indicator(
        depth,
        words.language() == Language.CHINESE ? scored.zh() : scored.en(),
        scores(scored.low(), scored.high()),
        score(scored.low(), scored.high()),
        percent(scored.known()),
        scored.known() == 0,
        scored.evidence().stream().map(this::evidence).toList(),
        scored.missing().stream()
            .map(one -> words.codeOrItself("value.fact", one))
            .collect(Collectors.joining(words.say("value.comma"))),
        scored
            .judgement()
            .map(one ->
                words.say("value.judged", scores(one.low(), one.high()), one.reason())
                    + " "
                    + one.source().what())
            .orElse(""),
        below);
  }

  private void flat(int depth, Scored scored, List<ValueView.Indicator> into) {
    into.add(indicator(depth, scored));
    scored.parts().forEach(part -> flat(depth + 1, part, into));
  }

  private String evidence(Scored.Evidence evidence) {
    return Stream.of(
            words.codeOrItself("value.fact", evidence.fact())
                + " "
                + ValueJson.figure(evidence.figure(), Unit.COUNT),
            evidence.source().what(),
            words.date(evidence.source().asOf()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  List<ValueView.Lack> missing() {
    return report.missing().stream().map(this::lack).toList();
  }

  private ValueView.Lack lack(Missing missing) {
    return new ValueView.Lack(
        words.code("value.method", missing.method()),
        missing.needs().stream()
            .map(this::name)
            .collect(Collectors.joining(words.say("value.comma"))),
        missing.reason().isEmpty() ? "" : words.say("value.missing.term"));
  }

  List<ValueView.Line> annuities() {
    return report.annuities().stream().map(this::annuity).toList();
  }

  private ValueView.Line annuity(YearFee fee) {
    return new ValueView.Line(
        words.say("value.annuity", fee.patentYear(), words.date(fee.begins())),
        words.money(fee.amount().currency().getCurrencyCode() + " " + fee.amount().decimal()),
        fee.source() + " · " + words.code("confidence", word(fee.confidence())));
  }

  List<String> problems() {
    return report.problems().stream()
        .map(one -> words.problem(one) + (one.path().isEmpty() ? "" : " (" + one.path() + ")"))
        .distinct()
        .toList();
  }

  /// `许可费节省法 relief from royalty`: the half that the reader reads.
  private String title(String both) {
    int space = both.indexOf(' ');
    return space < 0
        ? both
        : words.language() == Language.CHINESE
            ? both.substring(0, space)
            : both.substring(space + 1);
  }

  private String name(String input) {
    return input.startsWith("fee of year ")
        ? words.say("value.input.fee", input.substring("fee of year ".length()))
        : saidOrItself("value.input.", input);
  }

  private String step(String name) {
    Matcher year = YEAR.matcher(name);
    return year.matches()
        ? words.say("value.step.year", year.group(1), saidOrItself("value.step.", year.group(2)))
        : saidOrItself("value.step.", name);
  }

  private String saidOrItself(String prefix, String name) {
    String key = prefix + name.replace(' ', '-');
    return words.has(key) ? words.say(key) : name;
  }

  private ValueView.Scale scale(Ruler ruler) {
    return new ValueView.Scale(amount(ruler.least()), amount(ruler.most()), report.currency());
  }

  private static ValueView.Span span(Ruler ruler, double one, double other) {
    long from = ruler.at(Math.min(one, other));
    return new ValueView.Span(from, Math.max(2, ruler.at(Math.max(one, other)) - from));
  }

  private static ValueView.Span score(double low, double high) {
    return span(new Ruler(0, 100), low, high);
  }

  private String scores(double low, double high) {
    return score(low) + " – " + score(high);
  }

  private static String score(double value) {
    return Long.toString(Math.round(value));
  }

  /// To the whole unit: a model says no more.
  String amount(double value) {
    BigDecimal whole = new BigDecimal(value).setScale(0, RoundingMode.HALF_UP);
    String text = words.money(report.currency() + " " + whole.abs().toPlainString());
    return whole.signum() < 0 ? "−" + text : text;
  }

  private String figure(double value, Unit unit) {
    return switch (unit) {
      case MONEY -> amount(value);
      case SHARE -> percent(value);
      case SHARE_PER_YEAR -> words.say("value.perYear", percent(value));
      case YEARS -> words.say("value.years", plain(value));
      case MULTIPLE -> plain(value);
      case COUNT -> plain(value);
    };
  }

  static String percent(double share) {
    return plain(share * 100) + " %";
  }

  private static String plain(double value) {
    BigDecimal rounded = new BigDecimal(value, new MathContext(6)).stripTrailingZeros();
    return (rounded.scale() > 2 ? rounded.setScale(2, RoundingMode.HALF_UP) : rounded)
        .stripTrailingZeros()
        .toPlainString();
  }

  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
