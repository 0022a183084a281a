package org.zhiheng.cashflow.run;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Timing;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// The rate that a coupon comes to on a day, under assumed index rates; in billionths a year.
final class Curve {

  /// Resets are looked for this far back: the longest time between two.
  private static final int YEARS_BACK = 10;

  private final Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates;

  Curve(Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates) {
    this.rates = rates;
  }

  /// The rate of a loan's period.
  ///
  /// @param begin of the period; the last reset on or before it counts
  /// @param next the next payment: until then today's rate holds
  long ofLoan(Coupon coupon, LocalDate begin, LocalDate next) {
    return switch (coupon) {
      case Coupon.Fixed fixed -> fixed(fixed, begin);
      case Coupon.Floating floating -> {
        if (begin.isBefore(next)) {
          yield floating.now().billionths();
        }
        LocalDate anchor = next.minusYears(YEARS_BACK);
        LocalDate reset = anchor;
        while (!floating.reset().next(reset, anchor).isAfter(next)) {
          reset = floating.reset().next(reset, anchor);
        }
        yield floating(floating, begin, reset, anchor);
      }
    };
  }

  /// The rate of a tranche from a day on: today's until the first reset after closing.
  long ofTranche(Coupon coupon, LocalDate begin, LocalDate closing) {
    return switch (coupon) {
      case Coupon.Fixed fixed -> fixed(fixed, begin);
      case Coupon.Floating floating ->
          floating(floating, begin, floating.reset().next(closing, closing), closing);
    };
  }

  /// The next day after this on which the rate of a tranche may change.
  static LocalDate change(Coupon coupon, LocalDate after, LocalDate closing) {
    return switch (coupon) {
      case Coupon.Fixed fixed -> {
        LocalDate step = fixed.steps().higherKey(after);
        yield step == null ? LocalDate.MAX : step;
      }
      case Coupon.Floating floating -> floating.reset().next(after, closing);
    };
  }

  private static long fixed(Coupon.Fixed fixed, LocalDate begin) {
    long rate = fixed.rate().billionths();
    for (Rate.PerYear step : fixed.steps().headMap(begin, true).values()) {
      rate = Math.addExact(rate, step.billionths());
    }
    return Math.max(0, rate);
  }

  /// Goes from reset to reset. What limits a step limits a rise alone; a fall is free.
  private long floating(
      Coupon.Floating floating, LocalDate begin, LocalDate firstReset, LocalDate anchor) {
    Coupon.ResetTerms terms = floating.terms();
    Timing resets = floating.reset();
    long rate = floating.now().billionths();
    boolean first = true;
    LocalDate reset = firstReset;
    while (!reset.isAfter(begin)) {
      long target = indexed(floating, reset);
      Rate.PerYear most = (first ? terms.firstStep() : terms.step()).orElse(null);
      if (most != null) {
        target = Math.min(target, Math.addExact(rate, most.billionths()));
      }
      rate = held(target, terms);
      first = false;
      reset = resets.next(reset, anchor);
    }
    return rate;
  }

  private long indexed(Coupon.Floating floating, LocalDate day) {
    NavigableMap<LocalDate, Rate.PerYear> index = rates.get(floating.index());
    if (index == null) {
      throw new ProblemsException(
          Problem.of(
              "assume-rate",
              "rates",
              floating.index(),
              "The assumptions give no rate for this index."));
    }
    Map.Entry<LocalDate, Rate.PerYear> at = index.floorEntry(day);
    long rate = (at == null ? index.firstEntry() : at).getValue().billionths();
    return Math.addExact(rate, floating.spread().billionths());
  }

  private static long held(long rate, Coupon.ResetTerms terms) {
    long held = rate;
    long multiple = terms.roundDown().map(Rate.PerYear::billionths).orElse(0L);
    if (multiple > 0) {
      held = Math.floorDiv(held, multiple) * multiple;
    }
    held = Math.min(held, terms.cap().map(Rate.PerYear::billionths).orElse(Long.MAX_VALUE));
    return Math.max(Math.max(0, held), terms.floor().map(Rate.PerYear::billionths).orElse(0L));
  }
}
