package org.zhiheng.cashflow.price;

/// The normal distribution.
///
/// Source: the series is G. Marsaglia's (Evaluating the Normal Distribution, Journal of Statistical
/// Software 11/4, 2004), the continued fraction Laplace's; both recalled. Relative error some
/// 1e-14.
final class Normal {

  /// From here on the tail is computed by itself, so that it keeps its relative precision.
  private static final double TAIL = 3;

  private static final double ROOT = Math.sqrt(2 * Math.PI);
  private static final int FRACTION_TERMS = 200;

  private Normal() {}

  /// The share below `x`.
  static double below(double x) {
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
