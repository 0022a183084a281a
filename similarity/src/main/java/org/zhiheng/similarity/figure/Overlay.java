package org.zhiheng.similarity.figure;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.similarity.score.Score;

/// One figure laid upon another as the comparison laid it, for a drawing.
///
/// Everything is told in the frame of the right figure, whose longer side is 1; y grows downwards.
///
/// @param score as [Figures#compare] gives it, of this very movement
/// @param movement from the frame of the left figure to that of the right
/// @param leftPicture the edges of the left picture, in the left figure's own frame
/// @param rightPicture the edges of the right picture
/// @param matched points of the left figure, moved, that lie on edges of the right one
/// @param leftOnly points of the left figure, moved, that do not
/// @param rightOnly points of the right figure that lie on no edge of the left one
public record Overlay(
    Score score,
    Movement movement,
    Box leftPicture,
    Box rightPicture,
    List<Place> matched,
    List<Place> leftOnly,
    List<Place> rightOnly) {

  /// Copies the lists.
  public Overlay {
    matched = List.copyOf(matched);
    leftOnly = List.copyOf(leftOnly);
    rightOnly = List.copyOf(rightOnly);
  }

  /// A place in the frame.
  public record Place(double x, double y) {}

  /// Lays the figures as this movement says.
  static Overlay of(Figure left, Figure right, Movement movement, Score score) {
    List<Place> matched = new ArrayList<>();
    List<Place> leftOnly = new ArrayList<>();
    Fitting there = new Fitting(left);
    Fitting.Ground ground = Fitting.Ground.of(right);
    for (int i = 0; i < there.points().count(); i++) {
      float x = there.points().x(i);
      float y = there.points().y(i);
      boolean lies = there.onEdge(i, movement, ground) >= Figures.MATCHES;
      (lies ? matched : leftOnly).add(new Place(movement.x(x, y), movement.y(x, y)));
    }
    List<Place> rightOnly = new ArrayList<>();
    Fitting back = new Fitting(right);
    Fitting.Ground leftGround = Fitting.Ground.of(left);
    Movement inverse = movement.inverse();
    for (int i = 0; i < back.points().count(); i++) {
      if (back.onEdge(i, inverse, leftGround) < Figures.MATCHES) {
        rightOnly.add(new Place(back.points().x(i), back.points().y(i)));
      }
    }
    return new Overlay(
        score, movement, left.picture(), right.picture(), matched, leftOnly, rightOnly);
  }
}
