package org.zhiheng.cashflow.fen;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Products of amounts and fractions, exact until they are rounded once.
public final class Fen {

  /// Of a rate, one is so many.
  public static final long BILLION = 1_000_000_000L;

  /// Of a share of a period, one is so many: fine enough that a share of 10 billion yuan is right
  /// to the fen.
  public static final long SHARE = 1_000_000_000_000_000L;

  private static final double NEAR = 0x1p62;
  private static final double PER_SHARE = 1e-15;
  private static final double PER_BILLION = 1e-9;

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
    return part(amount, numerator, denominator, Rounding.FLOOR_EACH_PRODUCT);
  }

  /// `amount * numerator / denominator`, rounded to the nearest, a half up.
  ///
  /// @throws ArithmeticException as [#floor]
  public static long halfUp(long amount, long numerator, long denominator) {
    return part(amount, numerator, denominator, Rounding.HALF_UP);
  }

  /// `amount * numerator / denominator` as a deal rounds.
  ///
  /// @throws ArithmeticException as [#floor]
  public static long part(long amount, long numerator, long denominator, Rounding rounding) {
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
    return mended(estimate, amount, numerator, denominator, rounding);
  }

  /// `amount * part / SHARE` as a deal rounds; faster than [#part], for nothing is divided.
  ///
  /// @throws ArithmeticException as [#floor]
  public static long share(long amount, long part, Rounding rounding) {
    if (amount < 0 || part < 0) {
      throw new ArithmeticException("must be amount, part >= 0: " + amount + " * " + part);
    }
    return mended((double) amount * (double) part * PER_SHARE, amount, part, SHARE, rounding);
  }

  /// `amount * rate / BILLION` as a deal rounds; faster than [#part], for nothing is divided.
  ///
  /// @throws ArithmeticException as [#floor]
  public static long billionths(long amount, long rate, Rounding rounding) {
    if (amount < 0 || rate < 0) {
      throw new ArithmeticException("must be amount, rate >= 0: " + amount + " * " + rate);
    }
    return mended((double) amount * (double) rate * PER_BILLION, amount, rate, BILLION, rounding);
  }

  private static long mended(
      double estimate, long amount, long numerator, long denominator, Rounding rounding) {
    // five roundings at most: an estimate is off by less than 2^-50 of it, and by one for the cut
    boolean near = (estimate * 0x1p-50 + 1) * denominator < NEAR && estimate < NEAR;
    if (!near) {
      return exact(amount, numerator, denominator, rounding);
    }
    long quotient = (long) estimate;
    long rest = amount * numerator - quotient * denominator;
    // the estimate is hardly ever off by more than one
    while (rest < 0) {
      quotient--;
      rest += denominator;
    }
    while (rest >= denominator) {
      quotient++;
      rest -= denominator;
    }
    return rounding == Rounding.HALF_UP && rest >= denominator - rest ? quotient + 1 : quotient;
  }

  private static long exact(long amount, long numerator, long denominator, Rounding rounding) {
    BigDecimal product =
        new BigDecimal(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator)));
    RoundingMode mode = rounding == Rounding.HALF_UP ? RoundingMode.HALF_UP : RoundingMode.DOWN;
    return product.divide(BigDecimal.valueOf(denominator), 0, mode).longValueExact();
  }
}
