package org.zhiheng.cashflow.price;

/// How a loan's principal comes back over equal periods, without events.
///
/// Floating point, for projections and prices; the deal's own ledger rounds to minor units.
public sealed interface Repayment {

  /// More periods than a century of months.
  int PERIODS_MAX = 1_200;

  /// The same payment each period (等额本息).
  record Level() implements Repayment {}

  /// The same principal each period (等额本金).
  record EvenPrincipal() implements Repayment {}

  /// Interest only, all principal at the end (到期一次还本).
  record Bullet() implements Repayment {}

  /// Level payments as if over a longer time, the rest at the end.
  ///
  /// @param over periods the payment is computed for, counted at the loan's beginning
  /// @param term periods after which the rest is due, counted likewise
  record Balloon(int over, int term) implements Repayment {

    /// @throws IllegalArgumentException when not 1 <= term <= over
    public Balloon {
      if (term < 1 || over < term || over > PERIODS_MAX) {
        throw new IllegalArgumentException(
            "1 <= term <= over <= " + PERIODS_MAX + " must hold: " + term + ", " + over);
      }
    }
  }

  /// The principal due in the next period.
  ///
  /// @param balance what is owed, at least 0
  /// @param rate of one period, above -1
  /// @param left periods that are left, this one among them, from 1
  /// @throws IllegalArgumentException when a part is out of its range
  default double principal(double balance, double rate, int left) {
    if (!(balance >= 0) || !(rate > -1) || left < 1 || left > PERIODS_MAX) {
      throw new IllegalArgumentException(
          "balance >= 0, rate > -1 and 1 <= left <= "
              + PERIODS_MAX
              + " must hold: "
              + balance
              + ", "
              + rate
              + ", "
              + left);
    }
    return switch (this) {
      case Level _ -> levelPayment(balance, rate, left) - balance * rate;
      case EvenPrincipal _ -> balance / left;
      case Bullet _ -> left == 1 ? balance : 0;
      case Balloon balloon ->
          left == 1
              ? balance
              : levelPayment(balance, rate, left + balloon.over() - balloon.term())
                  - balance * rate;
    };
  }

  /// The payment that, made at the end of each period, brings the balance to nothing.
  ///
  /// @param rate of one period, above -1
  /// @param periods from 1
  /// @throws IllegalArgumentException when a part is out of its range
  static double levelPayment(double balance, double rate, int periods) {
    if (!(rate > -1) || periods < 1 || periods > PERIODS_MAX) {
      throw new IllegalArgumentException(
          "rate > -1 and 1 <= periods <= " + PERIODS_MAX + " must hold: " + rate + ", " + periods);
    }
    return rate == 0
        ? balance / periods
        : balance * rate / -Math.expm1(-periods * Math.log1p(rate));
  }
}
