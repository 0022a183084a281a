package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.zhiheng.values.Rate;

/// What falls due of a stream. Amounts are in minor units.
public sealed interface StreamTerms {

  /// Amounts on days.
  record Listed(NavigableMap<LocalDate, Long> amounts) implements StreamTerms {

    /// Holds the map unchangeable.
    public Listed {
      amounts = Collections.unmodifiableNavigableMap(new TreeMap<>(amounts));
    }
  }

  /// The same fee or rent again and again, greater by a step each time.
  ///
  /// @param amount of the first
  /// @param first its day
  /// @param count how many
  /// @param everyMonths months between
  /// @param step by which each is greater than the one before
  record Fees(long amount, LocalDate first, int count, int everyMonths, Rate.PerYear step)
      implements StreamTerms {}

  /// A rent for each day, due for the days since the last.
  ///
  /// @param perDay of the first period
  /// @param from the day it begins; that day does not count, the day due does
  /// @param due when it is due
  /// @param count how many times
  /// @param step by which the rent of a day is greater each time
  record DailyRent(long perDay, LocalDate from, Timing due, int count, Rate.PerYear step)
      implements StreamTerms {}

  /// A part of sales.
  ///
  /// @param sales expected, by the day their part is due
  /// @param rate the part
  /// @param least what is due at least each time
  record Royalty(NavigableMap<LocalDate, Long> sales, Rate.PerYear rate, long least)
      implements StreamTerms {

    /// Holds the map unchangeable.
    public Royalty {
      sales = Collections.unmodifiableNavigableMap(new TreeMap<>(sales));
    }
  }

  /// What was reckoned elsewhere, as a servicer's table of expected flows has it.
  ///
  /// @param principal by the day it is due
  /// @param interest by the day it is due
  record Scheduled(NavigableMap<LocalDate, Long> principal, NavigableMap<LocalDate, Long> interest)
      implements StreamTerms {

    /// Holds the maps unchangeable.
    public Scheduled {
      principal = Collections.unmodifiableNavigableMap(new TreeMap<>(principal));
      interest = Collections.unmodifiableNavigableMap(new TreeMap<>(interest));
    }
  }

  /// An invoice.
  ///
  /// @param amount all that the debtor pays
  /// @param due when
  /// @param fee the part of it that is income rather than principal
  record Receivable(long amount, LocalDate due, long fee) implements StreamTerms {}
}
