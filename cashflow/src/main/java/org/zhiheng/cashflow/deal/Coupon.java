package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.values.Rate;

/// What interest a tranche or loan bears.
public sealed interface Coupon {

  /// No interest.
  Coupon NONE = new Fixed(new Rate.PerYear(0), Collections.emptyNavigableMap());

  /// The same rate, but for what is added to it on some days.
  ///
  /// @param rate for a year
  /// @param steps what is added from a day on
  record Fixed(Rate.PerYear rate, NavigableMap<LocalDate, Rate.PerYear> steps) implements Coupon {

    /// Holds the map unchangeable.
    public Fixed {
      steps = Collections.unmodifiableNavigableMap(new TreeMap<>(steps));
    }
  }

  /// A rate that follows an index.
  ///
  /// @param index its name in the assumptions
  /// @param spread added to it
  /// @param now the rate until the first reset
  /// @param reset when it is set anew
  /// @param terms caps and floors
  record Floating(
      String index, Rate.PerYear spread, Rate.PerYear now, Timing reset, ResetTerms terms)
      implements Coupon {}

  /// What holds a floating rate; each as a rate for a year.
  ///
  /// @param cap never above
  /// @param floor never below
  /// @param firstStep most change at the first reset
  /// @param step most change at any other reset
  /// @param roundDown multiple to which it is cut
  record ResetTerms(
      Optional<Rate.PerYear> cap,
      Optional<Rate.PerYear> floor,
      Optional<Rate.PerYear> firstStep,
      Optional<Rate.PerYear> step,
      Optional<Rate.PerYear> roundDown) {

    /// Nothing holds it.
    public static final ResetTerms FREE =
        new ResetTerms(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
