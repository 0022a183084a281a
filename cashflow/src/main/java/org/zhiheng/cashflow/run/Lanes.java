package org.zhiheng.cashflow.run;

/// Arithmetic on one number of each path of a block.
final class Lanes {

  /// Paths of a block: few enough that what is kept of them fits a core's own cache.
  static final int COUNT = 128;

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

  static void addTimes(double[] what, double times, double[] to) {
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] += what[lane] * times;
    }
  }

  /// Pays what is owed from an account as far as it goes; `got` takes what was paid.
  static void settle(double[] account, double[] owing, double[] got) {
    for (int lane = 0; lane < COUNT; lane++) {
      double part = Math.min(owing[lane], account[lane]);
      owing[lane] -= part;
      account[lane] -= part;
      got[lane] += part;
    }
  }

  /// Pays what is owed from an account as far as it goes.
  static void settle(double[] account, double[] owing) {
    for (int lane = 0; lane < COUNT; lane++) {
      double part = Math.min(owing[lane], account[lane]);
      owing[lane] -= part;
      account[lane] -= part;
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
      double part = Math.min(owing[lane], account[lane]) * gate[lane];
      owing[lane] -= part;
      account[lane] -= part;
      got[lane] += part;
    }
  }

  /// Fills an account up to its target as far as another goes, on paths whose gate is 1 and not 0.
  static void fill(double[] from, double[] to, double[] target, double[] gate) {
    for (int lane = 0; lane < COUNT; lane++) {
      double part = Math.min(Math.max(0, target[lane] - to[lane]), from[lane]) * gate[lane];
      from[lane] -= part;
      to[lane] += part;
    }
  }

  /// Adds to sums and begins anew.
  static void pour(double[] from, double[] to) {
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] += from[lane];
      from[lane] = 0;
    }
  }

  /// What all paths share and what each has beside; the latter begins anew.
  static void pour(double same, double[] from, double[] to) {
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] = same + from[lane];
      from[lane] = 0;
    }
  }

  /// What all paths share less what two classes of assets pay no more.
  static void less(
      double same, double one, double[] first, double other, double[] second, double[] to) {
    for (int lane = 0; lane < COUNT; lane++) {
      to[lane] = same - (one * first[lane] + other * second[lane]);
    }
  }

  /// Takes out of each path's amount its share of what two classes of assets pay no more.
  static void less(double one, double[] first, double other, double[] second, double[] from) {
    for (int lane = 0; lane < COUNT; lane++) {
      from[lane] -= one * first[lane] + other * second[lane];
    }
  }

  /// The same of one class.
  static void less(double times, double[] what, double[] from) {
    for (int lane = 0; lane < COUNT; lane++) {
      from[lane] -= times * what[lane];
    }
  }
}
