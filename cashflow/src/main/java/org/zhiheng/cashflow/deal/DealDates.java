package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.Optional;

/// When what happens in a deal.
///
/// @param cutoff from when the flows of the pool belong to the deal; flows of that day do not
/// @param closing when the tranches begin to bear interest
/// @param collect the ends of collection periods, after the cut-off
/// @param firstCollect when the first collection period ends, if not by the timing
/// @param pay payment dates, after closing
/// @param firstPay the first payment date, from which the others are counted
/// @param legal the last payment date at the latest
public record DealDates(
    LocalDate cutoff,
    LocalDate closing,
    Timing collect,
    Optional<LocalDate> firstCollect,
    Timing pay,
    Optional<LocalDate> firstPay,
    LocalDate legal) {

  /// Stand in for dates that were refused.
  public static final DealDates NONE =
      new DealDates(
          LocalDate.EPOCH,
          LocalDate.EPOCH,
          new Timing.AtEnd(1),
          Optional.empty(),
          new Timing.AtEnd(1),
          Optional.empty(),
          LocalDate.EPOCH.plusYears(1));
}
