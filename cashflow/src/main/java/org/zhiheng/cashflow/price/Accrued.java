package org.zhiheng.cashflow.price;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Money;
import org.zhiheng.values.Rate;

/// Interest earned since it was last paid and not yet due (应计利息): what makes a clean price dirty.
///
/// @param balance the principal it is earned on
/// @param rate a year
/// @param dayCount how days become years
/// @param since the day from which it is earned, which counts
public record Accrued(Money balance, Rate.PerYear rate, DayCount dayCount, LocalDate since) {

  /// What was earned before `day`, which does not count; exact up to one rounding.
  ///
  /// @throws IllegalArgumentException when the day is before `since`
  public Money until(LocalDate day, RoundingMode rounding) {
    return balance.times(rate, dayCount.yearFraction(since, day), rounding);
  }

  /// A dirty price without what was earned.
  ///
  /// @throws IllegalArgumentException as [#until], or when the currencies differ
  public Money clean(Money dirty, LocalDate day, RoundingMode rounding) {
    return dirty.minus(until(day, rounding));
  }
}
