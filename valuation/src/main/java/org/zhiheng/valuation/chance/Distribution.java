package org.zhiheng.valuation.chance;

import java.util.List;

/// What many drawn cases came to.
///
/// @param paths how many cases
/// @param seed what gives the same cases again
/// @param mean of all cases
/// @param deviation standard deviation between cases
/// @param error standard error of the mean
/// @param percentiles what the shares of [#SHARES] of the cases lie at or below, in that order
/// @param ended share of cases in which the right ended before its time and that cut the value
public record Distribution(
    int paths,
    long seed,
    double mean,
    double deviation,
    double error,
    List<Double> percentiles,
    double ended) {

  /// The shares of [#percentiles].
  public static final List<Double> SHARES =
      List.of(0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99);

  /// @throws IllegalArgumentException when there is not one percentile for each share
  public Distribution {
    percentiles = List.copyOf(percentiles);
    if (percentiles.size() != SHARES.size()) {
      throw new IllegalArgumentException(
          "percentiles must be " + SHARES.size() + ": " + percentiles.size());
    }
  }

  /// A percentile by its share, one of [#SHARES].
  ///
  /// @throws IllegalArgumentException when it is none of them
  public double percentile(double share) {
    int at = SHARES.indexOf(share);
    if (at < 0) {
      throw new IllegalArgumentException("share must be one of " + SHARES + ": " + share);
    }
    return percentiles.get(at);
  }
}
