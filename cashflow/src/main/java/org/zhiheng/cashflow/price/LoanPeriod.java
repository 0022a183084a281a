package org.zhiheng.cashflow.price;

/// One period of a pool of equal loans: what fails, what is repaid early, what is paid as agreed.
///
/// @param defaulted principal that fails
/// @param prepaid principal repaid early
/// @param interest on what neither failed nor, if events come first, was repaid early
/// @param scheduled principal repaid as agreed
/// @param balance what is owed after it
public record LoanPeriod(
    double defaulted, double prepaid, double interest, double scheduled, double balance) {

  /// What comes first within a period; tools differ, so the deal says it.
  public enum Order {
    /// Default, then early repayment of the rest, then interest and principal as agreed on the
    /// rest. Hastructure 0.52 does so.
    EVENTS_FIRST,
    /// Default, then interest and principal as agreed on what performs, then early repayment of the
    /// rest. SIFMA's Uniform Practices come close: there early repayment is a share of what was
    /// owed before the default.
    SCHEDULE_FIRST
  }

  /// The period.
  ///
  /// @param balance what is owed before it
  /// @param rate of the period
  /// @param left periods that are left, this one among them
  /// @param fails share that fails in the period, 0..1
  /// @param early share repaid early in the period, 0..1
  /// @throws IllegalArgumentException when a part is out of its range
  public static LoanPeriod of(
      Repayment repayment,
      Order order,
      double balance,
      double rate,
      int left,
      double fails,
      double early) {
    if (!(fails >= 0 && fails <= 1 && early >= 0 && early <= 1)) {
      throw new IllegalArgumentException("shares must be 0..1: " + fails + ", " + early);
    }
    double defaulted = balance * fails;
    double performing = balance - defaulted;
    return switch (order) {
      case EVENTS_FIRST -> {
        double prepaid = performing * early;
        double rest = performing - prepaid;
        double scheduled = repayment.principal(rest, rate, left);
        yield new LoanPeriod(defaulted, prepaid, rest * rate, scheduled, rest - scheduled);
      }
      case SCHEDULE_FIRST -> {
        double scheduled = repayment.principal(performing, rate, left);
        double rest = performing - scheduled;
        double prepaid = rest * early;
        yield new LoanPeriod(defaulted, prepaid, performing * rate, scheduled, rest - prepaid);
      }
    };
  }
}
