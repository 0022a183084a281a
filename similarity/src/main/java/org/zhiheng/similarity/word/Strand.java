package org.zhiheng.similarity.word;

/// A row of signs with what each weighs: a name as one alignment sees it.
final class Strand {

  /// More signs of a name are not looked at.
  static final int LENGTH_MAX = 96;

  /// What it costs to leave out a sign that only repeats the one before, beside one that does not.
  private static final float REPEATED = 0.35f;

  /// So many units are the weight of one sign that distinguishes.
  static final int UNITS = 1024;

  final byte[] signs;

  /// In [#UNITS].
  final int[] weights;

  /// What leaving each out costs, in [#UNITS].
  final int[] gaps;

  /// In [#UNITS].
  final int total;

  /// Which signs there are, one bit each.
  final long present;

  final boolean merges;

  /// Letters, of which two may be taken for one.
  static Strand letters(byte[] signs, float[] shares) {
    return new Strand(signs, shares, true);
  }

  /// Sounds.
  static Strand sounds(byte[] signs, float[] shares) {
    return new Strand(signs, shares, false);
  }

  private Strand(byte[] signs, float[] shares, boolean letters) {
    this.signs = signs;
    this.weights = new int[signs.length];
    this.gaps = new int[signs.length];
    int sum = 0;
    long seen = 0;
    boolean twins = false;
    for (int at = 0; at < signs.length; at++) {
      weights[at] = Math.round(shares[at] * UNITS);
      gaps[at] = weights[at];
      sum += weights[at];
      seen |= 1L << signs[at];
      if (at > 0) {
        if (signs[at] == signs[at - 1]) {
          gaps[at] = Math.round(weights[at] * REPEATED);
        }
        twins |= letters && LetterLooks.merged(signs[at - 1], signs[at]) >= 0;
      }
    }
    total = sum;
    present = seen;
    merges = twins;
  }

  int length() {
    return signs.length;
  }

  /// What a sign weighs beside one that distinguishes.
  float weight(int at) {
    return (float) weights[at] / UNITS;
  }

  /// What all of it weighs, in signs that distinguish.
  float weight() {
    return (float) total / UNITS;
  }
}
