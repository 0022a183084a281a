package org.zhiheng.cashflow.run;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Programs evaluated for a block of paths at once, in doubles. One for each thread.
///
/// What stands on the stack is a number that all paths share, or a row of one for each: a row of
/// the state itself as long as nothing was done with it.
final class SimPrograms {

  private final double[][] own;
  private final double[][] row;
  private final double[] shared;
  private final boolean[] isShared;

  /// By slot: what it always is, or not a number.
  private final double[] always;

  SimPrograms(Plan plan) {
    int deepest = 1;
    for (Program program : plan.programs) {
      deepest = Math.max(deepest, program.depth);
    }
    own = new double[deepest][Lanes.COUNT];
    row = new double[deepest][];
    shared = new double[deepest];
    isShared = new boolean[deepest];
    always = new double[plan.stateSize];
    Arrays.fill(always, Double.NaN);
    always[Layout.ORIGINAL] = (double) plan.poolBalance;
    for (int j = 0; j < plan.layout.tranches.size(); j++) {
      always[plan.layout.tranche(j, Layout.T_ORIGINAL)] =
          (double) plan.deal.tranches().get(j).size();
    }
  }

  /// The values; valid until the next call or change of the state, and not to be changed. Counts of
  /// running conditions are kept in the state.
  ///
  /// @param days of the period
  /// @param open where it is 0, nothing is counted; none: it is 1 for all
  double[] run(Program program, double[][] state, long days, double @Nullable [] open) {
    int top = -1;
    for (int i = 0; i < program.code.length; i++) {
      int argument = program.argument[i];
      switch (program.code[i]) {
        case Program.CONSTANT -> share(++top, program.constant[argument]);
        case Program.PER_YEAR -> share(++top, program.constant[argument] * days / 365.0);
        case Program.SLOT -> {
          top++;
          if (!Double.isNaN(always[argument])) {
            share(top, always[argument]);
          } else {
            row[top] = state[argument];
            isShared[top] = false;
          }
        }
        case Program.NOT -> {
          double[] at = rows(top);
          double[] out = own[top];
          for (int lane = 0; lane < Lanes.COUNT; lane++) {
            out[lane] = at[lane] == 0 ? 1 : 0;
          }
          row[top] = out;
        }
        case Program.RUNNING -> {
          double[] out = own[top];
          Lanes.copy(rows(top), out);
          running(out, state[argument >>> 12], argument & 0xFFF, open);
          row[top] = out;
        }
        default -> {
          top--;
          two(program.code[i], top);
        }
      }
    }
    return rows(0);
  }

  /// Whether a program comes to the same always.
  boolean isFixed(Program program) {
    for (int i = 0; i < program.code.length; i++) {
      int code = program.code[i];
      if (code == Program.PER_YEAR
          || code == Program.RUNNING
          || (code == Program.SLOT && Double.isNaN(always[program.argument[i]]))) {
        return false;
      }
    }
    return true;
  }

  private void share(int at, double value) {
    shared[at] = value;
    isShared[at] = true;
  }

  /// What stands there, as a row.
  private double[] rows(int at) {
    if (isShared[at]) {
      Arrays.fill(own[at], shared[at]);
      row[at] = own[at];
      isShared[at] = false;
    }
    return row[at];
  }

  private void two(int code, int at) {
    double[] out = own[at];
    if (!isShared[at] && isShared[at + 1] && withShared(code, row[at], shared[at + 1], out)) {
      row[at] = out;
      return;
    }
    if (isShared[at] && !isShared[at + 1] && sharedWith(code, shared[at], row[at + 1], out)) {
      row[at] = out;
      isShared[at] = false;
      return;
    }
    double[] left = rows(at);
    two(code, left, rows(at + 1), out);
    row[at] = out;
  }

  private static void running(
      double[] holds, double[] count, int periods, double @Nullable [] open) {
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      if (open == null || open[lane] != 0) {
        count[lane] = holds[lane] == 0 ? 0 : count[lane] + 1;
      }
      holds[lane] = count[lane] >= periods ? 1 : 0;
    }
  }

  /// A step whose right side all paths share; says whether it was done.
  private static boolean withShared(int code, double[] left, double right, double[] out) {
    switch (code) {
      case Program.MULTIPLY -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = left[lane] * right;
        }
      }
      case Program.DIVIDE -> {
        if (right == 0) {
          return false;
        }
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = left[lane] / right;
        }
      }
      case Program.LESS -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = less(left[lane], right);
        }
      }
      case Program.AT_MOST -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = 1 - less(right, left[lane]);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /// A step whose left side all paths share; says whether it was done.
  private static boolean sharedWith(int code, double left, double[] right, double[] out) {
    switch (code) {
      case Program.MULTIPLY -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = left * right[lane];
        }
      }
      case Program.LESS -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = less(left, right[lane]);
        }
      }
      case Program.AT_MOST -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = 1 - less(right[lane], left);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void two(int code, double[] left, double[] right, double[] out) {
    switch (code) {
      case Program.ADD -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = left[lane] + right[lane];
        }
      }
      case Program.SUBTRACT -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = left[lane] - right[lane];
        }
      }
      case Program.MULTIPLY -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = left[lane] * right[lane];
        }
      }
      case Program.DIVIDE -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = right[lane] == 0 ? Program.WITHOUT_END : left[lane] / right[lane];
        }
      }
      case Program.LEAST -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = Math.min(left[lane], right[lane]);
        }
      }
      case Program.GREATEST -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = Math.max(left[lane], right[lane]);
        }
      }
      case Program.LESS -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = less(left[lane], right[lane]);
        }
      }
      case Program.AT_MOST -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = 1 - less(right[lane], left[lane]);
        }
      }
      default -> {
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          out[lane] = truth(code, left[lane], right[lane]);
        }
      }
    }
  }

  /// 1 where the first is less, else 0; without a branch, so that it is done for several at once.
  private static double less(double first, double second) {
    return Lanes.above(Math.signum(second - first));
  }

  private static double truth(int code, double left, double right) {
    boolean holds =
        switch (code) {
          case Program.SAME -> left == right;
          case Program.AND -> left != 0 && right != 0;
          case Program.OR -> left != 0 || right != 0;
          default -> throw new IllegalStateException("no such step: " + code);
        };
    return holds ? 1 : 0;
  }
}
