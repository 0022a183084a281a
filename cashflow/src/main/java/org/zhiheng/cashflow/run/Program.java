package org.zhiheng.cashflow.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A formula or condition as a sequence of steps on a stack: what both modes evaluate.
///
/// Amounts are in minor units, days as days since 1970, a condition gives 1 or 0.
final class Program {

  static final int CONSTANT = 0;
  static final int SLOT = 1;
  static final int PER_YEAR = 2;
  static final int ADD = 3;
  static final int SUBTRACT = 4;
  static final int MULTIPLY = 5;
  static final int DIVIDE = 6;
  static final int LEAST = 7;
  static final int GREATEST = 8;
  static final int LESS = 9;
  static final int AT_MOST = 10;
  static final int SAME = 11;
  static final int AND = 12;
  static final int OR = 13;
  static final int NOT = 14;
  static final int RUNNING = 15;

  /// What a quotient by nothing is.
  static final double WITHOUT_END = 1e18;

  private static final BigDecimal GREAT = BigDecimal.valueOf(1_000_000_000_000_000_000L);
  private static final BigDecimal YEAR = BigDecimal.valueOf(365);

  final int[] code;
  final int[] argument;
  final double[] constant;

  /// How far each constant in doubles is from itself at most.
  final double[] constantError;

  final int depth;
  private final BigDecimal[] exact;

  /// @param code what to do, step by step
  /// @param argument of each: a slot, a constant, a count
  /// @param exact the constants
  Program(int[] code, int[] argument, BigDecimal[] exact) {
    this.code = code.clone();
    this.argument = argument.clone();
    this.exact = exact.clone();
    constant = new double[exact.length];
    constantError = new double[exact.length];
    for (int i = 0; i < exact.length; i++) {
      constant[i] = exact[i].doubleValue();
      boolean same = new BigDecimal(constant[i]).compareTo(exact[i]) == 0;
      constantError[i] = same ? 0 : Math.ulp(constant[i]);
    }
    int deepest = 0;
    int at = 0;
    for (int i = 0; i < code.length; i++) {
      at +=
          switch (code[i]) {
            case CONSTANT, SLOT, PER_YEAR -> 1;
            case NOT, RUNNING -> 0;
            default -> -1;
          };
      deepest = Math.max(deepest, at);
    }
    depth = deepest;
  }

  /// Whether it is one slot, which needs no arithmetic.
  boolean isSlot() {
    return code.length == 1 && code[0] == SLOT;
  }

  /// Whether it asks for a slot.
  boolean reads(int slot) {
    for (int i = 0; i < code.length; i++) {
      if (code[i] == SLOT && argument[i] == slot) {
        return true;
      }
    }
    return false;
  }

  /// The value, exact but for quotients, which are right to 34 digits.
  ///
  /// @param state the slots; counts of running conditions are kept there
  /// @param days of the period
  BigDecimal exact(long[] state, long days) {
    BigDecimal[] stack = new BigDecimal[depth];
    int top = -1;
    for (int i = 0; i < code.length; i++) {
      switch (code[i]) {
        case CONSTANT -> stack[++top] = exact[argument[i]];
        case SLOT -> stack[++top] = BigDecimal.valueOf(state[argument[i]]);
        case PER_YEAR ->
            stack[++top] =
                exact[argument[i]]
                    .multiply(BigDecimal.valueOf(days))
                    .divide(YEAR, MathContext.DECIMAL128);
        case NOT -> stack[top] = truth(stack[top].signum() == 0);
        case RUNNING -> {
          int slot = argument[i] >>> 12;
          state[slot] = stack[top].signum() == 0 ? 0 : state[slot] + 1;
          stack[top] = truth(state[slot] >= (argument[i] & 0xFFF));
        }
        default -> {
          top--;
          stack[top] = two(code[i], stack[top], stack[top + 1]);
        }
      }
    }
    return stack[0];
  }

  /// Whether a condition holds.
  boolean holds(long[] state, long days) {
    int estimate = Estimate.holds(this, state, days);
    return estimate == Estimate.DOUBTFUL ? exact(state, days).signum() != 0 : estimate != 0;
  }

  /// The value as an amount, cut down or rounded half up; below 0 it is 0.
  long amount(long[] state, long days, RoundingMode rounding) {
    if (isSlot()) {
      return Math.max(0, state[argument[0]]);
    }
    long estimate = Estimate.amount(this, state, days, rounding);
    return estimate == Estimate.DOUBTFUL ? exactAmount(state, days, rounding) : estimate;
  }

  private long exactAmount(long[] state, long days, RoundingMode rounding) {
    BigDecimal value = exact(state, days);
    if (value.signum() <= 0) {
      return 0;
    }
    return value.compareTo(GREAT) >= 0
        ? Long.MAX_VALUE / 4
        : value.setScale(0, rounding).longValueExact();
  }

  private static BigDecimal two(int code, BigDecimal left, BigDecimal right) {
    return switch (code) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      case DIVIDE -> right.signum() == 0 ? GREAT : left.divide(right, MathContext.DECIMAL128);
      case LEAST -> left.min(right);
      case GREATEST -> left.max(right);
      case LESS -> truth(left.compareTo(right) < 0);
      case AT_MOST -> truth(left.compareTo(right) <= 0);
      case SAME -> truth(left.compareTo(right) == 0);
      case AND -> truth(left.signum() != 0 && right.signum() != 0);
      case OR -> truth(left.signum() != 0 || right.signum() != 0);
      default -> throw new IllegalStateException("no such step: " + code);
    };
  }

  private static BigDecimal truth(boolean holds) {
    return holds ? BigDecimal.ONE : BigDecimal.ZERO;
  }
}
