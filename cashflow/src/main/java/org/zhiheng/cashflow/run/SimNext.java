package org.zhiheng.cashflow.run;

import java.util.function.LongPredicate;

/// Of assets in a row that end alike: how many do not end, and on which payment date the next one
/// does, both by one number, looked up in one table of the steps of the number at which either
/// becomes another. Each of these steps was found by the arithmetic that it stands for, so that it
/// tells to the last bit what that would.
final class SimNext {

  /// Where assets do not end alike.
  static final SimNext NONE =
      new SimNext(new double[2], new double[1], new double[1], new int[0], 0);

  /// The number is so high that the long way must be gone.
  static final int BEYOND = -1;

  /// Rows of a table at most: what is looked up at random should stay close by.
  private static final int ROWS_MAX = 1 << 13;

  /// The guide has a place for each of the first so many bits of a number.
  private static final int GUIDE_BITS = 12;

  /// So near to a step is what is reckoned in doubles that should be it.
  private static final int AROUND = 4;

  private static final int SHIFT = Chance.STEP_BITS - GUIDE_BITS;

  /// A pool has fewer assets, and a deal fewer than 2^11 payment dates.
  private static final int STAY_BITS = 20;

  /// By row: the step of a number from which on it is the next row.
  private final long[] until;

  /// By row: how many stay, and the date above.
  private final int[] what;

  /// By the first bits of a number, the first row that it may be.
  private final char[] guide = new char[1 << GUIDE_BITS];

  /// @param sums by count, the probability that fewer do not end before one does; one more without
  ///   end
  /// @param parts by count, what a number above its sum is multiplied by
  /// @param ended by payment, the probability of having ended before, and by the end; one alone:
  ///   nothing ends
  /// @param on by payment, the date
  /// @param never the date of what does not end
  SimNext(double[] sums, double[] parts, double[] ended, int[] on, int never) {
    int payments = ended.length - 1;
    int stays = payments == 0 ? 0 : Math.min(sums.length - 2, (ROWS_MAX - 1) / ended.length);
    until = new long[stays * ended.length + 1];
    what = new int[until.length];
    int row = 0;
    for (int stay = 0; stay < stays; stay++) {
      double sum = sums[stay];
      double part = parts[stay];
      double end = sums[stay + 1];
      long from = row == 0 ? 0 : until[row - 1];
      long to = first(from, Chance.STEPS, end, step -> Chance.unit(step) >= end);
      for (int k = 0; k <= payments; k++) {
        double next = k < payments ? ended[k + 1] : Double.POSITIVE_INFINITY;
        from = first(from, to, sum + next / part, step -> (Chance.unit(step) - sum) * part >= next);
        until[row] = from;
        what[row++] = next(stay, k < payments ? on[k] : never);
      }
    }
    until[row] = Long.MAX_VALUE;
    what[row] = stays == sums.length - 2 ? next(stays, never) : BEYOND;
    int at = 0;
    for (int place = 0; place < guide.length; place++) {
      while (until[at] <= (long) place << SHIFT) {
        at++;
      }
      guide[place] = (char) at;
    }
  }

  /// The first step in `[from, to)` for which something holds that holds for all behind it, or the
  /// end; most often within a few steps of a number.
  private static long first(long from, long to, double about, LongPredicate holds) {
    long low = from;
    long high = to;
    double guess = about * Chance.STEPS;
    if (guess > from + AROUND && guess < to - AROUND) {
      long below = (long) guess - AROUND;
      long above = (long) guess + AROUND;
      low = holds.test(below) ? from : below + 1;
      high = holds.test(above) ? above : to;
    }
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// What follows from a number, for [#stay] and [#date], or [#BEYOND].
  int next(long step) {
    int row = guide[(int) (step >>> SHIFT)];
    // 1 where the number reaches the next row: by its sign, for as often as not a branch would go
    // the other way than before; further rows are seldom
    row += 1 - (int) ((step - until[row]) >>> 63);
    return what[until[row] > step ? row : further(row, step)];
  }

  private int further(int from, long step) {
    int row = from;
    while (until[row] <= step) {
      row++;
    }
    return row;
  }

  static int next(int stay, int date) {
    return stay | (date << STAY_BITS);
  }

  static int stay(int next) {
    return next & ((1 << STAY_BITS) - 1);
  }

  static int date(int next) {
    return next >>> STAY_BITS;
  }
}
