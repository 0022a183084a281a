package org.zhiheng.values;

import java.math.BigInteger;

/// A length of time in years, exact: a fraction in lowest terms.
///
/// @param numerator at least 0
/// @param denominator at least 1
public record YearFraction(long numerator, long denominator) {

  /// No time at all.
  public static final YearFraction ZERO = new YearFraction(0, 1);

  /// Reduces the fraction.
  ///
  /// @throws IllegalArgumentException when the numerator is negative or the denominator below 1
  public YearFraction {
    if (numerator < 0 || denominator < 1) {
      throw new IllegalArgumentException(
          "a year fraction is n / d with n >= 0 and d >= 1: " + numerator + " / " + denominator);
    }
    long common =
        BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
    numerator /= common;
    denominator /= common;
  }

  /// The sum.
  ///
  /// @throws ArithmeticException when it does not fit
  public YearFraction plus(YearFraction other) {
    return new YearFraction(
        Math.addExact(
            Math.multiplyExact(numerator, other.denominator),
            Math.multiplyExact(other.numerator, denominator)),
        Math.multiplyExact(denominator, other.denominator));
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
