package org.zhiheng.cashflow.quote;

import java.math.BigDecimal;
import org.zhiheng.cashflow.price.ZeroCurve;
import org.zhiheng.values.Rate;

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
  record AtYield(double rate) implements Given {

    /// At a yield as it is written.
    public static AtYield of(Rate.PerYear rate) {
      return new AtYield(share(rate));
    }
  }

  /// On a curve, each of its rates raised by a spread.
  record OnCurve(ZeroCurve curve, double spread) implements Given {

    /// With a spread as it is written.
    public static OnCurve of(ZeroCurve curve, Rate.PerYear spread) {
      return new OnCurve(curve, share(spread));
    }
  }

  private static double share(Rate.PerYear rate) {
    return BigDecimal.valueOf(rate.billionths(), Rate.SCALE).doubleValue();
  }
}
