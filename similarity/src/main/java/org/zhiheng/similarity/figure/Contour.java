package org.zhiheng.similarity.figure;

/// Points on the edges of a figure, in any unit. Arrays of one length, never changed once made.
final class Contour {

  private final float[] xs;
  private final float[] ys;
  private final float[] angles;

  Contour(float[] xs, float[] ys, float[] angles) {
    this.xs = xs;
    this.ys = ys;
    this.angles = angles;
  }

  int count() {
    return xs.length;
  }

  float x(int index) {
    return xs[index];
  }

  float y(int index) {
    return ys[index];
  }

  /// The direction of the edge's normal, 0..pi: which side is dark is not kept.
  float angle(int index) {
    return angles[index];
  }

  /// The same points, moved.
  Contour moved(Movement movement) {
    int count = xs.length;
    float[] x = new float[count];
    float[] y = new float[count];
    float[] angle = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = (float) movement.x(xs[i], ys[i]);
      y[i] = (float) movement.y(xs[i], ys[i]);
      angle[i] = halfTurn(movement.angle(angles[i]));
    }
    return new Contour(x, y, angle);
  }

  /// Every so-manieth point, so that at most so many are left.
  Contour thinned(int most) {
    int count = xs.length;
    if (count <= most) {
      return this;
    }
    float[] x = new float[most];
    float[] y = new float[most];
    float[] angle = new float[most];
    for (int i = 0; i < most; i++) {
      int from = (int) ((long) i * count / most);
      x[i] = xs[from];
      y[i] = ys[from];
      angle[i] = angles[from];
    }
    return new Contour(x, y, angle);
  }

  /// The smallest upright box around all points.
  Box box() {
    float left = Float.POSITIVE_INFINITY;
    float top = Float.POSITIVE_INFINITY;
    float right = Float.NEGATIVE_INFINITY;
    float bottom = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < xs.length; i++) {
      left = Math.min(left, xs[i]);
      right = Math.max(right, xs[i]);
      top = Math.min(top, ys[i]);
      bottom = Math.max(bottom, ys[i]);
    }
    return new Box(left, top, right, bottom);
  }

  /// The angle in 0 (with) to pi (without).
  static float halfTurn(double angle) {
    double turned = angle % Math.PI;
    if (turned < 0) {
      turned += Math.PI;
    }
    return turned >= Math.PI ? 0 : (float) turned;
  }
}
