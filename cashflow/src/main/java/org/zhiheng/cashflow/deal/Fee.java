package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// What somebody is owed for work.
///
/// @param name by which rules call it
/// @param kind how it falls due; amounts in minor units
/// @param from when it begins
public record Fee(String name, Kind kind, LocalDate from) {

  /// Which days of a year's rate count.
  public enum Days {
    /// Those since the last payment date.
    PAYMENTS,
    /// Those until the end of the last collection period that ended since the last payment date:
    /// what lies between it and the payment date counts nowhere. So Hastructure reckons a rate on
    /// the pool.
    COLLECTIONS
  }

  /// How a fee falls due.
  public sealed interface Kind {

    /// Once.
    record Fixed(long amount) implements Kind {}

    /// Again and again, on days after the begin.
    record Recurring(long amount, Timing timing) implements Kind {}

    /// For each collection period that ended.
    record PerCollection(long amount) implements Kind {}

    /// A rate for a year on a base, as the base stands before the payments of the day.
    ///
    /// @param days which days count
    record PerYear(Rate.PerYear rate, Formula base, DayCount dayCount, Days days) implements Kind {}

    /// What a formula gives on each payment date.
    record Reckoned(Formula amount) implements Kind {}

    /// On these days.
    record Listed(NavigableMap<LocalDate, Long> amounts) implements Kind {

      /// Holds the map unchangeable.
      public Listed {
        amounts = Collections.unmodifiableNavigableMap(new TreeMap<>(amounts));
      }
    }

    /// By steps of a base: the amount of the highest step that the base reaches.
    record Table(Formula base, NavigableMap<Long, Long> steps) implements Kind {

      /// Holds the map unchangeable.
      public Table {
        steps = Collections.unmodifiableNavigableMap(new TreeMap<>(steps));
      }
    }
  }
}
