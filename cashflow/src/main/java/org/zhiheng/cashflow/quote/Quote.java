package org.zhiheng.cashflow.quote;

import java.util.Optional;
import java.util.OptionalDouble;

/// What a tranche is worth. All but the face is approximate; amounts are in minor units, prices for
/// 100 of face, rates as shares a year, times in years.
///
/// @param tranche its name
/// @param face what is outstanding on the day
/// @param cash what is still paid, interest and principal
/// @param figures what it is worth; none where that cannot be said
/// @param reason why there are none, or a figure is missing
public record Quote(
    String tranche, long face, long cash, Optional<Figures> figures, Optional<String> reason) {

  /// The figures.
  ///
  /// @param accrued interest earned since the last payment date, in minor units
  /// @param value the dirty price, in minor units
  /// @param clean for 100 of face, without what has accrued; none where nothing is outstanding
  /// @param dirty for 100 of face
  /// @param yield by the terms' compounding and day count
  /// @param lifeYears mean time until principal is back (WAL)
  /// @param macaulay mean time of what is paid, by its present value
  /// @param modified `-dP/dy / P`
  /// @param convexity `d²P/dy² / P`, over all flows
  /// @param basisPoint change of `value` when the yield rises by 0.0001
  /// @param zSpread what every rate of the curve must be raised by
  /// @param xirr return of whoever pays `value`, yearly, ACT/365F
  /// @param irr the same for one payment period, if the day is closing or a payment date
  public record Figures(
      double accrued,
      double value,
      OptionalDouble clean,
      OptionalDouble dirty,
      OptionalDouble yield,
      OptionalDouble lifeYears,
      OptionalDouble macaulay,
      OptionalDouble modified,
      OptionalDouble convexity,
      OptionalDouble basisPoint,
      OptionalDouble zSpread,
      OptionalDouble xirr,
      OptionalDouble irr) {}
}
