package org.zhiheng.similarity.figure;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.values.Parsed;

/// Reads the figure of a picture and compares figures. No text inside a figure is read.
public final class Figures {

  /// Points shown as evidence.
  private static final int POINTS_SHOWN = 24;

  /// A point this near to an edge of the other figure matches.
  static final double MATCHES = 0.5;

  /// Guesses the left figure is laid upon the right one from.
  private static final int FITTED = 3;

  private Figures() {}

  /// The figure of a picture.
  ///
  /// @return refused with `picture-blank` when nothing stands out from the ground
  public static Parsed<Figure> read(Picture picture) {
    return EdgeReader.read(picture)
        .map(Parsed::ok)
        .orElseGet(() ->
            Parsed.refused(
                "picture-blank",
                picture.width() + " x " + picture.height(),
                "A picture of a figure has edges; this one is of one colour or too small."));
  }

  /// How alike two figures are, and what shows it: the points that match under one movement of the
  /// left figure, the share in common of their perceptual hashes under that movement, their shape
  /// moments, and that text in figures is not read. The value is that of the points; equal
  /// whichever figure comes first, but for rounding.
  public static Score compare(Figure left, Figure right) {
    return score(left, right, fit(left, right));
  }

  /// The same comparison, with the left figure laid upon the right one for a drawing.
  public static Overlay overlay(Figure left, Figure right) {
    Fit fit = fit(left, right);
    return Overlay.of(left, right, fit.movement(), score(left, right, fit));
  }

  /// The better of laying the left figure upon the right one and the other way round.
  private static Fit fit(Figure left, Figure right) {
    Fit there = best(left, right);
    Fit back = best(right, left);
    boolean turnedRound = back.value() > there.value();
    return turnedRound
        ? new Fit(back.movement().inverse(), back.value(), back.cost(), back.cut())
        : there;
  }

  private static Score score(Figure left, Figure right, Fit fit) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(matched(left, right, fit.movement()));
    evidence.add(new Evidence.Measure("perceptual-hash", hashLikeness(left, right, fit)));
    evidence.add(
        new Evidence.Measure(
            "shape-moments", Moments.of(left.contour()).likeness(Moments.of(right.contour()))));
    evidence.add(new Evidence.NotCompared("text-in-figure-unread"));
    return new Score(Math.clamp(fit.value(), 0, 1), evidence);
  }

  /// The best fit of the left figure upon the right one.
  private static Fit best(Figure left, Figure right) {
    Grid rightGrid = Grid.of(right.contour());
    List<Guess> guesses = Guesses.of(left);
    double[] values = new double[guesses.size()];
    for (int g = 0; g < values.length; g++) {
      Guess guess = guesses.get(g);
      values[g] =
          Grid.likeness(
                  Grid.of(guess.contour()).values(),
                  rightGrid.values(),
                  0,
                  Grid.seen(guess.picture()))
              - guess.cost();
    }
    Fitting fitting = new Fitting(left);
    Fitting.Ground ground = Fitting.Ground.of(right);
    return fitting.exact(fitting.rough(guesses, values, FITTED, ground), ground);
  }

  /// The share of the bits that the codes have in common once the left figure is laid upon the
  /// right.
  private static double hashLikeness(Figure left, Figure right, Fit fit) {
    long[] one = Grid.of(left.contour().moved(fit.movement())).code();
    long[] other = Grid.of(right.contour()).code();
    int both = 0;
    for (int i = 0; i < one.length; i++) {
      both += Long.bitCount(one[i] & other[i]);
    }
    int all = Grid.bits(one) + Grid.bits(other);
    return all == 0 ? 0 : 2.0 * both / all;
  }

  private static Evidence matched(Figure left, Figure right, Movement movement) {
    Fitting fitting = new Fitting(left);
    Fitting.Ground ground = Fitting.Ground.of(right);
    Contour points = fitting.points();
    List<Evidence.PointPair> pairs = new ArrayList<>();
    for (int i = 0; i < points.count(); i++) {
      if (fitting.onEdge(i, movement, ground) >= MATCHES) {
        float x = points.x(i);
        float y = points.y(i);
        pairs.add(new Evidence.PointPair(x, y, movement.x(x, y), movement.y(x, y)));
      }
    }
    int matched = pairs.size();
    List<Evidence.PointPair> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(POINTS_SHOWN, matched); i++) {
      shown.add(pairs.get(i * matched / Math.min(POINTS_SHOWN, matched)));
    }
    return new Evidence.MatchedPoints(matched, points.count(), movement.words(), shown);
  }
}
