package org.zhiheng.cashflow.price;

/// A yearly rate and how it compounds.
///
/// @param rate a share, 0.0215 for 2.15 %; must leave something of an amount after a compounding
/// @param compounding how it grows an amount
public record Yield(double rate, Compounding compounding) {

  /// @throws IllegalArgumentException when the rate is not finite or takes all in one compounding
  public Yield {
    if (!Double.isFinite(rate)) {
      throw new IllegalArgumentException("rate must be a finite number: " + rate);
    }
    if (1 + rate * compounding.step() <= 0) {
      throw new IllegalArgumentException(
          "rate must be above " + (-1 / compounding.step()) + ": " + rate);
    }
  }

  /// A rate that compounds once a year.
  public static Yield yearly(double rate) {
    return new Yield(rate, Compounding.YEARLY);
  }

  /// What 1 becomes after so many years; fewer than none look back.
  ///
  /// @throws IllegalArgumentException when a simple rate leaves nothing
  public double growth(double years) {
    if (compounding == Compounding.SIMPLE) {
      double grown = 1 + rate * years;
      if (grown <= 0) {
        throw new IllegalArgumentException(
            "a simple rate of " + rate + " leaves nothing after " + years + " years");
      }
      return grown;
    }
    return Math.exp(compounding.continuous(rate) * years);
  }

  /// What 1 after so many years is worth today.
  ///
  /// @throws IllegalArgumentException as [#growth]
  public double discount(double years) {
    return 1 / growth(years);
  }
}
