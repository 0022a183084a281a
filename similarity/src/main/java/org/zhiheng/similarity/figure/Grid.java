package org.zhiheng.similarity.figure;

/// How many edges of which direction lie in which part of the frame: a coarse look at a figure.
/// [#SIDE] by [#SIDE] cells of [#DIRECTIONS] directions; the code has a bit for each of the
/// stronger ones. Never changed once made.
final class Grid {

  /// Cells a side.
  static final int SIDE = 8;

  /// Directions a cell.
  static final int DIRECTIONS = 4;

  /// Numbers in all.
  static final int LENGTH = SIDE * SIDE * DIRECTIONS;

  /// Longs of a code.
  static final int WORDS = LENGTH / 64;

  /// The frame and a little more.
  private static final double MARGIN = 0.03;

  private static final double CELLS = SIDE / (1 + 2 * MARGIN);

  /// So many of the strongest get a bit.
  private static final int BITS_MAX = 88;

  private final byte[] values;
  private final long[] code;

  private Grid(byte[] values, long[] code) {
    this.values = values;
    this.code = code;
  }

  static Grid of(Contour contour) {
    float[] sums = new float[LENGTH];
    for (int i = 0; i < contour.count(); i++) {
      double x = Math.clamp((contour.x(i) + MARGIN) * CELLS - 0.5, 0, SIDE - 1.001);
      double y = Math.clamp((contour.y(i) + MARGIN) * CELLS - 0.5, 0, SIDE - 1.001);
      double turn = contour.angle(i) * (DIRECTIONS / Math.PI);
      int left = (int) x;
      int top = (int) y;
      int direction = (int) turn % DIRECTIONS;
      int next = (direction + 1) % DIRECTIONS;
      double right = x - left;
      double down = y - top;
      double on = turn - (int) turn;
      for (int dy = 0; dy < 2; dy++) {
        for (int dx = 0; dx < 2; dx++) {
          double share = (dx == 0 ? 1 - right : right) * (dy == 0 ? 1 - down : down);
          int cell = ((top + dy) * SIDE + left + dx) * DIRECTIONS;
          sums[cell + direction] += (float) (share * (1 - on));
          sums[cell + next] += (float) (share * on);
        }
      }
    }
    return of(sums);
  }

  private static Grid of(float[] sums) {
    float most = 0;
    for (int i = 0; i < LENGTH; i++) {
      sums[i] = (float) Math.sqrt(sums[i]);
      most = Math.max(most, sums[i]);
    }
    byte[] values = new byte[LENGTH];
    int[] ranks = new int[128];
    for (int i = 0; i < LENGTH; i++) {
      values[i] = (byte) Math.round(127 * sums[i] / Math.max(most, 1e-6f));
      ranks[values[i]]++;
    }
    int threshold = 127;
    int above = 0;
    while (threshold > 1 && above + ranks[threshold] <= BITS_MAX) {
      above += ranks[threshold];
      threshold--;
    }
    long[] code = new long[WORDS];
    for (int i = 0; i < LENGTH; i++) {
      if (values[i] > threshold) {
        code[i >> 6] |= 1L << (i & 63);
      }
    }
    return new Grid(values, code);
  }

  byte[] values() {
    return values;
  }

  long[] code() {
    return code;
  }

  /// How many bits of a code are set; at most 127.
  static int bits(long[] code) {
    int bits = 0;
    for (long word : code) {
      bits += Long.bitCount(word);
    }
    return bits;
  }

  /// The bits of the cells whose middle lies in the box.
  static long[] seen(Box box) {
    long[] seen = new long[WORDS];
    for (int cell = 0; cell < SIDE * SIDE; cell++) {
      int row = cell / SIDE;
      double x = (cell - row * SIDE + 0.5) / CELLS - MARGIN;
      double y = (row + 0.5) / CELLS - MARGIN;
      if (box.holds(x, y)) {
        int at = cell * DIRECTIONS;
        seen[at >> 6] |= 0xFL << (at & 63);
      }
    }
    return seen;
  }

  /// The share in common of two grids, 0..1, where both are seen.
  static double likeness(byte[] left, byte[] right, int rightFrom, long[] seen) {
    int product = 0;
    int lefts = 0;
    int rights = 0;
    for (int i = 0; i < LENGTH; i += DIRECTIONS) {
      if ((seen[i >> 6] >>> (i & 63) & 1) != 0) {
        for (int k = i; k < i + DIRECTIONS; k++) {
          product += left[k] * right[rightFrom + k];
          lefts += left[k] * left[k];
          rights += right[rightFrom + k] * right[rightFrom + k];
        }
      }
    }
    return lefts == 0 || rights == 0 ? 0 : product / Math.sqrt((double) lefts * rights);
  }
}
