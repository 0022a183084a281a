package org.zhiheng.cashflow.price;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/// Looks for the level at which something balances: a yield, a spread, the stress that a tranche
/// just bears.
///
/// Brent's method: the level stays enclosed at every step, so a function that is continuous is
/// solved always, and one that jumps gives the place of the jump, with a residual that shows it.
///
/// Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4,
/// recalled.
///
/// @param tolerance how wide the enclosure may be at the end, above 0; the spacing of doubles is
///   added
/// @param stepsMax how often the function may be asked, 2 to [#STEPS_MOST]
public record RootSearch(double tolerance, int stepsMax) {

  /// Halving all doubles between any two takes 1,075 steps.
  public static final int STEPS_MOST = 2_000;

  /// A scan asks the function so often at most.
  public static final int CELLS_MOST = 1_000_000;

  /// A level to 1e-12, after 200 steps at most.
  public static final RootSearch FINE = new RootSearch(1e-12, 200);

  /// @throws IllegalArgumentException when a part is out of its range
  public RootSearch {
    if (!(tolerance > 0) || tolerance == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("tolerance must be above 0 and finite: " + tolerance);
    }
    if (stepsMax < 2 || stepsMax > STEPS_MOST) {
      throw new IllegalArgumentException("stepsMax must be in 2.." + STEPS_MOST + ": " + stepsMax);
    }
  }

  /// The level in `[low, high]` at which the function is 0; it must have both signs at the ends.
  ///
  /// @throws IllegalArgumentException when the range is empty or not finite
  public Solution between(DoubleUnaryOperator function, double low, double high) {
    refuseEmpty(low, high);
    double atLow = function.applyAsDouble(low);
    double atHigh = function.applyAsDouble(high);
    if (Double.isNaN(atLow) || Double.isNaN(atHigh)) {
      return notANumber(Double.isNaN(atLow) ? low : high);
    }
    if (atLow == 0) {
      return new Solution.Found(low, low, low, 0, 2);
    }
    if (atHigh == 0) {
      return new Solution.Found(high, high, high, 0, 2);
    }
    if (atLow > 0 == atHigh > 0) {
      return new Solution.None(
          Solution.Why.NO_CHANGE_OF_SIGN,
          "The value is " + atLow + " at " + low + " and " + atHigh + " at " + high + ".");
    }
    return brent(function, low, atLow, high, atHigh);
  }

  /// The level nearest `guess` as far as widening finds it: `[guess - step, guess + step]` is
  /// doubled, within `[least, most]`, until the function has both signs.
  ///
  /// @throws IllegalArgumentException when the range is empty, the guess outside, or the step not
  ///   above 0
  public Solution around(
      DoubleUnaryOperator function, double guess, double step, double least, double most) {
    refuseEmpty(least, most);
    if (!(guess >= least && guess <= most && step > 0)) {
      throw new IllegalArgumentException(
          "guess must be in ["
              + least
              + ", "
              + most
              + "] and step above 0: "
              + guess
              + ", "
              + step);
    }
    double width = step;
    for (int widened = 0; widened < stepsMax; widened++) {
      double low = Math.max(least, guess - width);
      double high = Math.min(most, guess + width);
      Solution solution = between(function, low, high);
      boolean whole = low == least && high == most;
      if (whole
          || !(solution instanceof Solution.None none)
          || none.why() != Solution.Why.NO_CHANGE_OF_SIGN) {
        return solution;
      }
      width *= 2;
    }
    return new Solution.None(
        Solution.Why.TOO_MANY_STEPS,
        "The value keeps its sign up to " + width + " from " + guess + ".");
  }

  /// All levels in `[low, high]` that a scan of so many equal cells shows. Two that lie in the same
  /// cell are not seen.
  ///
  /// @throws IllegalArgumentException when the range is empty or the cells are not in
  ///   1..[#CELLS_MOST]
  public Solution scan(DoubleUnaryOperator function, double low, double high, int cells) {
    refuseEmpty(low, high);
    if (cells < 1 || cells > CELLS_MOST) {
      throw new IllegalArgumentException("cells must be in 1.." + CELLS_MOST + ": " + cells);
    }
    List<Solution.Found> found = new ArrayList<>();
    double left = low;
    double atLeft = function.applyAsDouble(low);
    for (int cell = 1; cell <= cells; cell++) {
      double right = cell == cells ? high : low + (high - low) * cell / cells;
      double atRight = function.applyAsDouble(right);
      if (Double.isNaN(atLeft) || Double.isNaN(atRight)) {
        return notANumber(Double.isNaN(atLeft) ? left : right);
      }
      if (atLeft == 0) {
        found.add(new Solution.Found(left, left, left, 0, cell));
      } else if (atRight != 0 && atLeft > 0 != atRight > 0) {
        switch (brent(function, left, atLeft, right, atRight)) {
          case Solution.Found one -> found.add(one);
          case Solution.None none -> {
            return none;
          }
          case Solution.Several several -> throw new AssertionError(several);
        }
      }
      left = right;
      atLeft = atRight;
    }
    if (atLeft == 0) {
      found.add(new Solution.Found(left, left, left, 0, cells + 1));
    }
    if (found.isEmpty()) {
      return new Solution.None(
          Solution.Why.NO_CHANGE_OF_SIGN,
          "The value keeps its sign in all " + cells + " cells of " + low + " .. " + high + ".");
    }
    return found.size() == 1
        ? found.getFirst()
        : new Solution.Several(found.stream().map(Solution.Found::value).toList());
  }

  /// The break-even: the highest level at which something still holds, when it holds at `low` and
  /// no longer at `high`. `value` and `low` of the answer hold, `high` does not.
  ///
  /// Whoever asks knows that it fails for good once it fails; otherwise one of the edges is given.
  ///
  /// @throws IllegalArgumentException when the range is empty or not finite
  public Solution breakEven(DoublePredicate holds, double low, double high) {
    refuseEmpty(low, high);
    boolean atLow = holds.test(low);
    boolean atHigh = holds.test(high);
    if (!atLow || atHigh) {
      return new Solution.None(
          Solution.Why.NO_CHANGE_OF_SIGN,
          (atLow ? "It still holds at " + high : "It does not hold even at " + low) + ".");
    }
    double yes = low;
    double no = high;
    for (int steps = 2; steps < stepsMax; steps++) {
      double middle = yes + (no - yes) / 2;
      if (no - yes <= tolerance || middle <= yes || middle >= no) {
        return new Solution.Found(yes, yes, no, 0, steps);
      }
      if (holds.test(middle)) {
        yes = middle;
      } else {
        no = middle;
      }
    }
    return new Solution.None(
        Solution.Why.TOO_MANY_STEPS,
        "After " + stepsMax + " steps it lies between " + yes + " and " + no + ".");
  }

  /// Brent's names are kept: `b` is the best level, `a` the one before, `c` encloses with `b`.
  private Solution brent(
      DoubleUnaryOperator function, double low, double atLow, double high, double atHigh) {
    double a = low;
    double fa = atLow;
    double b = high;
    double fb = atHigh;
    double c = a;
    double fc = fa;
    double d = b - a;
    double e = d;
    for (int steps = 2; steps <= stepsMax; steps++) {
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double near = 2 * Math.ulp(b) + tolerance / 2;
      double half = (c - b) / 2;
      if (Math.abs(half) <= near || fb == 0) {
        return new Solution.Found(b, Math.min(b, c), Math.max(b, c), fb, steps);
      }
      if (Math.abs(e) < near || Math.abs(fa) <= Math.abs(fb)) {
        d = half;
        e = half;
      } else {
        double s = fb / fa;
        double p;
        double q;
        if (a == c) {
          p = 2 * half * s;
          q = 1 - s;
        } else {
          double r = fb / fc;
          q = fa / fc;
          p = s * (2 * half * q * (q - r) - (b - a) * (r - 1));
          q = (q - 1) * (r - 1) * (s - 1);
        }
        if (p > 0) {
          q = -q;
        }
        p = Math.abs(p);
        if (2 * p < Math.min(3 * half * q - Math.abs(near * q), Math.abs(e * q))) {
          e = d;
          d = p / q;
        } else {
          d = half;
          e = half;
        }
      }
      a = b;
      fa = fb;
      b += Math.abs(d) > near ? d : Math.copySign(near, half);
      fb = function.applyAsDouble(b);
      if (Double.isNaN(fb)) {
        return notANumber(b);
      }
      if (fb > 0 == fc > 0) {
        c = a;
        fc = fa;
        d = b - a;
        e = d;
      }
    }
    return new Solution.None(
        Solution.Why.TOO_MANY_STEPS,
        "After "
            + stepsMax
            + " steps it lies between "
            + Math.min(b, c)
            + " and "
            + Math.max(b, c));
  }

  private static Solution.None notANumber(double at) {
    return new Solution.None(
        Solution.Why.NOT_A_NUMBER, "The function gives no number at " + at + ".");
  }

  private static void refuseEmpty(double low, double high) {
    if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
      throw new IllegalArgumentException(
          "low must be below high, both finite: " + low + ", " + high);
    }
  }
}
