package org.zhiheng.similarity.figure;

import java.util.ArrayList;
import java.util.List;

/// The ways in which a figure could have become what is looked for: turned, mirrored, or cut off
/// where it reaches the edge of the picture.
final class Guesses {

  /// Turns that are tried, in degrees; between two of them the fit finds its own way.
  private static final double TURN_STEP = 10;

  /// A side nearer to the edge of the picture than this may have been cut.
  private static final double CUT_NEAR = 0.025;

  /// Points that a guess needs for the coarse look.
  private static final int POINTS = 512;

  private static final double MIRROR_COST = 0.004;
  private static final double TURN_COST = 0.004;
  private static final double CUT_COST = 0.012;

  /// How much longer the figure was, before and behind, in parts of the picture.
  private static final double[][] CUTS = {
    {0.125, 0.125},
    {0.25, 0},
    {0, 0.25},
    {0.06, 0.06},
    {0.06, 0.19},
    {0.19, 0.06},
    {0.12, 0},
    {0, 0.12}
  };

  private Guesses() {}

  static List<Guess> of(Figure figure) {
    Contour contour = figure.contour().thinned(POINTS);
    Box picture = figure.picture();
    List<Guess> guesses = new ArrayList<>();
    turns(contour, guesses);
    cuts(contour, picture, guesses);
    return guesses;
  }

  private static void turns(Contour contour, List<Guess> guesses) {
    for (int mirrored = 0; mirrored < 2; mirrored++) {
      for (int step = 0; step * TURN_STEP < 360; step++) {
        double turn = step * TURN_STEP;
        double off = Math.min(turn, 360 - turn);
        Movement turned = Movement.turn(turn, mirrored == 1);
        Contour moved = contour.moved(turned);
        Movement toFrame = moved.box().toFrame();
        Movement whole = turned.then(toFrame.a(), toFrame.shiftX(), toFrame.shiftY());
        double cost =
            mirrored * MIRROR_COST + (off == 0 ? 0 : off <= 15 ? TURN_COST : 2 * TURN_COST);
        guesses.add(new Guess(whole, Guess.ALL, contour.moved(whole), cost));
      }
    }
  }

  private static void cuts(Contour contour, Box picture, List<Guess> guesses) {
    Box box = contour.box();
    List<double[]> across = spans(box.left(), box.right(), picture.left(), picture.right());
    List<double[]> down = spans(box.top(), box.bottom(), picture.top(), picture.bottom());
    for (double[] x : across) {
      for (double[] y : down) {
        boolean cut =
            x[0] < box.left() || x[1] > box.right() || y[0] < box.top() || y[1] > box.bottom();
        if (cut) {
          add(contour, picture, new Box(x[0], y[0], x[1], y[1]), guesses);
        }
      }
    }
    // edges that keep clear of the picture's edge may lie within a field that fills it
    boolean clear = across.size() == 1 && down.size() == 1;
    if (clear && box.side() > 0.4 * picture.side()) {
      double w = picture.width();
      double h = picture.height();
      for (double[] x : new double[][] {{0.125, 0.125}, {0.25, 0}, {0, 0.25}}) {
        for (double[] y : new double[][] {{0.125, 0.125}, {0.25, 0}, {0, 0.25}}) {
          add(
              contour,
              picture,
              new Box(
                  picture.left() - x[0] * w,
                  picture.top() - y[0] * h,
                  picture.right() + x[1] * w,
                  picture.bottom() + y[1] * h),
              guesses);
        }
      }
    }
  }

  private static void add(Contour contour, Box picture, Box before, List<Guess> guesses) {
    Movement movement = before.toFrame();
    guesses.add(new Guess(movement, picture.moved(movement), contour.moved(movement), CUT_COST));
  }

  /// Where the figure may have begun and ended along one axis; first as it is seen.
  private static List<double[]> spans(double from, double to, double first, double last) {
    List<double[]> spans = new ArrayList<>();
    spans.add(new double[] {from, to});
    boolean before = from - first < CUT_NEAR;
    boolean behind = last - to < CUT_NEAR;
    double length = last - first;
    for (double[] cut : CUTS) {
      boolean fits = (cut[0] == 0 || before) && (cut[1] == 0 || behind);
      if (fits) {
        spans.add(
            new double[] {
              cut[0] == 0 ? from : first - cut[0] * length,
              cut[1] == 0 ? to : last + cut[1] * length
            });
      }
    }
    return spans;
  }
}
