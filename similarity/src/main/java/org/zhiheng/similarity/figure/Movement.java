package org.zhiheng.similarity.figure;

import java.util.Locale;

/// A movement of the plane that keeps shapes: `p -> scale * turn(mirror(p)) + shift`.
///
/// @param a scale times the cosine of the turn
/// @param b scale times the sine of the turn
/// @param mirrored whether x is first taken as -x
/// @param shiftX added at the end
/// @param shiftY added at the end
public record Movement(double a, double b, boolean mirrored, double shiftX, double shiftY) {

  /// Nothing moves.
  static final Movement NONE = new Movement(1, 0, false, 0, 0);

  /// Turns about the middle of the frame, after mirroring if told.
  static Movement turn(double degrees, boolean mirrored) {
    double angle = Math.toRadians(degrees);
    double a = Math.cos(angle);
    double b = Math.sin(angle);
    double x = mirrored ? -0.5 : 0.5;
    return new Movement(a, b, mirrored, 0.5 - (a * x - b * 0.5), 0.5 - (b * x + a * 0.5));
  }

  double x(double px, double py) {
    return a * (mirrored ? -px : px) - b * py + shiftX;
  }

  double y(double px, double py) {
    return b * (mirrored ? -px : px) + a * py + shiftY;
  }

  /// Where a line of this direction lies afterwards; radians, of any turn.
  double angle(double direction) {
    return (mirrored ? -direction : direction) + turn();
  }

  /// In radians, -pi..pi; clockwise on a page, where y grows downwards.
  public double turn() {
    return Math.atan2(b, a);
  }

  /// Above 0.
  public double scale() {
    return Math.hypot(a, b);
  }

  /// This, then a scaling and a shift.
  Movement then(double scale, double x, double y) {
    return new Movement(a * scale, b * scale, mirrored, shiftX * scale + x, shiftY * scale + y);
  }

  /// This, then a turn and a scaling about a place, and a shift.
  Movement nudged(double turn, double scale, double x, double y, double aboutX, double aboutY) {
    double c = Math.cos(turn) * scale;
    double s = Math.sin(turn) * scale;
    double relX = shiftX - aboutX;
    double relY = shiftY - aboutY;
    return new Movement(
        a * c - b * s,
        a * s + b * c,
        mirrored,
        relX * c - relY * s + aboutX + x,
        relX * s + relY * c + aboutY + y);
  }

  /// What takes everything back.
  Movement inverse() {
    double square = a * a + b * b;
    // without the mirror: turn back and shrink; with it, the mirror comes last and is moved through
    double backA = a / square;
    double backB = mirrored ? b / square : -b / square;
    double x = -(a * shiftX + b * shiftY) / square;
    double y = -(a * shiftY - b * shiftX) / square;
    return new Movement(backA, backB, mirrored, mirrored ? -x : x, y);
  }

  /// In words, such as `rotate 12°, scale 0.8, mirrored`.
  String words() {
    long degrees = Math.round(Math.toDegrees(turn()));
    return String.format(
        Locale.ROOT, "rotate %d°, scale %.2f%s", degrees, scale(), mirrored ? ", mirrored" : "");
  }
}
