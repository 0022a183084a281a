package org.zhiheng.similarity.figure;

/// How the edges of a figure spread about their middle, in four numbers that no turn, mirror, shift
/// or scale changes.
///
/// Source: J. Flusser, On the independence of rotation moment invariants, Pattern Recognition 33
/// (2000): sizes of complex moments, here of edge points, over powers of the mean square distance.
///
/// @param stretch of second order: 0 for a disc, 1 for a line
/// @param threefold of third order, what repeats three times about
/// @param lopsided of third order, more on one side
/// @param fourfold of fourth order, what repeats four times about
record Moments(double stretch, double threefold, double lopsided, double fourfold) {

  static Moments of(Contour contour) {
    int count = contour.count();
    double middleX = 0;
    double middleY = 0;
    for (int i = 0; i < count; i++) {
      middleX += contour.x(i);
      middleY += contour.y(i);
    }
    middleX /= count;
    middleY /= count;
    double square = 0;
    double[] sums = new double[8];
    for (int i = 0; i < count; i++) {
      double x = contour.x(i) - middleX;
      double y = contour.y(i) - middleY;
      double far = x * x + y * y;
      double x2 = x * x - y * y;
      double y2 = 2 * x * y;
      square += far;
      sums[0] += x2;
      sums[1] += y2;
      sums[2] += x2 * x - y2 * y;
      sums[3] += x2 * y + y2 * x;
      sums[4] += far * x;
      sums[5] += far * y;
      sums[6] += x2 * x2 - y2 * y2;
      sums[7] += 2 * x2 * y2;
    }
    double spread = Math.max(square / count, 1e-9);
    return new Moments(
        Math.hypot(sums[0], sums[1]) / count / spread,
        Math.hypot(sums[2], sums[3]) / count / Math.pow(spread, 1.5),
        Math.hypot(sums[4], sums[5]) / count / Math.pow(spread, 1.5),
        Math.hypot(sums[6], sums[7]) / count / (spread * spread));
  }

  /// 1 for the same numbers, towards 0 the further they lie apart.
  double likeness(Moments other) {
    double apart =
        Math.abs(stretch - other.stretch)
            + Math.abs(threefold - other.threefold)
            + Math.abs(lopsided - other.lopsided)
            + Math.abs(fourfold - other.fourfold);
    return 1 / (1 + 2 * apart);
  }
}
