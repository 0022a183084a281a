package org.zhiheng.similarity.figure;

import java.util.List;

/// Lays one figure upon others: starts at a guess, and moves, turns and scales in steps that halve
/// as long as more points come to lie on edges of the other figure.
///
/// Made for one figure that is looked for; not for several threads.
final class Fitting {

  /// Points of each figure that are tried at first ...
  private static final int POINTS_FEW = 128;

  /// ... and at last.
  private static final int POINTS = 256;

  /// Points that the map of a ground is drawn from.
  private static final int POINTS_MAP = 512;

  private static final int REPEATS = 2;
  private static final double SHIFT = 0.03;
  private static final double TURN = Math.toRadians(4);
  private static final double GROW = 0.045;

  /// How much of the value is lost where nothing of the other is seen.
  private static final double UNSEEN_LOSS = 0.35;

  private final Contour few;
  private final Contour many;
  private final EdgeMap map;
  private final Box picture;

  Fitting(Figure figure) {
    Contour contour = figure.contour();
    this.few = contour.thinned(POINTS_FEW);
    this.many = contour.thinned(POINTS);
    this.map = EdgeMap.of(contour);
    this.picture = figure.picture();
  }

  /// What a figure is laid upon.
  record Ground(Contour few, Contour many, EdgeMap map) {

    static Ground of(Figure figure) {
      Contour contour = figure.contour();
      return new Ground(
          contour.thinned(POINTS_FEW),
          contour.thinned(POINTS),
          EdgeMap.of(contour.thinned(POINTS_MAP)));
    }
  }

  /// The best fit near any of the likeliest guesses, by few points and in large steps.
  ///
  /// @param values how likely each guess is; changed
  Fit rough(List<Guess> guesses, double[] values, int most, Ground ground) {
    Fit best = new Fit(Movement.NONE, 0, 0, false);
    for (int tried = 0; tried < most; tried++) {
      int likeliest = 0;
      for (int g = 1; g < values.length; g++) {
        likeliest = values[g] > values[likeliest] ? g : likeliest;
      }
      values[likeliest] = -1;
      Guess guess = guesses.get(likeliest);
      Fit start = new Fit(guess.movement(), 0, guess.cost(), guess.cut());
      Fit fit = fit(start, ground, few, ground.few(), 1, 2);
      best = fit.value() > best.value() ? fit : best;
    }
    return best;
  }

  /// A better fit near one that is rough, by many points and in small steps.
  Fit exact(Fit rough, Ground ground) {
    return fit(rough, ground, many, ground.many(), 0.5, 3);
  }

  private Fit fit(
      Fit start, Ground ground, Contour left, Contour right, double widest, int rounds) {
    Movement best = start.movement();
    double value = value(best, start.cut(), left, right, ground.map());
    double factor = widest;
    for (int round = 0; round < rounds; round++) {
      boolean better = true;
      for (int again = 0; better && again < REPEATS; again++) {
        better = false;
        for (int way = 0; way < 8; way++) {
          Movement tried = step(best, way, (way & 1) == 0 ? factor : -factor);
          double triedValue = value(tried, start.cut(), left, right, ground.map());
          if (triedValue > value) {
            value = triedValue;
            best = tried;
            better = true;
          }
        }
      }
      factor /= 2;
    }
    return new Fit(best, Math.max(0, value - start.cost()), start.cost(), start.cut());
  }

  private static Movement step(Movement from, int way, double by) {
    double x = from.x(0.5, 0.5);
    double y = from.y(0.5, 0.5);
    return switch (way >> 1) {
      case 0 -> from.nudged(0, 1, by * SHIFT, 0, x, y);
      case 1 -> from.nudged(0, 1, 0, by * SHIFT, x, y);
      case 2 -> from.nudged(by * TURN, 1, 0, 0, x, y);
      case 3 -> from.nudged(0, 1 + by * GROW, 0, 0, x, y);
      default -> throw new IllegalArgumentException("way must be in 0..7: " + way);
    };
  }

  /// How well the figures agree under the movement: the mean of both sides, multiplied.
  private double value(
      Movement movement, boolean cut, Contour left, Contour right, EdgeMap rightMap) {
    double lefts = 0;
    double turn = movement.turn();
    for (int i = 0; i < left.count(); i++) {
      float px = left.x(i);
      float py = left.y(i);
      double angle = movement.mirrored() ? turn - left.angle(i) : turn + left.angle(i);
      lefts += rightMap.at(movement.x(px, py), movement.y(px, py), angle);
    }
    Movement back = movement.inverse();
    double backTurn = back.turn();
    double rights = 0;
    int seen = 0;
    for (int i = 0; i < right.count(); i++) {
      double x = back.x(right.x(i), right.y(i));
      double y = back.y(right.x(i), right.y(i));
      if (!cut || picture.holds(x, y)) {
        seen++;
        double angle = back.mirrored() ? backTurn - right.angle(i) : backTurn + right.angle(i);
        rights += map.at(x, y, angle);
      }
    }
    if (seen == 0) {
      return 0;
    }
    double share = (double) seen / right.count();
    return Math.sqrt(lefts / left.count() * rights / seen) * (1 - UNSEEN_LOSS * (1 - share));
  }

  /// The value of one point of the left figure under the movement.
  double onEdge(int index, Movement movement, Ground ground) {
    float x = many.x(index);
    float y = many.y(index);
    return ground.map().at(movement.x(x, y), movement.y(x, y), movement.angle(many.angle(index)));
  }

  /// The points that are tried.
  Contour points() {
    return many;
  }
}
