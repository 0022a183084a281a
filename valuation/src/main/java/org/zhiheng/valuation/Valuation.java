package org.zhiheng.valuation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.valuation.chance.Distribution;
import org.zhiheng.valuation.chance.MonteCarlo;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.method.Kind;
import org.zhiheng.valuation.method.MarketMultiples;
import org.zhiheng.valuation.method.Method;
import org.zhiheng.values.Confidence;

/// Values a right by several methods side by side.
///
/// Source: 资产评估法 art. 26 asks for two methods or more unless the standards allow one, by way of a
/// second text; recalled. The rest is our reasoning and said as such.
public final class Valuation {

  private static final int OLD_YEARS = 1;

  private Valuation() {}

  /// The report, cases drawn by one thread.
  public static ModelReport of(Question question) {
    return of(question, 1);
  }

  /// The report.
  ///
  /// @param threads how many draw cases; the report has the same bits for any number
  /// @throws IllegalArgumentException when the threads are out of range, or a method refuses its
  ///   figures at the end of a range
  public static ModelReport of(Question question, int threads) {
    List<MethodResult> results = new ArrayList<>();
    List<Remark> remarks = new ArrayList<>();
    for (Method method : question.methods()) {
      Optional<Distribution> drawn =
          question.draw().map(draw -> MonteCarlo.run(method, draw, threads));
      MethodResult result = result(method, drawn);
      results.add(result);
      remarks.addAll(remarks(question, method, result));
    }
    Conclusion conclusion = conclusion(results);
    remarks.addAll(0, remarks(question, conclusion));
    return new ModelReport(
        ModelReport.NOTICE,
        question.subject(),
        question.asOf(),
        question.currency().getCurrencyCode(),
        question.purpose(),
        conclusion,
        results,
        remarks);
  }

  private static MethodResult result(Method method, Optional<Distribution> drawn) {
    double value = method.value();
    List<Bar> bars = tornado(method);
    double below = 0;
    double above = 0;
    for (Bar bar : bars) {
      double down = Math.max(0, value - Math.min(bar.atLow(), bar.atHigh()));
      double up = Math.max(0, Math.max(bar.atLow(), bar.atHigh()) - value);
      below += down * down;
      above += up * up;
    }
    double low = drawn.map(cases -> cases.percentile(0.05)).orElse(value - Math.sqrt(below));
    double high = drawn.map(cases -> cases.percentile(0.95)).orElse(value + Math.sqrt(above));
    return new MethodResult(
        method.title(),
        method.kind(),
        value,
        low,
        high,
        drawn.isPresent() ? MethodResult.Basis.DRAWN_5_95 : MethodResult.Basis.SWINGS,
        method.inputs(),
        method.steps(),
        bars,
        drawn);
  }

  private static List<Bar> tornado(Method method) {
    List<Input> inputs = method.inputs();
    List<Bar> bars = new ArrayList<>();
    for (int at = 0; at < inputs.size(); at++) {
      Input input = inputs.get(at);
      double[] figures = method.figures();
      figures[at] = input.low();
      double atLow = method.value(figures);
      figures[at] = input.high();
      bars.add(new Bar(input, atLow, method.value(figures)));
    }
    bars.sort(Comparator.comparingDouble(Bar::swing).reversed());
    return bars;
  }

  private static Conclusion conclusion(List<MethodResult> results) {
    double commonLow = Double.NEGATIVE_INFINITY;
    double commonHigh = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (MethodResult result : results) {
      commonLow = Math.max(commonLow, result.low());
      commonHigh = Math.min(commonHigh, result.high());
      least = Math.min(least, result.low());
      most = Math.max(most, result.high());
    }
    if (results.size() == 1) {
      return new Conclusion(
          least, most, Conclusion.Agreement.ALONE, "The range of the only method.");
    }
    return commonLow <= commonHigh
        ? new Conclusion(
            commonLow,
            commonHigh,
            Conclusion.Agreement.IN_COMMON,
            "What the ranges of all " + results.size() + " methods have in common.")
        : new Conclusion(
            least,
            most,
            Conclusion.Agreement.APART,
            "The ranges of the "
                + results.size()
                + " methods have nothing in common; from the lowest to the highest of them.");
  }

  private static List<Remark> remarks(Question question, Conclusion conclusion) {
    List<Remark> remarks = new ArrayList<>();
    Set<Kind> used = EnumSet.noneOf(Kind.class);
    question.methods().forEach(method -> used.add(method.kind()));
    if (used.size() == 1) {
      Set<Kind> unexplained = EnumSet.complementOf(EnumSet.copyOf(used));
      unexplained.removeAll(question.leftOut().keySet());
      Remark.Code code =
          question.methods().size() == 1 ? Remark.Code.ONE_METHOD : Remark.Code.ONE_FAMILY;
      remarks.add(
          new Remark(
              code,
              unexplained.isEmpty()
                  ? "Only " + used + " is used; the others were left out for stated reasons."
                  : "Only "
                      + used
                      + " is used, and no reason is given for leaving out "
                      + unexplained
                      + "."));
    }
    if (conclusion.agreement() == Conclusion.Agreement.APART) {
      remarks.add(
          new Remark(
              Remark.Code.METHODS_APART,
              "The methods' ranges have nothing in common: their figures must be looked at."));
    }
    return remarks;
  }

  private static List<Remark> remarks(Question question, Method method, MethodResult result) {
    List<Remark> remarks = new ArrayList<>();
    String title = method.title();
    if (method instanceof MarketMultiples market
        && market.deals().size() < MarketMultiples.DEALS_ENOUGH) {
      remarks.add(
          new Remark(
              Remark.Code.FEW_DEALS, title + " compares with " + market.deals().size() + " only."));
    }
    if (result.value() < 0) {
      remarks.add(
          new Remark(Remark.Code.BELOW_NOTHING, title + " comes to " + result.value() + "."));
    }
    if (result.tornado().stream().allMatch(bar -> bar.swing() == 0)) {
      remarks.add(new Remark(Remark.Code.NO_RANGE, "No range of a figure moves " + title + "."));
    }
    if (question.draw().isPresent() && method.lifeAt().isEmpty()) {
      remarks.add(
          new Remark(
              Remark.Code.END_NOT_COUNTED, title + " does not count an end before its time."));
    }
    // figures of one source, such as a tariff, are one remark
    Map<Source, List<Input>> bySource = new LinkedHashMap<>();
    method
        .inputs()
        .forEach(
            input -> bySource.computeIfAbsent(input.source(), _ -> new ArrayList<>()).add(input));
    bySource.values().forEach(inputs -> remark(question, title, inputs).ifPresent(remarks::add));
    return remarks;
  }

  private static Optional<Remark> remark(Question question, String title, List<Input> inputs) {
    Input input = inputs.getFirst();
    String more = inputs.size() == 1 ? "" : " and " + (inputs.size() - 1) + " more";
    String where = input.name() + more + " of " + title + " (" + input.source().what() + ")";
    if (input.source().confidence() == Confidence.UNKNOWN) {
      return Optional.of(
          new Remark(Remark.Code.UNKNOWN_SOURCE, where + " could not be confirmed."));
    }
    if (input.source().asOf().isAfter(question.asOf())) {
      return Optional.of(
          new Remark(
              Remark.Code.HINDSIGHT,
              where + " is of " + input.source().asOf() + ", after the day of the value."));
    }
    if (input.source().asOf().isBefore(question.asOf().minusYears(OLD_YEARS))) {
      return Optional.of(
          new Remark(
              Remark.Code.OLD_SOURCE,
              where + " is of " + input.source().asOf() + ", more than a year before."));
    }
    if (input.source().confidence() == Confidence.RECALLED) {
      return Optional.of(new Remark(Remark.Code.RECALLED_SOURCE, where + " is recalled."));
    }
    return Optional.empty();
  }
}
