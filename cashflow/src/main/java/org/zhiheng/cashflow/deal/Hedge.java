package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// An agreement on interest rates with somebody outside the deal.
///
/// On each payment date both legs of the period are set against each other. What the deal is to
/// receive comes into the account of collections before any rule, for the other side is taken to
/// pay; what the deal owes is paid by the rule `hedge`, and what is not paid stays due without
/// interest. Premiums are fees.
///
/// @param name by which rules and formulas call it
/// @param kind what is exchanged
/// @param notional what rates are of; as it stands when the period begins
/// @param dayCount of both legs
/// @param until nothing accrues from that day on; none: as long as the deal pays
public record Hedge(
    String name, Kind kind, Notional notional, DayCount dayCount, Optional<LocalDate> until) {

  /// What is exchanged. A floating rate is never below 0.
  public sealed interface Kind {

    /// One rate for another.
    ///
    /// @param pays what the deal owes
    /// @param receives what it is owed
    record Swap(Coupon pays, Coupon receives) implements Kind {}

    /// The deal is owed what the index is above the strike.
    record Cap(Coupon.Floating index, Rate.PerYear strike) implements Kind {}

    /// The deal is owed what the index is below the strike.
    record Floor(Coupon.Floating index, Rate.PerYear strike) implements Kind {}
  }

  /// What rates are of.
  public sealed interface Notional {

    /// A formula, such as a tranche's balance or the pool's.
    record Reckoned(Formula amount) implements Notional {}

    /// Amounts by the day from which they hold; nothing before the first.
    record Listed(NavigableMap<LocalDate, Long> amounts) implements Notional {

      /// Holds the map unchangeable.
      public Listed {
        amounts = Collections.unmodifiableNavigableMap(new TreeMap<>(amounts));
      }
    }
  }
}
