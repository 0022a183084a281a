package org.zhiheng.cashflow.fen;

import java.math.BigInteger;

/// Products of amounts and fractions, exact until they are rounded once.
public final class Fen {

  /// Of a rate, one is so many.
  public static final long BILLION = 1_000_000_000L;

  /// Of a share of a period, one is so many: fine enough that a share of 10 billion yuan is right
  /// to the fen.
  public static final long SHARE = 1_000_000_000_000_000L;

  private static final double NEAR = 0x1p62;

  private Fen() {}

  /// `amount * numerator / denominator`, cut down to a whole.
  ///
  /// The quotient is estimated in doubles and mended by its remainder, which is exact in 64 bits as
  /// long as the estimate is off by less than `2^62 / denominator`; anything else goes the long
  /// way.
  ///
  /// @param amount at least 0
  /// @param numerator at least 0
  /// @param denominator above 0
  /// @throws ArithmeticException when the quotient does not fit
  public static long floor(long amount, long numerator, long denominator) {
    if (amount < 0 || numerator < 0 || denominator <= 0) {
      throw new ArithmeticException(
          "must be amount, numerator >= 0 and denominator > 0: "
              + amount
              + " * "
              + numerator
              + " / "
              + denominator);
    }
    double estimate = (double) amount * (double) numerator / (double) denominator;
    // an estimate of a quotient of doubles is off by less than 2^-51 of it, and by one for the cut
    if ((estimate * 0x1p-51 + 1) * denominator < NEAR && estimate < NEAR) {
      long quotient = (long) estimate;
      long rest = amount * numerator - quotient * denominator;
      return quotient + Math.floorDiv(rest, denominator);
    }
    return exact(amount, numerator).divide(BigInteger.valueOf(denominator)).longValueExact();
  }

  /// `amount * numerator / denominator`, rounded to the nearest, a half up.
  ///
  /// @throws ArithmeticException as [#floor]
  public static long halfUp(long amount, long numerator, long denominator) {
    long quotient = floor(amount, numerator, denominator);
    long rest = amount * numerator - quotient * denominator;
    return rest >= denominator - rest ? quotient + 1 : quotient;
  }

  /// `amount * numerator / denominator` as a deal rounds.
  ///
  /// @throws ArithmeticException as [#floor]
  public static long part(long amount, long numerator, long denominator, Rounding rounding) {
    return switch (rounding) {
      case HALF_UP -> halfUp(amount, numerator, denominator);
      case FLOOR_EACH_PRODUCT -> floor(amount, numerator, denominator);
    };
  }

  private static BigInteger exact(long amount, long numerator) {
    return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
  }
}
