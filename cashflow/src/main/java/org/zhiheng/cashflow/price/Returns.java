package org.zhiheng.cashflow.price;

import java.util.function.DoubleUnaryOperator;

/// Solves `sum of a e^(-x t) = price` for `x`.
final class Returns {

  /// Newton's method on the logarithm needs four; a hundred means that it walks on rounding.
  private static final int STEPS_MAX = 100;

  /// A continuous rate: beyond it the discount of one year is no double.
  private static final double RATE_MAX = 700;

  private static final int CELLS = 10_000;
  private static final double SCAN_LOW = Math.log(0.01);
  private static final double SCAN_HIGH = Math.log(10_001);

  private Returns() {}

  static Solution solve(double[] years, double[] amounts, double price, Compounding compounding) {
    if (!Double.isFinite(price)) {
      throw new IllegalArgumentException("price must be a finite number: " + price);
    }
    if (compounding == Compounding.SIMPLE) {
      return simple(years, amounts, price);
    }
    Solution continuous =
        price > 0 && allComeIn(amounts)
            ? newton(years, amounts, price)
            : enclosed(years, amounts, price);
    return switch (continuous) {
      case Solution.Found one ->
          new Solution.Found(
              compounding.rate(one.value()),
              compounding.rate(one.low()),
              compounding.rate(one.high()),
              one.residual(),
              one.steps());
      case Solution.Several several ->
          new Solution.Several(several.values().stream().map(compounding::rate).toList());
      case Solution.None none -> none;
    };
  }

  private static boolean allComeIn(double[] amounts) {
    boolean some = false;
    for (double amount : amounts) {
      if (amount < 0) {
        return false;
      }
      some |= amount > 0;
    }
    return some;
  }

  /// The logarithm of the present value is convex and falls in `x`. The tangent at 0 meets the
  /// price at or left of the level, and from the left Newton's method cannot pass it.
  private static Solution newton(double[] years, double[] amounts, double price) {
    double x = 0;
    for (int steps = 1; steps <= STEPS_MAX; steps++) {
      double value = 0;
      double timed = 0;
      for (int at = 0; at < years.length; at++) {
        double present = amounts[at] * Math.exp(-x * years[at]);
        value += present;
        timed += years[at] * present;
      }
      if (timed == 0 || !Double.isFinite(value) || !Double.isFinite(timed)) {
        // all is paid now, or the tangent left what a double holds
        return enclosed(years, amounts, price);
      }
      double step = Math.log(value / price) * value / timed;
      x += step;
      if (Math.abs(step) <= 1e-10 * (1 + Math.abs(x))) {
        // the step's error is squared; what is left is the rounding of the sum
        double near = 4 * Math.ulp(x) + (years.length + 8) * Math.ulp(1.0) * value / timed;
        double residual = worth(years, amounts, x) - price;
        return new Solution.Found(x, x - near, x + near, residual, steps + 1);
      }
      if (Math.abs(x) > RATE_MAX) {
        return enclosed(years, amounts, price);
      }
    }
    return enclosed(years, amounts, price);
  }

  private static double worth(double[] years, double[] amounts, double x) {
    double value = 0;
    for (int at = 0; at < years.length; at++) {
      value += amounts[at] * Math.exp(-x * years[at]);
    }
    return value;
  }

  /// Any signs: with one change of sign the level is enclosed, with more the range is scanned.
  private static Solution enclosed(double[] years, double[] amounts, double price) {
    int changes = changes(years, amounts, price);
    if (changes == 0) {
      return new Solution.None(
          Solution.Why.NO_CHANGE_OF_SIGN,
          "What is paid and what comes in must both be there, but all amounts have one sign.");
    }
    double last = years.length == 0 ? 0 : years[years.length - 1];
    double first = price == 0 ? years[0] : 0;
    // shifted, so that the ends of the range neither overflow nor vanish; set beside its size, so
    // that a steep one is no harder to enclose than a flat one
    DoubleUnaryOperator function =
        x -> {
          double shift = x * (x >= 0 ? first : last);
          double sum = price == 0 ? 0 : -price * Math.exp(shift);
          double size = Math.abs(sum);
          for (int at = 0; at < years.length; at++) {
            double present = amounts[at] * Math.exp(shift - x * years[at]);
            sum += present;
            size += Math.abs(present);
          }
          return sum / size;
        };
    RootSearch search = new RootSearch(1e-15, 400);
    Solution solution =
        changes == 1
            ? search.around(function, 0, 0.125, -RATE_MAX, RATE_MAX)
            : search.scan(function, SCAN_LOW, SCAN_HIGH, CELLS);
    return switch (solution) {
      case Solution.Found one ->
          new Solution.Found(
              one.value(),
              one.low(),
              one.high(),
              worth(years, amounts, one.value()) - price,
              one.steps());
      case Solution.Several several -> several;
      case Solution.None none -> none;
    };
  }

  /// How often the sign changes along the time, the price paid first; what falls due at one time
  /// counts as one amount.
  private static int changes(double[] years, double[] amounts, double price) {
    int changes = 0;
    double before = 0;
    double time = 0;
    double together = -price;
    for (int at = 0; at <= amounts.length; at++) {
      if (at < amounts.length && years[at] == time) {
        together += amounts[at];
        continue;
      }
      if (together != 0) {
        if (before != 0 && together > 0 != before > 0) {
          changes++;
        }
        before = together;
      }
      if (at < amounts.length) {
        time = years[at];
        together = amounts[at];
      }
    }
    return changes;
  }

  private static Solution simple(double[] years, double[] amounts, double price) {
    double last = years.length == 0 ? 0 : years[years.length - 1];
    if (last == 0) {
      return new Solution.None(
          Solution.Why.NO_CHANGE_OF_SIGN, "All is paid now: no rate changes what it is worth.");
    }
    DoubleUnaryOperator function =
        rate -> {
          double sum = -price;
          for (int at = 0; at < years.length; at++) {
            sum += amounts[at] / (1 + rate * years[at]);
          }
          return sum;
        };
    double least = Math.nextUp(-1 / last) + 1e-9;
    if (changes(years, amounts, price) == 1) {
      return new RootSearch(1e-15, 400).around(function, Math.max(0, least), 0.125, least, 1e9);
    }
    return new RootSearch(1e-15, 400).scan(function, least, 10_000, CELLS);
  }
}
