package org.zhiheng.similarity.word;

/// How unlike two signs are, 0 (the same) to 1 (nothing in common).
final class SignCosts {

  /// A sign beside another one breaks a name more than its likeness alone says.
  private static final float BREAK = 1.3f;

  private final int size;
  private final float[] costs;

  /// Every sign is like itself alone.
  SignCosts(int size) {
    this.size = size;
    this.costs = new float[size * size];
    for (int left = 0; left < size; left++) {
      for (int right = 0; right < size; right++) {
        costs[left * size + right] = left == right ? 0 : 1;
      }
    }
  }

  /// Notes a pair, in both orders; the cheaper of two notes counts.
  void note(int left, int right, float unlike) {
    float cost = Math.min(1, unlike * BREAK);
    if (cost < costs[left * size + right]) {
      costs[left * size + right] = cost;
      costs[right * size + left] = cost;
    }
  }

  float of(byte left, byte right) {
    return costs[left * size + right];
  }
}
