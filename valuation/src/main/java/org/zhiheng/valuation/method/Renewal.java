package org.zhiheng.valuation.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// 续费模型: what the owner's own decisions to pay the fees say a right is worth.
///
/// The first year's return is lognormal among rights of its kind and falls by a share each year; a
/// right is kept while the return is not below the fee. Knowing that it was kept cuts away the low
/// returns; what is left is expected over the years to come.
///
/// Source: Pakes and Schankerman (1984), Schankerman and Pakes (1986), recalled. Fees must not fall
/// from year to year for "keep while the return is not below the fee" to be the best rule; that is
/// asked for.
///
/// @param median first year's return that half of the rights exceed, above 0
/// @param spread standard deviation of its logarithm
/// @param decay of the return, a year
/// @param discount yearly
/// @param kept years whose fee has been paid, from the grant on, without a range; less than there
///   are fees
/// @param fees of each year from the grant on, not falling
public record Renewal(
    Input median, Input spread, Input decay, Input discount, Input kept, List<Input> fees)
    implements Method {

  /// Points over the lognormal; the error is below 1e-6 of the value (a law in the tests).
  private static final int POINTS = 4_000;

  /// Standard deviations to both sides; what lies beyond is below 1e-14 of all.
  private static final double REACH = 8;

  /// Where the fees begin among the figures.
  private static final int FEES_AT = 5;

  /// @throws IllegalArgumentException when a figure has another unit or lies out of its range, or
  ///   the fees fall
  public Renewal {
    median.in(Unit.MONEY).within(Double.MIN_NORMAL, 1e15);
    spread.in(Unit.MULTIPLE).within(0.001, 5);
    decay.in(Unit.SHARE_PER_YEAR).within(0, 0.99);
    discount.in(Unit.SHARE_PER_YEAR).within(0, 10);
    fees = List.copyOf(fees);
    if (fees.isEmpty() || fees.size() > Stream.YEARS_MAX) {
      throw new IllegalArgumentException(
          "fees must be 1.." + Stream.YEARS_MAX + ": " + fees.size());
    }
    kept.in(Unit.COUNT).within(0, fees.size() - 1);
    if (kept.low() != kept.high() || kept.value() != Math.rint(kept.value())) {
      throw new IllegalArgumentException(
          "kept must be a whole number of years without a range: " + kept.value());
    }
    Input before = fees.getFirst();
    for (Input fee : fees) {
      fee.in(Unit.MONEY).within(0, 1e15);
      if (fee.low() < before.low() || fee.value() < before.value() || fee.high() < before.high()) {
        throw new IllegalArgumentException(
            "fees must not fall: " + before.value() + ", " + fee.value());
      }
      before = fee;
    }
  }

  @Override
  public String title() {
    return "续费模型 renewal";
  }

  @Override
  public Kind kind() {
    return Kind.INCOME;
  }

  @Override
  public List<Input> inputs() {
    List<Input> inputs = new ArrayList<>(List.of(median, spread, decay, discount, kept));
    inputs.addAll(fees);
    return List.copyOf(inputs);
  }

  @Override
  public double value(double[] figures) {
    double decay = figures[2];
    double[] asked = Arrays.copyOfRange(figures, FEES_AT, figures.length);
    double least = least(asked, decay);
    double width = 2 * REACH / POINTS;
    double weights = 0;
    double worths = 0;
    for (int at = 0; at < POINTS; at++) {
      double z = -REACH + (at + 0.5) * width;
      // the cell in which the cut lies counts in part, or the value would jump with the figures
      double cut = (Math.log(least / figures[0]) / figures[1] - (z - width / 2)) / width;
      double share = least == 0 ? 1 : Math.max(0, Math.min(1, 1 - cut));
      double weight = share * Math.exp(-z * z / 2);
      weights += weight;
      worths += weight * worth(figures[0] * Math.exp(figures[1] * z), asked, decay, figures[3]);
    }
    // a right that was kept against all the model holds possible is worth its last fee at least
    return weights == 0 ? worth(least, asked, decay, figures[3]) : worths / weights;
  }

  /// The first year's return below which a fee that was paid would not have been.
  public double leastFirstReturn() {
    return least(asked(), decay.value());
  }

  /// The year, counted from the grant, whose fee is the first not to be paid for a right of this
  /// first return; the number of fees if all are.
  public int droppedIn(double firstReturn) {
    return dropped(firstReturn, asked(), decay.value());
  }

  @Override
  public List<Step> steps() {
    return List.of(
        new Step("fees paid so far", kept.value(), Unit.COUNT),
        new Step("least first return that explains them", leastFirstReturn(), Unit.MONEY),
        new Step(
            "a right of median return is dropped in year", droppedIn(median.value()), Unit.COUNT));
  }

  /// Points times years.
  @Override
  public long work() {
    return (long) POINTS * fees.size();
  }

  private int paid() {
    return (int) kept.value();
  }

  private double[] asked() {
    return fees.stream().mapToDouble(Input::value).toArray();
  }

  private double least(double[] asked, double decay) {
    double least = 0;
    double left = 1;
    for (int year = 0; year < paid(); year++) {
      least = Math.max(least, asked[year] / left);
      left *= 1 - decay;
    }
    return least;
  }

  private int dropped(double first, double[] asked, double decay) {
    double brings = first * Math.pow(1 - decay, paid());
    for (int year = paid(); year < asked.length; year++) {
      if (brings < asked[year]) {
        return year;
      }
      brings *= 1 - decay;
    }
    return asked.length;
  }

  private double worth(double first, double[] asked, double decay, double discount) {
    double sum = 0;
    double brings = first * Math.pow(1 - decay, paid());
    double factor = 1;
    int dropped = dropped(first, asked, decay);
    for (int year = paid(); year < dropped; year++) {
      sum += (brings - asked[year]) * factor;
      brings *= 1 - decay;
      factor /= 1 + discount;
    }
    return sum;
  }
}
