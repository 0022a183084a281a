package org.zhiheng.similarity.figure;

/// An upright box.
///
/// @param left smallest x
/// @param top smallest y
/// @param right greatest x
/// @param bottom greatest y
public record Box(double left, double top, double right, double bottom) {

  /// From left to right.
  public double width() {
    return right - left;
  }

  /// From top to bottom.
  public double height() {
    return bottom - top;
  }

  /// The longer side.
  double side() {
    return Math.max(width(), height());
  }

  /// What brings the box into the frame: its middle to (0.5, 0.5), its longer side to 1.
  Movement toFrame() {
    double scale = 1 / Math.max(side(), 1e-6);
    return new Movement(
        scale, 0, false, 0.5 - scale * (left + right) / 2, 0.5 - scale * (top + bottom) / 2);
  }

  /// The box moved without turn or mirror.
  Box moved(Movement upright) {
    return new Box(
        upright.x(left, top),
        upright.y(left, top),
        upright.x(right, bottom),
        upright.y(right, bottom));
  }

  boolean holds(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }
}
