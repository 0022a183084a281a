package org.zhiheng.cashflow.quote;

import org.zhiheng.cashflow.price.ZeroCurve;

/// From what a tranche is priced.
public sealed interface Given {

  /// At par: a clean price of 100.
  record Par() implements Given {}

  /// At a clean price for 100 of what is outstanding.
  ///
  /// @param clean above 0
  record Price(double clean) implements Given {

    /// @throws IllegalArgumentException when it is not above 0 and finite
    public Price {
      if (!(clean > 0) || !Double.isFinite(clean)) {
        throw new IllegalArgumentException("clean must be above 0 and finite: " + clean);
      }
    }
  }

  /// At a yearly yield, by the terms' compounding.
  record AtYield(double rate) implements Given {}

  /// On a curve, each of its rates raised by a spread.
  record OnCurve(ZeroCurve curve, double spread) implements Given {}
}
