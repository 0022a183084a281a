package org.zhiheng.cashflow.price;

/// The worth of a European option on something whose price follows a lognormal path.
///
/// Source: Black and Scholes, Merton (1973), with a continuous yield; recalled. QuantLib 1.29's
/// figures are matched to 1e-9.
///
/// @param spot what it is worth now, above 0
/// @param strike what is paid for it, above 0
/// @param rate continuous, a year
/// @param leak continuous yield of the thing that the option's holder does not get, a year: a
///   dividend, or 1 / remaining life for a patent
/// @param volatility of the logarithm, a year, at least 0
/// @param years until the day of choice, at least 0
public record BlackScholes(
    double spot, double strike, double rate, double leak, double volatility, double years) {

  /// @throws IllegalArgumentException when a part is out of its range
  public BlackScholes {
    if (!(spot > 0 && strike > 0 && volatility >= 0 && years >= 0)
        || !Double.isFinite(spot + strike + rate + leak + volatility + years)) {
      throw new IllegalArgumentException(
          "spot and strike must be above 0, volatility and years at least 0, all finite: "
              + spot
              + ", "
              + strike
              + ", "
              + rate
              + ", "
              + leak
              + ", "
              + volatility
              + ", "
              + years);
    }
  }

  /// The right to buy.
  public double call() {
    return worth(1);
  }

  /// The right to sell.
  public double put() {
    return worth(-1);
  }

  private double worth(int sign) {
    double forward = spot * Math.exp(-leak * years);
    double paid = strike * Math.exp(-rate * years);
    double spread = volatility * Math.sqrt(years);
    if (spread == 0) {
      return Math.max(0, sign * (forward - paid));
    }
    double d1 = Math.log(forward / paid) / spread + spread / 2;
    double d2 = d1 - spread;
    return sign * (forward * Normal.below(sign * d1) - paid * Normal.below(sign * d2));
  }
}
