package org.zhiheng.valuation.indicator;

import java.util.List;

/// How a fact's figure becomes a range of scores: a line through points, flat beyond its ends.
///
/// @param points by rising figure, at least one
public record Scale(List<Point> points) {

  /// More points than a rule of thumb has.
  public static final int POINTS_MAX = 50;

  /// A point of the line.
  ///
  /// @param figure of the fact
  /// @param low the least score there, 0..100
  /// @param high the most score there, 0..100
  public record Point(double figure, double low, double high) {

    /// @throws IllegalArgumentException when the scores are no range in 0..100
    public Point {
      if (!Double.isFinite(figure) || !(0 <= low && low <= high && high <= 100)) {
        throw new IllegalArgumentException(
            "a point is [figure, low, high] with 0 <= low <= high <= 100: "
                + figure
                + ", "
                + low
                + ", "
                + high);
      }
    }
  }

  /// @throws IllegalArgumentException when there is no point, or too many, or they do not rise
  public Scale {
    points = List.copyOf(points);
    if (points.isEmpty() || points.size() > POINTS_MAX) {
      throw new IllegalArgumentException("points must be 1.." + POINTS_MAX + ": " + points.size());
    }
    for (int at = 1; at < points.size(); at++) {
      if (points.get(at).figure() <= points.get(at - 1).figure()) {
        throw new IllegalArgumentException("points must rise: " + points.get(at).figure());
      }
    }
  }

  /// The range of scores for a figure; `figure` of the answer is the one asked for.
  Point at(double figure) {
    Point left = points.getFirst();
    if (figure <= left.figure()) {
      return new Point(figure, left.low(), left.high());
    }
    for (Point right : points) {
      if (figure <= right.figure()) {
        double share = (figure - left.figure()) / (right.figure() - left.figure());
        // the point itself has its own scores, without rounding
        return share >= 1
            ? new Point(figure, right.low(), right.high())
            : new Point(
                figure,
                left.low() + share * (right.low() - left.low()),
                left.high() + share * (right.high() - left.high()));
      }
      left = right;
    }
    return new Point(figure, left.low(), left.high());
  }
}
