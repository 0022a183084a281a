package org.zhiheng.similarity.word;

/// How unlike two signs are, 0 (the same) to 1 (nothing in common).
final class SignCosts {

  /// A sign beside another one breaks a name more than its likeness alone says.
  private static final float BREAK = 1.3f;

  /// So many units are the cost of two signs that have nothing in common.
  static final int UNITS = 1024;

  final int size;

  /// By both signs, in [#UNITS].
  final int[] units;

  /// For each sign the others that it is somewhat like, one bit each.
  private final long[] near;

  /// Every sign is like itself alone.
  SignCosts(int size) {
    this.size = size;
    this.units = new int[size * size];
    this.near = new long[size];
    for (int left = 0; left < size; left++) {
      for (int right = 0; right < size; right++) {
        units[left * size + right] = left == right ? 0 : UNITS;
      }
    }
  }

  /// Notes a pair, in both orders; the cheaper of two notes counts.
  void note(int left, int right, float unlike) {
    keep(left, right, Math.round(Math.min(1, unlike * BREAK) * UNITS));
  }

  /// The same costs, and none above this for the pair: a bound for moves of more than two signs.
  void bound(int left, int right, float cost) {
    keep(left, right, Math.round(cost * UNITS));
  }

  private void keep(int left, int right, int cost) {
    if (cost < units[left * size + right]) {
      units[left * size + right] = cost;
      units[right * size + left] = cost;
      near[left] |= 1L << right;
      near[right] |= 1L << left;
    }
  }

  float of(byte left, byte right) {
    return (float) units[left * size + right] / UNITS;
  }

  /// The least that a sign costs beside any of these, in [#UNITS].
  int least(int sign, long among) {
    if ((among >>> sign & 1) != 0) {
      return 0;
    }
    int least = UNITS;
    for (long left = among & near[sign]; left != 0; left &= left - 1) {
      least = Math.min(least, units[sign * size + Long.numberOfTrailingZeros(left)]);
    }
    return least;
  }
}
