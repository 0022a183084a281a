package org.zhiheng.cashflow.price;

import java.time.LocalDate;
import java.util.List;
import org.zhiheng.values.DayCount;

/// The mean time until principal is back, weighted by its amount (WAL, 加权平均期限).
///
/// @param years in years of the day count that was asked for
/// @param repaid how much principal was counted
public record AverageLife(double years, double repaid) {

  /// Of principal alone; interest must not be among the flows.
  ///
  /// @param day times count from it; principal on it or before is back already and left out
  /// @throws IllegalArgumentException when an amount is negative or nothing comes back
  public static AverageLife of(LocalDate day, DayCount dayCount, List<Flow> principal) {
    CashFlows flows = CashFlows.after(day, dayCount, principal);
    double timed = 0;
    double repaid = 0;
    for (int at = 0; at < flows.count(); at++) {
      if (flows.amount(at) < 0) {
        throw new IllegalArgumentException("principal must not be negative: " + flows.amount(at));
      }
      timed += flows.years(at) * flows.amount(at);
      repaid += flows.amount(at);
    }
    if (repaid == 0) {
      throw new IllegalArgumentException("some principal must come back after " + day);
    }
    return new AverageLife(timed / repaid, repaid);
  }
}
