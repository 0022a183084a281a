package org.zhiheng.cashflow.run;

import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.fen.Rounding;

/// One asset as numbers: for each of its payments the fractions by which its balance becomes
/// interest, principal, early payment and loss. Amounts follow by going through them once.
///
/// A fraction is a numerator over a denominator; shares are over [Fen#SHARE].
final class AssetPlan {

  /// Principal is what a level payment leaves after interest.
  static final int LEVEL = 0;

  /// Principal is a part of the balance.
  static final int PART = 1;

  final String id;
  final long balance;
  final int kind;

  /// Days of payments, since 1970; the collection period each falls in.
  final long[] day;

  final int[] collect;
  final long[] interestOver;
  final long[] interestUnder;

  /// Of the level payment, or of principal.
  final long[] payOver;

  final long[] payUnder;
  final long[] prepay;

  /// By risk, then payment.
  final long[][] risk;

  /// What comes back, by risk, in billionths, and the collection period it comes in, by payment.
  final long[] recovery;

  final int[][] recovered;
  final String[] riskNames;

  /// What early payment costs, in billionths, and once.
  final long[] penalty;

  final long penaltyFixed;

  /// What is late, in billionths, and by how many collection periods.
  final long late;

  final int latePeriods;

  AssetPlan(
      String id,
      long balance,
      int kind,
      long[] day,
      String[] riskNames,
      long penaltyFixed,
      long late,
      int latePeriods) {
    this.id = id;
    this.balance = balance;
    this.kind = kind;
    this.day = day;
    this.riskNames = riskNames;
    this.penaltyFixed = penaltyFixed;
    this.late = late;
    this.latePeriods = latePeriods;
    int count = day.length;
    collect = new int[count];
    interestOver = new long[count];
    interestUnder = new long[count];
    payOver = new long[count];
    payUnder = new long[count];
    prepay = new long[count];
    penalty = new long[count];
    risk = new long[riskNames.length][count];
    recovery = new long[riskNames.length];
    recovered = new int[riskNames.length][count];
  }

  int payments() {
    return day.length;
  }

  /// Adds what the asset pays, from a payment on, with a balance of its own.
  ///
  /// @param from the first payment that counts
  /// @param start the balance before it
  /// @param order of what happens: [Flows#DEFAULTS], [Flows#PREPAYS], [Flows#SCHEDULES]
  void run(int from, long start, int[] order, Rounding rounding, Flows into) {
    long left = start;
    int last = day.length - 1;
    for (int k = from; k <= last && left > 0; k++) {
      int at = collect[k];
      for (int what : order) {
        switch (what) {
          case Flows.DEFAULTS -> left -= defaults(k, left, rounding, into, at);
          case Flows.PREPAYS -> {
            if (prepay[k] != 0) {
              long early = Fen.share(left, prepay[k], rounding);
              into.prepay[at] += early;
              left -= early;
              if (early > 0 && (penalty[k] != 0 || penaltyFixed != 0)) {
                into.penalty[at] += penaltyFixed + Fen.billionths(early, penalty[k], rounding);
              }
            }
          }
          default -> left -= schedule(k, left, rounding, into, at);
        }
      }
    }
  }

  private long defaults(int k, long left, Rounding rounding, Flows into, int at) {
    long lost = 0;
    for (int r = 0; r < risk.length; r++) {
      if (risk[r][k] != 0) {
        long part = Math.min(left - lost, Fen.share(left, risk[r][k], rounding));
        lost += part;
        into.defaulted[at] += part;
        if (recovery[r] != 0) {
          into.recovery[recovered[r][k]] += Fen.billionths(part, recovery[r], rounding);
        }
      }
    }
    return lost;
  }

  private long schedule(int k, long left, Rounding rounding, Flows into, int at) {
    long interest =
        interestOver[k] == 0 ? 0 : Fen.part(left, interestOver[k], interestUnder[k], rounding);
    long principal;
    if (k == day.length - 1) {
      principal = left;
    } else if (payOver[k] == 0) {
      principal = 0;
    } else {
      principal = Fen.part(left, payOver[k], payUnder[k], rounding);
      if (kind == LEVEL) {
        principal -= interest;
      }
      principal = Math.max(0, Math.min(left, principal));
    }
    if (late == 0) {
      into.interest[at] += interest;
      into.principal[at] += principal;
    } else {
      long lateInterest = Fen.billionths(interest, late, rounding);
      long latePrincipal = Fen.billionths(principal, late, rounding);
      into.interest[at] += interest - lateInterest;
      into.principal[at] += principal - latePrincipal;
      into.interest[at + latePeriods] += lateInterest;
      into.principal[at + latePeriods] += latePrincipal;
    }
    return principal;
  }
}
