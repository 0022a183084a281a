package org.zhiheng.cashflow.fen;

/// Products of many amounts and fractions, each exact until it is rounded once: what [Fen] comes to
/// one by one, for rows of them.
///
/// No product waits for another and none turns another way than the one before, so that a core goes
/// through several at once, and with wide registers in one go. For that what may stand in a row is
/// limited, and not asked again: amounts 0 to [#AMOUNT_MAX], numerators 0 to [#TIMES_MAX] times
/// their denominator, denominators 1 to [#DENOMINATOR_MAX].
public final class FenRows {

  /// The highest amount; above it an estimate in doubles could be off by more than one.
  public static final long AMOUNT_MAX = 1L << 48;

  /// How many times its denominator a numerator is at most.
  public static final long TIMES_MAX = 2;

  /// The highest denominator: its double is still a number of 64 bits.
  public static final long DENOMINATOR_MAX = 1L << 60;

  private static final double PER_SHARE = 1e-15;
  private static final double PER_BILLION = 1e-9;

  private FenRows() {}

  /// Whether a fraction may stand in a row.
  public static boolean fits(long numerator, long denominator) {
    return denominator >= 1
        && denominator <= DENOMINATOR_MAX
        && numerator >= 0
        && numerator <= TIMES_MAX * denominator;
  }

  /// `amount * part / SHARE` of the first ones.
  public static void shares(
      long[] amount, long[] part, int count, Rounding rounding, long[] product) {
    double up = rounding == Rounding.HALF_UP ? 0.5 : 0;
    long half = rounding == Rounding.HALF_UP ? Fen.SHARE / 2 : 0;
    for (int i = 0; i < count; i++) {
      long near = (long) ((double) amount[i] * (double) part[i] * PER_SHARE + up);
      product[i] = mended(near, amount[i] * part[i] + half - near * Fen.SHARE, Fen.SHARE);
    }
  }

  /// `amount * rate / BILLION` of the first ones.
  public static void billionths(
      long[] amount, long[] rate, int count, Rounding rounding, long[] product) {
    double up = rounding == Rounding.HALF_UP ? 0.5 : 0;
    long half = rounding == Rounding.HALF_UP ? Fen.BILLION / 2 : 0;
    for (int i = 0; i < count; i++) {
      long near = (long) ((double) amount[i] * (double) rate[i] * PER_BILLION + up);
      product[i] = mended(near, amount[i] * rate[i] + half - near * Fen.BILLION, Fen.BILLION);
    }
  }

  /// `amount * numerator / denominator` of the first ones.
  public static void parts(
      long[] amount,
      long[] numerator,
      long[] denominator,
      int count,
      Rounding rounding,
      long[] product) {
    double up = rounding == Rounding.HALF_UP ? 0.5 : 0;
    long halves = rounding == Rounding.HALF_UP ? -1 : 0;
    for (int i = 0; i < count; i++) {
      long under = denominator[i];
      long near = (long) ((double) amount[i] * (double) numerator[i] / (double) under + up);
      long half = (under >> 1) & halves;
      product[i] = mended(near, amount[i] * numerator[i] + half - near * under, under);
    }
  }

  /// Mends a quotient that is off by one at most by what it leaves over. To the nearest is what is
  /// cut down once half the denominator was added; where that is odd, half of it cut down does.
  private static long mended(long near, long rest, long denominator) {
    // 0, or -1 where the rest is below 0; -1, or 0 where there is room for one more
    return near + (rest >> 63) + 1 + ((rest - denominator) >> 63);
  }

  /// Takes the first ones out of others.
  ///
  /// @return their sum
  public static long take(long[] what, int count, long[] from) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += what[i];
      from[i] -= what[i];
    }
    return sum;
  }

  /// The sum of the first ones.
  public static long sum(long[] row, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += row[i];
    }
    return sum;
  }

  /// Leaves of the first ones what is above others, or 0.
  public static void above(long[] what, int count, long[] left) {
    for (int i = 0; i < count; i++) {
      left[i] = Math.max(0, left[i] - what[i]);
    }
  }

  /// Makes each of the first ones no more than another.
  public static void least(long[] what, long[] most, int count) {
    for (int i = 0; i < count; i++) {
      what[i] = Math.min(what[i], most[i]);
    }
  }
}
