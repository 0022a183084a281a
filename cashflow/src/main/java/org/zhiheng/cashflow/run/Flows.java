package org.zhiheng.cashflow.run;

import java.util.Arrays;

/// What the pool pays in each collection period, in minor units.
final class Flows {

  static final int DEFAULTS = 0;
  static final int PREPAYS = 1;
  static final int SCHEDULES = 2;

  final long[] interest;
  final long[] principal;
  final long[] prepay;
  final long[] defaulted;
  final long[] recovery;
  final long[] penalty;

  /// The balance after each period.
  final long[] balance;

  Flows(int periods) {
    interest = new long[periods];
    principal = new long[periods];
    prepay = new long[periods];
    defaulted = new long[periods];
    recovery = new long[periods];
    penalty = new long[periods];
    balance = new long[periods];
  }

  /// Reckons the balances.
  void settle(long begin) {
    long left = begin;
    for (int c = 0; c < balance.length; c++) {
      left -= principal[c] + prepay[c] + defaulted[c];
      balance[c] = left;
    }
  }

  /// Takes another's first periods instead of these.
  void take(Flows other, int periods) {
    long[][] from = other.all();
    long[][] to = all();
    for (int f = 0; f < to.length; f++) {
      System.arraycopy(from[f], 0, to[f], 0, periods);
    }
  }

  private long[][] all() {
    return new long[][] {interest, principal, prepay, defaulted, recovery, penalty};
  }

  /// Takes out all that comes after a period: the pool was sold.
  void cutAfter(int period) {
    for (long[] flow : all()) {
      Arrays.fill(flow, period + 1, flow.length, 0);
    }
  }
}
