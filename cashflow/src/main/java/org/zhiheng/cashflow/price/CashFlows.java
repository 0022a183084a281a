package org.zhiheng.cashflow.price;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.YearFraction;

/// Flows in the order of their time, seen from one day, and what they are worth on it.
///
/// Times are years after that day. Immutable; may be shared between threads.
///
/// Source: the formulas are the usual ones of fixed income, recalled; QuantLib 1.29's figures for
/// 18 bonds are matched to 1e-9. Convexity sums all flows.
public final class CashFlows {

  /// More flows than a loan pool's whole life by days; a limit against slips.
  public static final int COUNT_MAX = 100_000;

  private final double[] years;
  private final double[] amounts;

  private CashFlows(double[] years, double[] amounts) {
    this.years = years;
    this.amounts = amounts;
  }

  /// What a buyer on that day gets: flows on it or before it are the seller's and left out.
  ///
  /// @throws IllegalArgumentException when there are more than [#COUNT_MAX]
  public static CashFlows after(LocalDate day, DayCount dayCount, List<Flow> flows) {
    return from(day, dayCount, flows.stream().filter(flow -> flow.on().isAfter(day)).toList());
  }

  /// All flows, seen from the day of the first: what an internal return is asked of.
  ///
  /// @throws IllegalArgumentException when there are none or more than [#COUNT_MAX]
  public static CashFlows fromFirst(DayCount dayCount, List<Flow> flows) {
    LocalDate first =
        flows.stream()
            .map(Flow::on)
            .min(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalArgumentException("flows must not be empty"));
    return from(first, dayCount, flows);
  }

  /// Flows by their times alone.
  ///
  /// @param years years from now, rising or equal, at least 0
  /// @param amounts one for each time
  /// @throws IllegalArgumentException when the two do not fit, or a number is out of its range
  public static CashFlows at(double[] years, double[] amounts) {
    if (years.length != amounts.length || years.length > COUNT_MAX) {
      throw new IllegalArgumentException(
          "years and amounts must be as many, at most "
              + COUNT_MAX
              + ": "
              + years.length
              + ", "
              + amounts.length);
    }
    double before = 0;
    for (int at = 0; at < years.length; at++) {
      if (!(years[at] >= before) || !Double.isFinite(years[at]) || !Double.isFinite(amounts[at])) {
        throw new IllegalArgumentException(
            "years must rise from 0 and all must be finite: " + years[at] + ", " + amounts[at]);
      }
      before = years[at];
    }
    return new CashFlows(years.clone(), amounts.clone());
  }

  private static CashFlows from(LocalDate day, DayCount dayCount, List<Flow> flows) {
    if (flows.size() > COUNT_MAX) {
      throw new IllegalArgumentException(
          "flows must be at most " + COUNT_MAX + ": " + flows.size());
    }
    List<Flow> sorted = new ArrayList<>(flows);
    sorted.sort(Comparator.comparing(Flow::on));
    double[] years = new double[sorted.size()];
    double[] amounts = new double[sorted.size()];
    for (int at = 0; at < years.length; at++) {
      years[at] = years(dayCount, day, sorted.get(at).on());
      amounts[at] = sorted.get(at).amount();
    }
    return new CashFlows(years, amounts);
  }

  /// The time between two days as a number.
  static double years(DayCount dayCount, LocalDate from, LocalDate to) {
    YearFraction time = dayCount.yearFraction(from, to);
    return (double) time.numerator() / time.denominator();
  }

  /// How many flows.
  public int count() {
    return years.length;
  }

  /// The time of a flow, in years; `index` from 0.
  public double years(int index) {
    return years[index];
  }

  /// The amount of a flow; `index` from 0.
  public double amount(int index) {
    return amounts[index];
  }

  /// All amounts together.
  public double sum() {
    double sum = 0;
    for (double amount : amounts) {
      sum += amount;
    }
    return sum;
  }

  /// What they are worth now.
  ///
  /// @throws IllegalArgumentException when a simple rate leaves nothing at a flow's time
  public double presentValue(Yield yield) {
    if (yield.compounding() == Compounding.SIMPLE) {
      double sum = 0;
      for (int at = 0; at < years.length; at++) {
        sum += amounts[at] * yield.discount(years[at]);
      }
      return sum;
    }
    return discounted(yield.compounding().continuous(yield.rate()));
  }

  /// What they come to after so many years, each growing from its time or shrinking to it.
  ///
  /// @throws IllegalArgumentException as [#presentValue]
  public double futureValue(Yield yield, double atYears) {
    double sum = 0;
    for (int at = 0; at < years.length; at++) {
      double time = atYears - years[at];
      sum += amounts[at] * (time >= 0 ? yield.growth(time) : yield.discount(-time));
    }
    return sum;
  }

  /// The present value with its durations and convexity.
  ///
  /// @throws IllegalArgumentException as [#presentValue], or when the present value is 0
  public Measures measures(Yield yield) {
    double value = 0;
    double timed = 0;
    double slope = 0;
    double bend = 0;
    double rate = yield.rate();
    double step = yield.compounding().step();
    boolean simple = yield.compounding() == Compounding.SIMPLE;
    double perStep = 1 + rate * step;
    double continuous = simple ? 0 : yield.compounding().continuous(rate);
    for (int at = 0; at < years.length; at++) {
      double time = years[at];
      double discount = simple ? yield.discount(time) : Math.exp(-continuous * time);
      double present = amounts[at] * discount;
      value += present;
      timed += time * present;
      if (simple) {
        slope += time * discount * present;
        bend += 2 * time * time * discount * discount * present;
      } else {
        slope += time * present / perStep;
        bend += time * (time + step) * present / (perStep * perStep);
      }
    }
    if (value == 0) {
      throw new IllegalArgumentException("flows that are worth 0 have no duration");
    }
    return new Measures(
        value, timed / value, slope / value, bend / value, -slope * 1e-4 + bend * 1e-8 / 2);
  }

  /// The yield at which they are worth this price.
  ///
  /// Flows that never change sign have at most one. Others may have several; they are looked for as
  /// [#internalReturn] does, with the price paid now.
  ///
  /// @throws IllegalArgumentException when the price is not finite
  public Solution yieldAt(double price, Compounding compounding) {
    return Returns.solve(years, amounts, price, compounding);
  }

  /// The rate at which their present value is 0: IRR by equal times, XIRR by dates under ACT/365F.
  ///
  /// If the amounts change sign once there is exactly one (Descartes' rule holds for real
  /// exponents). If more often, yearly rates from -99 % to 1,000,000 % are scanned in 10,000 cells;
  /// two in one cell are not seen.
  public Solution internalReturn(Compounding compounding) {
    return Returns.solve(years, amounts, 0, compounding);
  }

  /// The amount that must come after so many years for the whole to have this return.
  ///
  /// @throws IllegalArgumentException as [#futureValue]
  public double amountForReturn(Yield wanted, double atYears) {
    return -futureValue(wanted, atYears);
  }

  double discounted(double continuous) {
    double sum = 0;
    for (int at = 0; at < years.length; at++) {
      sum += amounts[at] * Math.exp(-continuous * years[at]);
    }
    return sum;
  }
}
