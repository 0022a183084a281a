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
    LocalDate legal) {}
