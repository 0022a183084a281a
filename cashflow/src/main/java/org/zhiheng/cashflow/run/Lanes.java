package org.zhiheng.cashflow.run;

/// Arithmetic on one number of each path of a block.
final class Lanes {

  /// Paths of a block, a power of two: so many that what it costs to begin a loop counts little,
  /// few enough that what is kept of them fits a core's second cache.
  static final int COUNT = 1 << 8;

  /// Sums that are kept of a row where one is wanted: so many additions do not wait for each other.
  static final int FOLD = COUNT / 4;

  private Lanes() {}

  static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, COUNT);
  }

  static void add(double[] what, double[] to) {
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] += what[lane];
    }
  }

  static void subtract(double[] what, double[] from) {
    for (int lane = 0; lane < COUNT; lane++) {
      from[lane] -= what[lane];
    }
  }

  /// Takes a part of it away, never more than there is.
  static void lessen(double[] what, double[] from) {
    for (int lane = 0; lane < COUNT; lane++) {
      from[lane] = above(from[lane] - what[lane]);
    }
  }

  /// Whether no amount is below nothing; one that is `-0.0` counts as below.
  static boolean noneBelow(double[] row) {
    long signs = 0;
    for (int lane = 0; lane < COUNT; lane++) {
      signs |= bits(row[lane]);
    }
    return signs >= 0;
  }

  /// Whether nothing is there on any path. Most often the first tells that something is.
  static boolean nothing(double[] row) {
    for (int lane = 0; lane < COUNT; lane += 4) {
      long any = bits(row[lane]) | bits(row[lane + 1]) | bits(row[lane + 2]) | bits(row[lane + 3]);
      if (any != 0) {
        return false;
      }
    }
    return true;
  }

  /// From a path on, the first of four that are not all to the bit what they are in another row; as
  /// many as there are if none is.
  static int apart(double[] one, double[] other, int from) {
    for (int lane = from; lane < COUNT; lane += 4) {
      long any =
          (bits(one[lane]) ^ bits(other[lane]))
              | (bits(one[lane + 1]) ^ bits(other[lane + 1]))
              | (bits(one[lane + 2]) ^ bits(other[lane + 2]))
              | (bits(one[lane + 3]) ^ bits(other[lane + 3]));
      if (any != 0) {
        return lane;
      }
    }
    return COUNT;
  }

  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }

  static void addTimes(double[] what, double times, double[] to) {
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] += what[lane] * times;
    }
  }

  /// What is above 0; without a branch and without the care for zeros and what is no number that
  /// [Math#max] takes, so that it is a few steps for several lanes at once. Exact.
  static double above(double amount) {
    return 0.5 * (Math.abs(amount) + amount);
  }

  /// The one where the gate is 1, the other where it is 0; both exactly, so that a path comes to
  /// the same bits whether others of its block are shut or none is.
  private static double through(double gate, double open, double shut) {
    return gate * open + (1 - gate) * shut;
  }

  /// Pays what is owed from an account as far as it goes; `got` takes what was paid. Exactly
  /// nothing is left of one of the two.
  static void settle(double[] account, double[] owing, double[] got) {
    for (int lane = 0; lane < COUNT; lane++) {
      double owed = owing[lane];
      double holds = account[lane];
      double left = above(owed - holds);
      owing[lane] = left;
      account[lane] = above(holds - owed);
      got[lane] += owed - left;
    }
  }

  /// Pays what is owed from an account as far as it goes.
  static void settle(double[] account, double[] owing) {
    for (int lane = 0; lane < COUNT; lane++) {
      double owed = owing[lane];
      double holds = account[lane];
      owing[lane] = above(owed - holds);
      account[lane] = above(holds - owed);
    }
  }

  /// Makes an amount no more than another.
  static void least(double[] what, double[] most) {
    for (int lane = 0; lane < COUNT; lane++) {
      what[lane] = Math.min(what[lane], most[lane]);
    }
  }

  /// Multiplies each path's amount.
  static void times(double[] by, double[] what) {
    for (int lane = 0; lane < COUNT; lane++) {
      what[lane] *= by[lane];
    }
  }

  /// Pays what is owed from an account as far as it goes, on paths whose gate is 1 and not 0.
  static void settle(double[] account, double[] owing, double[] got, double[] gate) {
    for (int lane = 0; lane < COUNT; lane++) {
      double owed = owing[lane];
      double holds = account[lane];
      double left = above(owed - holds);
      owing[lane] = through(gate[lane], left, owed);
      account[lane] = through(gate[lane], above(holds - owed), holds);
      got[lane] += (owed - left) * gate[lane];
    }
  }

  /// Fills an account up to its target as far as another goes.
  static void fill(double[] from, double[] to, double[] target) {
    for (int lane = 0; lane < COUNT; lane++) {
      double needs = above(target[lane] - to[lane]);
      double holds = from[lane];
      from[lane] = above(holds - needs);
      to[lane] += needs - above(needs - holds);
    }
  }

  /// Fills an account up to its target as far as another goes, on paths whose gate is 1 and not 0.
  static void fill(double[] from, double[] to, double[] target, double[] gate) {
    for (int lane = 0; lane < COUNT; lane++) {
      double needs = above(target[lane] - to[lane]);
      double holds = from[lane];
      from[lane] = through(gate[lane], above(holds - needs), holds);
      to[lane] += (needs - above(needs - holds)) * gate[lane];
    }
  }

  /// Pays all that an account holds, and takes it off what is owed as far as that goes.
  static void empty(double[] account, double[] owing, double[] got) {
    for (int lane = 0; lane < COUNT; lane++) {
      double holds = account[lane];
      got[lane] += holds;
      owing[lane] = above(owing[lane] - holds);
      account[lane] = 0;
    }
  }

  /// The same on paths whose gate is 1 and not 0.
  static void empty(double[] account, double[] owing, double[] got, double[] gate) {
    for (int lane = 0; lane < COUNT; lane++) {
      double holds = account[lane];
      double owed = owing[lane];
      got[lane] += holds * gate[lane];
      owing[lane] = through(gate[lane], above(owed - holds), owed);
      account[lane] = holds * (1 - gate[lane]);
    }
  }

  /// Lets interest fall due and begins two sums anew.
  static void accrue(double[] balance, double rate, double[] due, double[] one, double[] other) {
    for (int lane = 0; lane < COUNT; lane++) {
      due[lane] += balance[lane] * rate;
      one[lane] = 0;
      other[lane] = 0;
    }
  }

  /// Adds the first numbers of a row to a few sums.
  static void fold(double[] what, int count, double[] sums) {
    if (count == COUNT) {
      for (int lane = 0; lane < FOLD; lane++) {
        sums[lane] +=
            (what[lane] + what[lane + FOLD]) + (what[lane + 2 * FOLD] + what[lane + 3 * FOLD]);
      }
    } else {
      for (int lane = 0; lane < count; lane++) {
        sums[lane % FOLD] += what[lane];
      }
    }
  }

  /// What all paths share and what each has beside; the latter begins anew.
  static void pour(double same, double[] from, double[] to) {
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] = same + from[lane];
      from[lane] = 0;
    }
  }

  /// What all paths share less what four classes of assets pay no more of it. One flow at a time:
  /// with three in one loop it is too long to be done for several lanes at once.
  ///
  /// @param terms what all paths share, then by class what a balance of 1 pays
  static void less(
      double[] terms,
      double[] first,
      double[] second,
      double[] third,
      double[] fourth,
      double[] to) {
    double same = terms[0];
    double a = terms[1];
    double b = terms[2];
    double c = terms[3];
    double d = terms[4];
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] =
          same - ((a * first[lane] + b * second[lane]) + (c * third[lane] + d * fourth[lane]));
    }
  }

  /// Takes out of each path's amount its share of what a class of assets pays no more.
  static void less(double times, double[] what, double[] from) {
    for (int lane = 0; lane < COUNT; lane++) {
      from[lane] -= times * what[lane];
    }
  }

  /// Puts what was collected on an account and takes what is gone out of the pool.
  static void collect(
      double[] interest,
      double[] principal,
      double[] prepay,
      double[] recovery,
      double[] defaulted,
      double[] account,
      double[] pool) {
    for (int lane = 0; lane < COUNT; lane++) {
      double less = principal[lane] + prepay[lane];
      account[lane] += (interest[lane] + less) + recovery[lane];
      pool[lane] -= less + defaulted[lane];
    }
  }
}
