package org.zhiheng.cashflow.price;

/// The normal distribution: mean 0, deviation 1.
///
/// Source: the series is G. Marsaglia's (Evaluating the Normal Distribution, Journal of Statistical
/// Software 11/4, 2004), the continued fraction Laplace's; both recalled. Relative error some
/// 1e-14.
public final class Normal {

  /// From here on the tail is computed by itself, so that it keeps its relative precision.
  private static final double TAIL = 3;

  private static final double ROOT = Math.sqrt(2 * Math.PI);
  private static final int FRACTION_TERMS = 200;

  /// Below this nothing of a double is left.
  private static final double REACH = 39;

  private Normal() {}

  /// The share below `x`.
  public static double below(double x) {
    if (x < -TAIL) {
      return upper(-x);
    }
    if (x > TAIL) {
      return 1 - upper(x);
    }
    double term = x;
    double sum = x;
    double before = Double.NaN;
    for (int n = 3; sum != before; n += 2) {
      before = sum;
      term *= x * x / n;
      sum += term;
    }
    return 0.5 + sum * density(x);
  }

  /// The level below which this share lies; some microseconds.
  ///
  /// @param share above 0 and below 1
  /// @throws IllegalArgumentException when it is not
  public static double quantile(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1: " + share);
    }
    if (share > 0.5) {
      // 1 - share is exact there
      return -quantile(1 - share);
    }
    // in logarithms the tail is nearly a parabola, so that the search needs few steps
    double wanted = Math.log(share);
    Solution solution =
        new RootSearch(1e-15, 200).between(x -> Math.log(below(x)) - wanted, -REACH, 0.01);
    return solution.found().orElseThrow();
  }

  /// The height of the bell at `x`.
  static double density(double x) {
    return Math.exp(-x * x / 2) / ROOT;
  }

  /// The share above `x`, for `x` of at least [#TAIL]: `density / (x + 1/(x + 2/(x + …)))`.
  private static double upper(double x) {
    double fraction = x;
    for (int n = FRACTION_TERMS; n >= 1; n--) {
      fraction = x + n / fraction;
    }
    return density(x) / fraction;
  }
}
