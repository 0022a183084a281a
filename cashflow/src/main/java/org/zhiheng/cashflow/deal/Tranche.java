package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.values.DayCount;

/// What investors hold.
///
/// @param name by which rules call it
/// @param size at closing, in minor units
/// @param coupon the interest it bears
/// @param dayCount how days become parts of a year
/// @param onUnpaid whether interest that was not paid bears interest
/// @param repayment how principal falls due
/// @param maturity when all of it is due; else at the legal date
/// @param notes rating, holder and the like; words for people
public record Tranche(
    String name,
    long size,
    Coupon coupon,
    DayCount dayCount,
    OnUnpaid onUnpaid,
    Repayment repayment,
    Optional<LocalDate> maturity,
    Map<String, String> notes) {

  /// Holds the map unchangeable.
  public Tranche {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  /// The same with another coupon.
  public Tranche withCoupon(Coupon other) {
    return new Tranche(name, size, other, dayCount, onUnpaid, repayment, maturity, notes);
  }

  /// What interest bears that was not paid.
  public enum OnUnpaid {
    /// Nothing.
    NONE,
    /// The tranche's own rate, on the interest due but not on the interest on it.
    COUPON
  }

  /// How principal falls due.
  public sealed interface Repayment {

    /// As the waterfall sends it.
    ///
    /// @param lockedUntil nothing before this day
    record AsSent(Optional<LocalDate> lockedUntil) implements Repayment {}

    /// Down to a balance by day: a planned amortisation class.
    ///
    /// @param balances the balance to reach on a day, until the next
    /// @param whileOutstanding only while one of these tranches is outstanding; none: always
    record Planned(NavigableMap<LocalDate, Long> balances, List<String> whileOutstanding)
        implements Repayment {

      /// Holds the collections unchangeable.
      public Planned {
        balances = Collections.unmodifiableNavigableMap(new TreeMap<>(balances));
        whileOutstanding = List.copyOf(whileOutstanding);
      }
    }
  }
}
