package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// One thing of the pool that pays. Amounts are in minor units.
public sealed interface Asset {

  /// Payments of one asset.
  int PAYMENTS_MAX = 1_200;

  /// By which it is called.
  String id();

  /// What else is known of it: obligor, industry, patents; words for the tests of eligibility.
  Map<String, String> facts();

  /// Whether it pays no more.
  boolean defaulted();

  /// What is outstanding at the cut-off; what has defaulted counts nothing.
  long balance();

  /// Money lent.
  ///
  /// @param outstanding at the cut-off, or on the day that it is of
  /// @param asOf the day that the balance is of, where that is before the cut-off: payments until
  ///   the cut-off are reckoned, and belong to whoever had the loan before; none: the cut-off
  /// @param coupon its interest
  /// @param dayCount how days count; none: each period counts as its months
  /// @param repay how it is paid back
  /// @param term payments that remain
  /// @param originalTerm payments it began with
  /// @param next the day of the next payment
  /// @param payDay the day of the month it pays on, 1 to 31; the month's last where it has none
  ///   such. That of the next payment, unless that month was too short
  /// @param everyMonths months between payments
  /// @param penalties what early payment costs, by the number of the payment from 1
  record Loan(
      String id,
      Map<String, String> facts,
      boolean defaulted,
      long outstanding,
      Optional<LocalDate> asOf,
      Coupon coupon,
      Optional<DayCount> dayCount,
      Repay repay,
      int term,
      int originalTerm,
      LocalDate next,
      int payDay,
      int everyMonths,
      Penalty penalties)
      implements Asset {

    /// Holds the map unchangeable.
    public Loan {
      facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// The day of a payment, counted from the next: 0 is the next, -1 the one before.
    public LocalDate day(int k) {
      return Timing.onDay(YearMonth.from(next).plusMonths((long) k * everyMonths), payDay);
    }

    @Override
    public long balance() {
      return defaulted ? 0 : outstanding;
    }
  }

  /// Amounts that fall due on days: licence fees, royalties, rents, a receivable.
  ///
  /// @param terms what falls due
  /// @param yield the rate by which amounts are split into interest and principal; none: all of an
  ///   amount is principal, but for the fee of a receivable
  /// @param asOf the cut-off: what is due later counts
  record Stream(
      String id,
      Map<String, String> facts,
      boolean defaulted,
      StreamTerms terms,
      Optional<Rate.PerYear> yield,
      LocalDate asOf)
      implements Asset {

    /// Holds the map unchangeable.
    public Stream {
      facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    @Override
    public long balance() {
      return defaulted ? 0 : StreamDues.of(this, Rounding.HALF_UP).balance();
    }
  }

  /// How a loan is paid back.
  sealed interface Repay {

    /// Equal payments of interest and principal.
    ///
    /// @param amortiseOver payments by which they are reckoned, from the origin; the rest is paid
    ///   with the last (balloon); 0: the original term
    record Level(int amortiseOver) implements Repay {}

    /// Equal principal.
    record Even() implements Repay {}

    /// Interest, and all principal at the end.
    record Bullet() implements Repay {}

    /// These parts of principal, one a payment.
    record Parts(List<Long> amounts) implements Repay {

      /// Holds the list unchangeable.
      public Parts {
        amounts = List.copyOf(amounts);
      }
    }
  }

  /// What is paid for paying early.
  ///
  /// @param steps the part of the amount, each until its payment (1 is the first); none: nothing
  /// @param fixed an amount whenever something is paid early, in minor units
  record Penalty(List<PenaltyStep> steps, long fixed) {

    /// Nothing.
    public static final Penalty NONE = new Penalty(List.of(), 0);

    /// Holds the list unchangeable.
    public Penalty {
      steps = List.copyOf(steps);
    }
  }

  /// A part of what is paid early.
  ///
  /// @param until the number of the last payment it holds for, from 1
  record PenaltyStep(int until, Rate.PerYear part) {}
}
