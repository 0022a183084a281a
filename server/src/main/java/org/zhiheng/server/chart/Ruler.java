package org.zhiheng.server.chart;

import java.util.ArrayList;
import java.util.List;

/// A straight scale from a least to a most figure, read in thousandths of its length.
///
/// @param least at 0
/// @param most at 1,000; above the least
public record Ruler(double least, double most) {

  /// How long it is.
  public static final long LENGTH = 1_000;

  private static final int TICKS_MAX = 6;

  /// @throws IllegalArgumentException when an end is not finite or the most is not above the least
  public Ruler {
    if (!Double.isFinite(least) || !Double.isFinite(most) || !(least < most)) {
      throw new IllegalArgumentException(
          "a ruler runs from less to more, both finite: " + least + ", " + most);
    }
  }

  /// From nothing, or the least of these if that is less, to the most of them.
  public static Ruler fromNothing(double... figures) {
    double least = 0;
    double most = 0;
    for (double figure : figures) {
      least = Math.min(least, figure);
      most = Math.max(most, figure);
    }
    return new Ruler(least, least < most ? most : least + 1);
  }

  /// From the least to the most of these, with some room beside them.
  public static Ruler around(double... figures) {
    double least = figures[0];
    double most = figures[0];
    for (double figure : figures) {
      least = Math.min(least, figure);
      most = Math.max(most, figure);
    }
    double room = most > least ? (most - least) / 20 : Math.max(1, Math.abs(most) / 20);
    return new Ruler(least - room, most + room);
  }

  /// Where a figure lies, 0 to [#LENGTH]; what is beyond an end lies there.
  public long at(double figure) {
    double share = (figure - least) / (most - least);
    return Math.round(LENGTH * Math.min(1, Math.max(0, share)));
  }

  /// Round figures along it, at most seven: 1, 2 or 5 of a power of ten apart.
  public List<Double> ticks() {
    double step = Math.pow(10, Math.floor(Math.log10((most - least) / TICKS_MAX)));
    for (double times : new double[] {1, 2, 5, 10}) {
      if ((most - least) / (step * times) <= TICKS_MAX) {
        step *= times;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long at = (long) Math.ceil(least / step - 1e-9); at * step <= most * (1 + 1e-9); at++) {
      ticks.add(at * step);
    }
    return ticks;
  }
}
