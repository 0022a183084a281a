package org.zhiheng.cashflow.quote;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.price.ZeroCurve;
import org.zhiheng.values.DayCount;

/// How tranches are priced.
///
/// @param day what falls due on it or before is the seller's
/// @param dayCount how days become years of discounting
/// @param compounding of yields
/// @param given from what
/// @param curve for Z-spreads; with [Given.OnCurve] the same
public record Terms(
    LocalDate day,
    DayCount dayCount,
    Compounding compounding,
    Given given,
    Optional<ZeroCurve> curve) {}
