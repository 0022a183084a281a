package org.zhiheng.similarity.figure;

/// Which old points make a new one along one axis, and with what share.
///
/// Owner of its arrays; they never change.
final class Shares {

  private final int[] starts;
  private final float[][] shares;

  private Shares(int[] starts, float[][] shares) {
    this.starts = starts;
    this.shares = shares;
  }

  /// From `start`, `length` old points long, to `count` new points.
  static Shares of(double start, double length, int old, int count) {
    int[] starts = new int[count];
    float[][] shares = new float[count][];
    double step = length / count;
    double reach = Math.max(step, 1) / 2;
    for (int i = 0; i < count; i++) {
      double middle = start + (i + 0.5) * step;
      int from = Math.clamp((long) Math.floor(middle - reach), 0, old - 1);
      int to = Math.clamp((long) Math.ceil(middle + reach) - 1, from, old - 1);
      float[] weights = new float[to - from + 1];
      float sum = 0;
      for (int at = from; at <= to; at++) {
        double covered = Math.min(at + 1, middle + reach) - Math.max(at, middle - reach);
        weights[at - from] = (float) Math.max(covered, 0);
        sum += weights[at - from];
      }
      if (sum <= 0) {
        java.util.Arrays.fill(weights, 1);
        sum = weights.length;
      }
      for (int k = 0; k < weights.length; k++) {
        weights[k] /= sum;
      }
      starts[i] = from;
      shares[i] = weights;
    }
    return new Shares(starts, shares);
  }

  /// The first old point that is used.
  int first() {
    return starts[0];
  }

  /// The last old point that is used.
  int last() {
    int end = starts.length - 1;
    return starts[end] + shares[end].length - 1;
  }

  /// Scales each row from first to last; the others stay 0.
  float[] rows(float[] old, int oldWidth, int first, int last) {
    int count = starts.length;
    float[] rows = new float[old.length / oldWidth * count];
    for (int y = first; y <= last; y++) {
      int from = y * oldWidth;
      for (int i = 0; i < count; i++) {
        float[] weights = shares[i];
        int at = from + starts[i];
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
          sum += weights[k] * old[at + k];
        }
        rows[y * count + i] = sum;
      }
    }
    return rows;
  }

  /// Scales each column.
  float[] columns(float[] old, int width) {
    float[] columns = new float[starts.length * width];
    for (int i = 0; i < starts.length; i++) {
      float[] weights = shares[i];
      for (int k = 0; k < weights.length; k++) {
        int from = (starts[i] + k) * width;
        float share = weights[k];
        for (int x = 0; x < width; x++) {
          columns[i * width + x] += share * old[from + x];
        }
      }
    }
    return columns;
  }
}
