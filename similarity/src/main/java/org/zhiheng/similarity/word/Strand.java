package org.zhiheng.similarity.word;

/// A row of signs with what each weighs: a name as one alignment sees it.
final class Strand {

  /// More signs of a name are not looked at.
  static final int LENGTH_MAX = 96;

  /// What it costs to leave out a sign that only repeats the one before, beside one that does not.
  private static final float REPEATED = 0.35f;

  final byte[] signs;
  final float[] weights;
  final float[] gaps;
  final float total;
  final boolean merges;

  /// Letters, of which two may be taken for one.
  static Strand letters(byte[] signs, float[] weights) {
    return new Strand(signs, weights, true);
  }

  /// Sounds.
  static Strand sounds(byte[] signs, float[] weights) {
    return new Strand(signs, weights, false);
  }

  private Strand(byte[] signs, float[] weights, boolean letters) {
    this.signs = signs;
    this.weights = weights;
    this.gaps = weights.clone();
    float sum = 0;
    boolean twins = false;
    for (int at = 0; at < signs.length; at++) {
      sum += weights[at];
      if (at > 0) {
        if (signs[at] == signs[at - 1]) {
          gaps[at] *= REPEATED;
        }
        twins |= letters && LetterLooks.merged(signs[at - 1], signs[at]) >= 0;
      }
    }
    total = sum;
    merges = twins;
  }

  int length() {
    return signs.length;
  }
}
