package org.zhiheng.cashflow.price;

import java.time.LocalDate;
import java.util.List;
import org.zhiheng.values.DayCount;

/// Yearly rates by the time for which money is lent, and what flows are worth under them.
///
/// Between two points the continuous rate `ln(1 + z)` lies on a straight line over the time; before
/// the first and after the last it is flat. Times are ACT/365F. QuantLib 1.29 interpolates so too,
/// although its curve is made of yearly rates; on a line between the yearly rates themselves a
/// spread moves by some 1e-8.
public final class ZeroCurve {

  /// More points than any published curve has.
  public static final int POINTS_MAX = 1_000;

  /// Spreads are looked for between these, yearly.
  private static final double SPREAD_MIN = -0.9;

  private static final double SPREAD_MAX = 100;

  /// A point.
  ///
  /// @param on the day up to which the money is lent
  /// @param yearly the rate, compounded yearly, above -1
  public record Point(LocalDate on, double yearly) {

    /// @throws IllegalArgumentException when the rate is not above -1 and finite
    public Point {
      if (!(yearly > -1) || yearly == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("yearly must be above -1 and finite: " + yearly);
      }
    }
  }

  private final double[] years;
  private final double[] continuous;

  private ZeroCurve(double[] years, double[] continuous) {
    this.years = years;
    this.continuous = continuous;
  }

  /// The curve of one day.
  ///
  /// @param day times count from it
  /// @param points by rising day, none before `day`
  /// @throws IllegalArgumentException when there is no point, or too many, or they do not rise
  public static ZeroCurve of(LocalDate day, List<Point> points) {
    if (points.isEmpty() || points.size() > POINTS_MAX) {
      throw new IllegalArgumentException("points must be 1.." + POINTS_MAX + ": " + points.size());
    }
    double[] years = new double[points.size()];
    double[] continuous = new double[points.size()];
    for (int at = 0; at < years.length; at++) {
      Point point = points.get(at);
      years[at] = CashFlows.years(DayCount.ACT_365F, day, point.on());
      continuous[at] = Math.log1p(point.yearly());
      if (at > 0 && years[at] <= years[at - 1]) {
        throw new IllegalArgumentException("points must rise by their day: " + point);
      }
    }
    return new ZeroCurve(years, continuous);
  }

  /// The same yearly rate for all times.
  public static ZeroCurve flat(double yearly) {
    return new ZeroCurve(new double[] {0}, new double[] {Math.log1p(yearly)});
  }

  /// The yearly rate for so many years.
  public double yearly(double forYears) {
    return Math.expm1(continuous(forYears));
  }

  private double continuous(double forYears) {
    int last = years.length - 1;
    if (forYears <= years[0]) {
      return continuous[0];
    }
    if (forYears >= years[last]) {
      return continuous[last];
    }
    int right = 1;
    while (years[right] < forYears) {
      right++;
    }
    double share = (forYears - years[right - 1]) / (years[right] - years[right - 1]);
    return continuous[right - 1] + share * (continuous[right] - continuous[right - 1]);
  }

  /// What flows are worth when every yearly rate is raised by `spread`.
  ///
  /// @throws IllegalArgumentException when that takes all in a year
  public double presentValue(CashFlows flows, double spread) {
    double sum = 0;
    for (int at = 0; at < flows.count(); at++) {
      double time = flows.years(at);
      double yearly = yearly(time) + spread;
      if (yearly <= -1) {
        throw new IllegalArgumentException("rate and spread must stay above -1: " + yearly);
      }
      sum += flows.amount(at) * Math.exp(-time * Math.log1p(yearly));
    }
    return sum;
  }

  /// The Z-spread: by how much every yearly rate must be raised for the flows to be worth this
  /// price; to 1e-13.
  public Solution spread(CashFlows flows, double price) {
    double lowest = Double.POSITIVE_INFINITY;
    for (double rate : continuous) {
      lowest = Math.min(lowest, Math.expm1(rate));
    }
    double least = Math.max(SPREAD_MIN, Math.nextUp(-1 - lowest) + 1e-6);
    return new RootSearch(1e-13, 200)
        .around(
            spread -> presentValue(flows, spread) - price,
            Math.max(0, least),
            0.01,
            least,
            SPREAD_MAX);
  }
}
