package org.zhiheng.cashflow.run;

import java.util.Arrays;
import java.util.stream.IntStream;

/// One step of a flat waterfall. Both modes go through the same steps.
final class Op {

  static final int FEES = 0;
  static final int INTEREST = 1;
  static final int PRINCIPAL = 2;
  static final int SCHEDULED = 3;
  static final int RESIDUAL_TRANCHE = 4;
  static final int RESIDUAL_FEE = 5;
  static final int FILL = 6;
  static final int RELEASE = 7;
  static final int TRANSFER = 8;
  static final int REPAY = 9;
  static final int WRITE_OFF = 10;
  static final int BOOK = 11;
  static final int CURE = 12;
  static final int BUY = 13;

  /// A decision: the slot `targets[0]` becomes 1 where the program holds, `targets[1]` its
  /// opposite.
  static final int DECIDE = 14;

  /// What a guarantor pays of principal that is due and was not paid.
  static final int GUARANTEED = 15;

  /// What hedges are owed.
  static final int HEDGE = 16;

  /// The limit is an amount.
  static final int AMOUNT = 0;

  /// The limit is a part of what is due, or of the cash where nothing is due by itself.
  static final int OF_DUE = 1;

  /// The limit is a part of the pool's balance at the begin of the period.
  static final int OF_POOL = 2;

  /// One of the constants.
  final int what;

  /// Indexes of tranches, fees, hedges, an account, a support or a ledger, by what is done.
  final int[] targets;

  /// Whether several are paid by what is due.
  final boolean proRata;

  /// Where cash comes from, in order: accounts as they are, supports as `-1 - index`.
  final int[] sources;

  /// The program of the most, or -1; what its value means.
  final int limit;

  final int limitKind;

  /// A slot that must not be 0, or -1.
  final int guard;

  /// The rule it comes from.
  final int rule;

  Op(
      int what,
      int[] targets,
      boolean proRata,
      int[] sources,
      int limit,
      int limitKind,
      int guard,
      int rule) {
    this.what = what;
    this.targets = targets.clone();
    this.proRata = proRata;
    this.sources = sources.clone();
    this.limit = limit;
    this.limitKind = limitKind;
    this.guard = guard;
    this.rule = rule;
  }

  @Override
  public String toString() {
    return what + Arrays.toString(targets) + " from " + IntStream.of(sources).boxed().toList();
  }
}
