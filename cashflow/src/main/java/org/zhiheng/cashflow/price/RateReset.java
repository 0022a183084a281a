package org.zhiheng.cashflow.price;

import java.util.ArrayList;
import java.util.List;

/// How a floating rate follows its index within limits.
///
/// At each reset: index plus spread, above the rate before by no more than the cap of this reset
/// (falling is free); then within floor and life cap; then cut down to the step.
///
/// @param spread over the index
/// @param initialCap by how much the first reset may raise the rate
/// @param periodCap by how much each later one may
/// @param lifeCap the highest rate
/// @param floor the lowest rate
/// @param step the rate is cut down to a multiple of it; 0 leaves it as it is
public record RateReset(
    double spread, double initialCap, double periodCap, double lifeCap, double floor, double step) {

  /// More resets than a loan of a century has, monthly.
  public static final int RESETS_MAX = 1_200;

  /// @throws IllegalArgumentException when a cap is negative, or the floor above the life cap
  public RateReset {
    if (!(initialCap >= 0 && periodCap >= 0 && step >= 0 && floor <= lifeCap)
        || !Double.isFinite(spread)) {
      throw new IllegalArgumentException(
          "caps and step must be at least 0, the floor at most the life cap: "
              + initialCap
              + ", "
              + periodCap
              + ", "
              + step
              + ", "
              + floor
              + ", "
              + lifeCap);
    }
  }

  /// The rates from the first reset on, one for each index.
  ///
  /// @param start the rate before the first reset
  /// @throws IllegalArgumentException when there are more than [#RESETS_MAX]
  public List<Double> rates(double start, List<Double> indices) {
    if (indices.size() > RESETS_MAX) {
      throw new IllegalArgumentException(
          "resets must be at most " + RESETS_MAX + ": " + indices.size());
    }
    List<Double> rates = new ArrayList<>();
    double before = start;
    for (double index : indices) {
      double cap = rates.isEmpty() ? initialCap : periodCap;
      double rate = Math.min(index + spread, before + cap);
      rate = Math.max(floor, Math.min(lifeCap, rate));
      if (step > 0) {
        // a hair is added, or 0.04 would be cut to 0.02 by its last bit
        rate = Math.floor(rate / step + 1e-9) * step;
      }
      rates.add(rate);
      before = rate;
    }
    return List.copyOf(rates);
  }
}
