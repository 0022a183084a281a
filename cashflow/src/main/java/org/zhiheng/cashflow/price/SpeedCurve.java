package org.zhiheng.cashflow.price;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How fast loans are repaid early or fail, as a yearly share by the age of the loan: CPR for early
/// repayment (早偿), CDR for default (违约).
///
/// Source: Bond Market Association (now SIFMA), Uniform Practices, chapter SF, for PSA and SDA;
/// recalled, its figures recomputed.
public sealed interface SpeedCurve {

  /// A month of a loan's life counts from 1; none is older than a century.
  int MONTHS_MAX = 1_200;

  /// The PSA ramp ends at this age, in months.
  int PSA_RAMP = 30;

  /// The same share each year.
  ///
  /// @param annual 0..1
  record Flat(double annual) implements SpeedCurve {

    /// @throws IllegalArgumentException when the share is not 0..1
    public Flat {
      refuseShare(annual);
    }
  }

  /// Prepayment ramp: CPR 0.2 % in month 1, 0.2 % more each month to 6 % in month 30, then flat;
  /// all times `multiple`.
  ///
  /// @param multiple 1 for 100 PSA; at least 0
  record Psa(double multiple) implements SpeedCurve {

    /// @throws IllegalArgumentException when the multiple is negative or not finite
    public Psa {
      refuseMultiple(multiple);
    }
  }

  /// Standard default assumption: CDR 0.02 % in month 1, 0.02 % more each month to 0.60 % in month
  /// 30, flat to 60, 0.0095 % less each month to 0.03 % in month 120, then flat; all times
  /// `multiple`.
  ///
  /// @param multiple 1 for 100 SDA; at least 0
  record Sda(double multiple) implements SpeedCurve {

    /// @throws IllegalArgumentException when the multiple is negative or not finite
    public Sda {
      refuseMultiple(multiple);
    }
  }

  /// A share for each month of age.
  ///
  /// @param annual for month 1, 2, …; each 0..1
  /// @param after for all later months
  record ByAge(List<Double> annual, double after) implements SpeedCurve {

    /// @throws IllegalArgumentException when there are too many or one is not 0..1
    public ByAge {
      annual = List.copyOf(annual);
      if (annual.size() > MONTHS_MAX) {
        throw new IllegalArgumentException(
            "annual must hold at most " + MONTHS_MAX + ": " + annual.size());
      }
      annual.forEach(SpeedCurve::refuseShare);
      refuseShare(after);
    }
  }

  /// A share for each month of age, by the loan's original term.
  ///
  /// @param byTerm term in months, and as many shares, each 0..1
  record ByTerm(Map<Integer, List<Double>> byTerm) implements SpeedCurve {

    /// @throws IllegalArgumentException when a term has not as many shares, or one is not 0..1
    public ByTerm {
      Map<Integer, List<Double>> sorted = new TreeMap<>();
      byTerm.forEach((term, shares) -> {
        if (term < 1 || term > MONTHS_MAX || shares.size() != term) {
          throw new IllegalArgumentException(
              "a term of 1.."
                  + MONTHS_MAX
                  + " months has as many shares: "
                  + term
                  + ", "
                  + shares.size());
        }
        shares.forEach(SpeedCurve::refuseShare);
        sorted.put(term, List.copyOf(shares));
      });
      byTerm = Map.copyOf(sorted);
    }
  }

  /// The yearly share in a month of a loan's life; never above 1.
  ///
  /// @param age the month, from 1
  /// @param term the loan's original term in months; only [ByTerm] asks for it
  /// @throws IllegalArgumentException when the age or the term is not in 1..[#MONTHS_MAX], or no
  ///   shares are known for the term
  default double annual(int age, int term) {
    if (age < 1 || age > MONTHS_MAX || term < 1 || term > MONTHS_MAX) {
      throw new IllegalArgumentException(
          "age and term must be in 1.." + MONTHS_MAX + " months: " + age + ", " + term);
    }
    return switch (this) {
      case Flat flat -> flat.annual();
      case Psa psa -> Math.min(1, psa.multiple() * 0.002 * Math.min(age, PSA_RAMP));
      case Sda sda -> Math.min(1, sda.multiple() * sda(age));
      case ByAge byAge ->
          age <= byAge.annual().size() ? byAge.annual().get(age - 1) : byAge.after();
      case ByTerm byTerm -> {
        List<Double> shares = byTerm.byTerm().get(term);
        if (shares == null) {
          throw new IllegalArgumentException(
              "term must be one of " + new TreeMap<>(byTerm.byTerm()).keySet() + ": " + term);
        }
        yield age <= term ? shares.get(age - 1) : 0;
      }
    };
  }

  /// The share of one month (SMM, MDR) that comes to this share of a year.
  ///
  /// @throws IllegalArgumentException when the share is not 0..1
  static double monthly(double annual) {
    refuseShare(annual);
    return -Math.expm1(Math.log1p(-annual) / 12);
  }

  /// The share of a year that comes of this share of one month.
  ///
  /// @throws IllegalArgumentException when the share is not 0..1
  static double annualOf(double monthly) {
    refuseShare(monthly);
    return -Math.expm1(Math.log1p(-monthly) * 12);
  }

  /// The share of so many days, of a year of 365.
  ///
  /// @throws IllegalArgumentException when the share is not 0..1 or the days are negative
  static double forDays(double annual, long days) {
    refuseShare(annual);
    if (days < 0) {
      throw new IllegalArgumentException("days must be at least 0: " + days);
    }
    // 1 - 0 survives no day at all of a share of 1
    return days == 0 ? 0 : -Math.expm1(Math.log1p(-annual) * days / 365.0);
  }

  private static double sda(int age) {
    if (age <= 30) {
      return 0.0002 * age;
    }
    if (age <= 60) {
      return 0.006;
    }
    return age < 120 ? 0.006 - 0.000095 * (age - 60) : 0.0003;
  }

  private static void refuseShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be 0..1: " + share);
    }
  }

  private static void refuseMultiple(double multiple) {
    if (!(multiple >= 0) || multiple == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("multiple must be at least 0 and finite: " + multiple);
    }
  }
}
