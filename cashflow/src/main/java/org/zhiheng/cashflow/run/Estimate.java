package org.zhiheng.cashflow.run;

import java.math.RoundingMode;

/// A program gone through in doubles, together with how far each of them may be off: tells what is
/// beyond doubt, so that only the rest need be reckoned exactly.
///
/// What it tells is what the exact program comes to, always. It counts nothing: programs with
/// running conditions are all in doubt.
final class Estimate {

  /// What is in doubt.
  static final int DOUBTFUL = -1;

  /// A double is off by this part of it at most when it is rounded.
  private static final double ROUNDED = 0x1p-53;

  /// Above this not every whole number is a double.
  private static final double WHOLE_MAX = 0x1p53;

  /// Bounds are themselves reckoned in doubles, in fewer than a hundred steps each.
  private static final double WIDER = 1 + 0x1p-40;

  private final double[] value;

  /// Of each value, how far it is from the exact one at most.
  private final double[] error;

  private Estimate(int depth) {
    value = new double[depth];
    error = new double[depth];
  }

  /// 1 where a condition holds, 0 where it does not, or [#DOUBTFUL].
  static int holds(Program program, long[] state, long days) {
    Estimate estimate = new Estimate(program.depth);
    return estimate.goesThrough(program, state, days) ? estimate.truth(0) : DOUBTFUL;
  }

  /// The value as an amount, or [#DOUBTFUL]; below 0 it is 0.
  static long amount(Program program, long[] state, long days, RoundingMode rounding) {
    Estimate estimate = new Estimate(program.depth);
    if (!estimate.goesThrough(program, state, days)) {
      return DOUBTFUL;
    }
    double half = rounding == RoundingMode.HALF_UP ? 0.5 : 0;
    double value = estimate.value[0] + half;
    // three roundings more: of the sum before and of the two behind
    double error = estimate.error[0] * WIDER + 2 * Math.ulp(value);
    double low = Math.floor(value - error);
    double high = Math.floor(value + error);
    if (high < 0) {
      return 0;
    }
    return low == high && high < WHOLE_MAX / 2 ? (long) low : DOUBTFUL;
  }

  /// Goes through it; says whether all of it can be told.
  private boolean goesThrough(Program program, long[] state, long days) {
    int top = -1;
    for (int i = 0; i < program.code.length; i++) {
      int argument = program.argument[i];
      switch (program.code[i]) {
        case Program.CONSTANT ->
            put(++top, program.constant[argument], program.constantError[argument]);
        case Program.SLOT -> {
          double slot = (double) state[argument];
          put(++top, slot, Math.abs(slot) < WHOLE_MAX ? 0 : Math.abs(slot) * ROUNDED);
        }
        case Program.PER_YEAR -> {
          double part = program.constant[argument] * days / 365;
          put(++top, part, Math.abs(part) * 4 * ROUNDED);
        }
        case Program.NOT -> {
          int truth = truth(top);
          if (truth == DOUBTFUL) {
            return false;
          }
          put(top, 1 - truth, 0);
        }
        case Program.RUNNING -> {
          return false;
        }
        default -> {
          top--;
          if (!two(program.code[i], top)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private void put(int at, double number, double off) {
    value[at] = number;
    error[at] = off;
  }

  /// Whether what stands there is not 0.
  private int truth(int at) {
    if (error[at] == 0) {
      return value[at] != 0 ? 1 : 0;
    }
    return Math.abs(value[at]) > error[at] * WIDER ? 1 : DOUBTFUL;
  }

  private boolean two(int code, int at) {
    double left = value[at];
    double right = value[at + 1];
    double off = error[at];
    double offRight = error[at + 1];
    switch (code) {
      case Program.ADD -> rounded(at, left + right, off + offRight);
      case Program.SUBTRACT -> rounded(at, left - right, off + offRight);
      case Program.MULTIPLY ->
          rounded(
              at, left * right, Math.abs(left) * offRight + Math.abs(right) * off + off * offRight);
      case Program.DIVIDE -> {
        double least = Math.abs(right) - offRight * WIDER;
        if (!(least > 0)) {
          return false;
        }
        double quotient = left / right;
        rounded(at, quotient, (off + Math.abs(quotient) * offRight) / least);
      }
      case Program.LEAST -> put(at, Math.min(left, right), Math.max(off, offRight));
      case Program.GREATEST -> put(at, Math.max(left, right), Math.max(off, offRight));
      case Program.LESS -> {
        return compared(at, right - left, off + offRight, 0);
      }
      case Program.AT_MOST -> {
        return compared(at, right - left, off + offRight, 1);
      }
      case Program.SAME -> {
        double apart = Math.abs(right - left);
        put(at, apart == 0 ? 1 : 0, 0);
        return off + offRight == 0 || apart * (1 - 2 * ROUNDED) > (off + offRight) * WIDER;
      }
      default -> {
        return joined(code, at);
      }
    }
    return true;
  }

  /// A sum or product, which the machine rounds; a quotient is also rounded where it is exact.
  private void rounded(int at, double number, double off) {
    put(at, number, (off + Math.abs(number) * 2 * ROUNDED) * WIDER);
  }

  /// @param equal what it comes to where both are the same
  private boolean compared(int at, double more, double off, int equal) {
    // a difference of doubles is 0 only where they are the same
    if (off == 0) {
      put(at, more == 0 ? equal : more > 0 ? 1 : 0, 0);
      return true;
    }
    put(at, more > 0 ? 1 : 0, 0);
    return Math.abs(more) * (1 - 2 * ROUNDED) > off * WIDER;
  }

  private boolean joined(int code, int at) {
    int left = truth(at);
    int right = truth(at + 1);
    if (left == DOUBTFUL || right == DOUBTFUL) {
      return false;
    }
    put(at, code == Program.AND ? left & right : left | right, 0);
    return true;
  }
}
