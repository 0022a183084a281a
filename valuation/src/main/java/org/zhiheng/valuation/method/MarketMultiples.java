package org.zhiheng.valuation.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.input.Unit;

/// 市场法: the median of what was paid for the like, for one of a measure, times the measure here.
///
/// The multiple's range is from the lower to the upper quartile of the deals; of one deal, that one
/// alone, which the report then says is thin.
///
/// @param deals at least one
/// @param measure of the right here, in the same terms as the deals'
/// @param multiple median and quartiles of the deals
public record MarketMultiples(List<Deal> deals, Input measure, Input multiple) implements Method {

  /// More than anybody compares by hand.
  public static final int DEALS_MAX = 1_000;

  /// Fewer deals than this are thin.
  public static final int DEALS_ENOUGH = 3;

  /// @throws IllegalArgumentException when there are no deals or too many, or a figure is negative
  public MarketMultiples {
    deals = List.copyOf(deals);
    if (deals.isEmpty() || deals.size() > DEALS_MAX) {
      throw new IllegalArgumentException("deals must be 1.." + DEALS_MAX + ": " + deals.size());
    }
    measure.within(0, 1e15);
    multiple.in(Unit.MULTIPLE).within(0, 1e15);
  }

  /// From deals and the measure here.
  ///
  /// @throws IllegalArgumentException as the constructor
  public static MarketMultiples of(List<Deal> deals, Input measure) {
    if (deals.isEmpty()) {
      throw new IllegalArgumentException("deals must not be empty");
    }
    List<Double> multiples = deals.stream().map(Deal::multiple).sorted().toList();
    Source latest =
        deals.stream().map(Deal::source).max(Comparator.comparing(Source::asOf)).orElseThrow();
    return new MarketMultiples(
        deals,
        measure,
        new Input(
            "multiple",
            Unit.MULTIPLE,
            quantile(multiples, 0.25),
            quantile(multiples, 0.5),
            quantile(multiples, 0.75),
            new Source(
                deals.size() + " deals, the latest: " + cut(latest.what()),
                latest.asOf(),
                latest.confidence())));
  }

  @Override
  public String title() {
    return "市场法 market multiples";
  }

  @Override
  public Kind kind() {
    return Kind.MARKET;
  }

  @Override
  public List<Input> inputs() {
    return List.of(measure, multiple);
  }

  @Override
  public double value(double[] figures) {
    return figures[0] * figures[1];
  }

  @Override
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Deal deal : deals) {
      steps.add(new Step(deal.name() + ": multiple, adjusted", deal.multiple(), Unit.MULTIPLE));
    }
    steps.add(new Step("median", multiple.value(), Unit.MULTIPLE));
    steps.add(new Step(measure.name(), measure.value(), measure.unit()));
    return List.copyOf(steps);
  }

  /// The quantile on a straight line between the two next in rank (type 7 of Hyndman and Fan).
  private static double quantile(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    double left = sorted.get(below);
    return below + 1 < sorted.size()
        ? left + (place - below) * (sorted.get(below + 1) - left)
        : left;
  }

  private static String cut(String text) {
    return text.length() <= 400 ? text : text.substring(0, 400);
  }
}
