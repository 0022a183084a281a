package org.zhiheng.valuation.method;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.valuation.input.Unit;

/// Yearly earnings that grow by a constant factor over a life that may end within a year,
/// discounted.
///
/// Multiplies its way along and uses `StrictMath` for the rest, so that every machine gets the same
/// bits.
///
/// @param first earned in the first year, after tax
/// @param ratio from one year to the next, at least 0
/// @param life in years
/// @param discount yearly
/// @param timing when in a year
record Stream(double first, double ratio, double life, double discount, Timing timing) {

  /// Longer than any right of technology; marks may be renewed, but nobody plans so far.
  static final int YEARS_MAX = 100;

  /// Today's worth; the last year counts in part.
  double worth() {
    double back = 1 / (1 + discount);
    double within =
        switch (timing) {
          case YEAR_END -> back;
          case MID_YEAR -> StrictMath.sqrt(back);
        };
    int whole = (int) life;
    double sum = 0;
    double amount = first;
    double begins = 1;
    for (int year = 0; year < whole; year++) {
      sum += amount * begins * within;
      amount *= ratio;
      begins *= back;
    }
    double part = life - whole;
    return part == 0 ? sum : sum + amount * part * begins * partly(part);
  }

  /// The lines of that sum.
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (int year = 0; year < life; year++) {
      double part = Math.min(1, life - year);
      double amount = first * StrictMath.pow(ratio, year) * part;
      double factor = StrictMath.pow(1 + discount, -year) * partly(part);
      String name = "year " + (year + 1);
      steps.add(new Step(name + ": earned after tax", amount, Unit.MONEY));
      steps.add(new Step(name + ": discount factor", factor, Unit.SHARE));
      steps.add(new Step(name + ": present value", amount * factor, Unit.MONEY));
    }
    return List.copyOf(steps);
  }

  private double partly(double part) {
    double when =
        switch (timing) {
          case YEAR_END -> part;
          case MID_YEAR -> part / 2;
        };
    return StrictMath.pow(1 + discount, -when);
  }
}
