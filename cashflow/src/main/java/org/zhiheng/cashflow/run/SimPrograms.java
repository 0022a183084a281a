package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// Programs evaluated for a block of paths at once, in doubles. One for each thread.
final class SimPrograms {

  private final int lanes;
  private final double[][] stack;

  SimPrograms(Program[] programs, int lanes) {
    this.lanes = lanes;
    int deepest = 1;
    for (Program program : programs) {
      deepest = Math.max(deepest, program.depth);
    }
    stack = new double[deepest][lanes];
  }

  /// The values; valid until the next call. Counts of running conditions are kept in the state.
  ///
  /// @param days of the period
  double[] run(Program program, double[][] state, long days) {
    int top = -1;
    for (int i = 0; i < program.code.length; i++) {
      int argument = program.argument[i];
      switch (program.code[i]) {
        case Program.CONSTANT -> fill(stack[++top], program.constant[argument]);
        case Program.SLOT -> System.arraycopy(state[argument], 0, stack[++top], 0, lanes);
        case Program.PER_YEAR -> fill(stack[++top], program.constant[argument] * days / 365.0);
        case Program.NOT -> {
          double[] at = stack[top];
          for (int lane = 0; lane < lanes; lane++) {
            at[lane] = at[lane] == 0 ? 1 : 0;
          }
        }
        case Program.RUNNING -> running(stack[top], state[argument >>> 12], argument & 0xFFF);
        default -> {
          top--;
          two(program.code[i], stack[top], stack[top + 1]);
        }
      }
    }
    return stack[0];
  }

  private void running(double[] holds, double[] count, int periods) {
    for (int lane = 0; lane < lanes; lane++) {
      count[lane] = holds[lane] == 0 ? 0 : count[lane] + 1;
      holds[lane] = count[lane] >= periods ? 1 : 0;
    }
  }

  private void two(int code, double[] left, double[] right) {
    switch (code) {
      case Program.ADD -> {
        for (int lane = 0; lane < lanes; lane++) {
          left[lane] += right[lane];
        }
      }
      case Program.SUBTRACT -> {
        for (int lane = 0; lane < lanes; lane++) {
          left[lane] -= right[lane];
        }
      }
      case Program.MULTIPLY -> {
        for (int lane = 0; lane < lanes; lane++) {
          left[lane] *= right[lane];
        }
      }
      case Program.DIVIDE -> {
        for (int lane = 0; lane < lanes; lane++) {
          left[lane] = right[lane] == 0 ? Program.WITHOUT_END : left[lane] / right[lane];
        }
      }
      case Program.LEAST -> {
        for (int lane = 0; lane < lanes; lane++) {
          left[lane] = Math.min(left[lane], right[lane]);
        }
      }
      case Program.GREATEST -> {
        for (int lane = 0; lane < lanes; lane++) {
          left[lane] = Math.max(left[lane], right[lane]);
        }
      }
      default -> {
        for (int lane = 0; lane < lanes; lane++) {
          left[lane] = truth(code, left[lane], right[lane]);
        }
      }
    }
  }

  private static double truth(int code, double left, double right) {
    boolean holds =
        switch (code) {
          case Program.LESS -> left < right;
          case Program.AT_MOST -> left <= right;
          case Program.SAME -> left == right;
          case Program.AND -> left != 0 && right != 0;
          case Program.OR -> left != 0 || right != 0;
          default -> throw new IllegalStateException("no such step: " + code);
        };
    return holds ? 1 : 0;
  }

  private void fill(double[] into, double value) {
    Arrays.fill(into, 0, lanes, value);
  }
}
