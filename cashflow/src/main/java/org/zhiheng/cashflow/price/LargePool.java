package org.zhiheng.cashflow.price;

/// The share of a very large pool of equal loans that fails, when one common factor moves them all.
///
/// Source: O. Vasicek, Probability of Loss on Loan Portfolio (1987), recalled.
///
/// @param probability with which each loan fails, above 0 and below 1
/// @param correlation of the loans' assets, at least 0 and below 1
public record LargePool(double probability, double correlation) {

  /// @throws IllegalArgumentException when a part is out of its range
  public LargePool {
    if (!(probability > 0 && probability < 1 && correlation >= 0 && correlation < 1)) {
      throw new IllegalArgumentException(
          "probability must be above 0 and below 1, correlation 0 to below 1: "
              + probability
              + ", "
              + correlation);
    }
  }

  /// The share of loans that is not exceeded with this confidence.
  ///
  /// @param confidence above 0 and below 1
  /// @throws IllegalArgumentException when it is not
  public double failing(double confidence) {
    return Normal.below(
        (Normal.quantile(probability) + Math.sqrt(correlation) * Normal.quantile(confidence))
            / Math.sqrt(1 - correlation));
  }
}
