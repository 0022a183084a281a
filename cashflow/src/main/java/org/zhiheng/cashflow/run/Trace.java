package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// Transfers as they happen, six numbers each. For one run of one thread.
final class Trace {

  /// All that was due was paid.
  static final int PAID = 0;

  /// Cash was short.
  static final int SHORT = 1;

  /// The rule's limit was reached.
  static final int LIMITED = 2;

  /// Nothing was due by itself: what was left is passed on.
  static final int LEFT = 3;

  /// The pool paid it.
  static final int COLLECTED = 4;

  /// Somebody stepped in.
  static final int DRAWN = 5;

  /// No cash moved: an amount was given up or booked.
  static final int BOOKED = 6;

  /// The other side of a hedge paid it.
  static final int RECEIVED = 7;

  /// Who takes part in transfers: accounts from 0, then tranches, fees and supports, the pool,
  /// ledgers and hedges.
  static final int TRANCHE = 1_000;

  static final int FEE = 2_000;
  static final int SUPPORT = 3_000;
  static final int POOL = 4_000;
  static final int DEFICIENCY = 5_000;
  static final int HEDGE = 6_000;

  /// In place of a rule: the settlement of hedges, and what the pool paid.
  static final int OF_HEDGES = -2;

  static final int OF_POOL = -1;

  private static final int WIDTH = 6;

  private long[] numbers = new long[WIDTH * 512];
  private int count;

  void add(int pay, int rule, int from, int to, long amount, int why) {
    int at = count * WIDTH;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[at] = pay;
    numbers[at + 1] = rule;
    numbers[at + 2] = from;
    numbers[at + 3] = to;
    numbers[at + 4] = amount;
    numbers[at + 5] = why;
    count++;
  }

  int count() {
    return count;
  }

  long get(int transfer, int number) {
    return numbers[transfer * WIDTH + number];
  }
}
