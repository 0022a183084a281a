package org.zhiheng.similarity.figure;

/// One way in which a figure could have become what is looked for.
///
/// @param movement from the frame of what is looked for to the frame of the figure as it was
/// @param picture what is seen of that frame
/// @param contour the points, moved
/// @param cost 0 and a little more, the stranger the way is
record Guess(Movement movement, Box picture, Contour contour, double cost) {

  /// What is seen when nothing was cut off.
  static final Box ALL = new Box(-9, -9, 9, 9);

  /// Whether a part of the figure is not seen.
  boolean cut() {
    return !picture.equals(ALL);
  }
}
