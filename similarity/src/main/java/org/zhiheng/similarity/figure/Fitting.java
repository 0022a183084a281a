package org.zhiheng.similarity.figure;

import java.util.List;

/// Lays one figure upon others: starts at a guess, and moves, turns and scales in steps that halve
/// as long as more points come to lie on edges of the other figure.
///
/// Made for one figure that is looked for; not for several threads.
final class Fitting {

  /// Points of each figure that are tried.
  private static final int POINTS = 256;

  private static final int ROUNDS = 4;
  private static final double SHIFT = 0.03;
  private static final double TURN = Math.toRadians(3.5);
  private static final double GROW = 0.045;

  /// How much of the value is lost where nothing of the other is seen.
  private static final double UNSEEN_LOSS = 0.35;

  private final Contour left;
  private final EdgeMap leftMap;
  private final Box leftPicture;

  Fitting(Figure figure) {
    Contour contour = figure.contour();
    this.left = contour.thinned(POINTS);
    this.leftMap = EdgeMap.of(contour);
    this.leftPicture = figure.picture();
  }

  /// What a figure is laid upon.
  record Ground(Contour points, EdgeMap map) {

    static Ground of(Figure figure) {
      Contour contour = figure.contour();
      return new Ground(contour.thinned(POINTS), EdgeMap.of(contour));
    }
  }

  /// The best fit near any of the likeliest guesses.
  ///
  /// @param values how likely each guess is; changed
  Fit best(List<Guess> guesses, double[] values, int most, Figure figure) {
    Ground ground = Ground.of(figure);
    Fit best = new Fit(Movement.NONE, 0);
    for (int tried = 0; tried < most; tried++) {
      int likeliest = 0;
      for (int g = 1; g < values.length; g++) {
        likeliest = values[g] > values[likeliest] ? g : likeliest;
      }
      values[likeliest] = -1;
      Guess guess = guesses.get(likeliest);
      Fit fit = fit(guess.movement(), guess.cut(), ground);
      double value = Math.max(0, fit.value() - guess.cost());
      best = value > best.value() ? new Fit(fit.movement(), value) : best;
    }
    return best;
  }

  /// The best fit near the guess.
  private Fit fit(Movement guess, boolean cut, Ground ground) {
    Movement best = guess;
    double value = value(best, cut, ground);
    double factor = 1;
    for (int round = 0; round < ROUNDS; round++) {
      boolean better = true;
      for (int again = 0; better && again < 3; again++) {
        better = false;
        for (int way = 0; way < 8; way++) {
          double by = (way & 1) == 0 ? factor : -factor;
          double x = best.x(0.5, 0.5);
          double y = best.y(0.5, 0.5);
          Movement tried =
              switch (way >> 1) {
                case 0 -> best.nudged(0, 1, by * SHIFT, 0, x, y);
                case 1 -> best.nudged(0, 1, 0, by * SHIFT, x, y);
                case 2 -> best.nudged(by * TURN, 1, 0, 0, x, y);
                case 3 -> best.nudged(0, 1 + by * GROW, 0, 0, x, y);
                default -> throw new AssertionError(way);
              };
          double triedValue = value(tried, cut, ground);
          if (triedValue > value) {
            value = triedValue;
            best = tried;
            better = true;
          }
        }
      }
      factor /= 2;
    }
    return new Fit(best, value);
  }

  /// How well the figures agree under the movement: the mean of both sides, multiplied.
  private double value(Movement movement, boolean cut, Ground ground) {
    double lefts = 0;
    double turn = movement.turn();
    for (int i = 0; i < left.count(); i++) {
      double angle = movement.mirrored() ? turn - left.angle(i) : turn + left.angle(i);
      lefts +=
          ground
              .map()
              .at(movement.x(left.x(i), left.y(i)), movement.y(left.x(i), left.y(i)), angle);
    }
    Movement back = movement.inverse();
    double backTurn = back.turn();
    Contour right = ground.points();
    double rights = 0;
    int seen = 0;
    for (int i = 0; i < right.count(); i++) {
      double x = back.x(right.x(i), right.y(i));
      double y = back.y(right.x(i), right.y(i));
      if (!cut || leftPicture.holds(x, y)) {
        seen++;
        double angle = back.mirrored() ? backTurn - right.angle(i) : backTurn + right.angle(i);
        rights += leftMap.at(x, y, angle);
      }
    }
    if (seen == 0) {
      return 0;
    }
    double share = (double) seen / right.count();
    return Math.sqrt(lefts / left.count() * rights / seen) * (1 - UNSEEN_LOSS * (1 - share));
  }

  /// The value of one left point under the movement.
  double onEdge(int index, Movement movement, Ground ground) {
    return ground
        .map()
        .at(
            movement.x(left.x(index), left.y(index)),
            movement.y(left.x(index), left.y(index)),
            movement.angle(left.angle(index)));
  }

  /// The points that are tried.
  Contour points() {
    return left;
  }
}
