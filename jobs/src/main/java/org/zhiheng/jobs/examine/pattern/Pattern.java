package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.List;
import org.zhiheng.similarity.score.OrderRule;
import org.zhiheng.values.PartyId;

/// How somebody files, factor by factor. There is no total and no verdict.
///
/// @param subject who
/// @param name as shown
/// @param purpose for whom it is looked at
/// @param asOf the day of the register's state
/// @param filings how many were looked at
/// @param filingsLeftOut how many older ones were not, because of the limit
/// @param settings by which it was computed
/// @param order what likeness was measured by
/// @param searched which known marks were compared
/// @param factors in the order of [Factor.Kind]
public record Pattern(
    PartyId subject,
    String name,
    Purpose purpose,
    LocalDate asOf,
    int filings,
    int filingsLeftOut,
    Settings settings,
    OrderRule order,
    Said searched,
    List<Factor> factors) {

  /// Copies the list.
  public Pattern {
    factors = List.copyOf(factors);
  }

  /// The factor of this kind.
  public Factor factor(Factor.Kind kind) {
    return factors.stream().filter(factor -> factor.kind() == kind).findFirst().orElseThrow();
  }

  /// For whom it is looked at.
  public enum Purpose {
    /// Another's filings: suspicion, for authorised roles.
    OTHERS,
    /// One's own: would these filings stand?
    OWN
  }

  /// What was chosen; shown with every figure that depends on it. None of it is the law's: no text
  /// that was found has a number.
  ///
  /// @param likenessPerMille from which likeness on two names count as alike, of the order rule
  /// @param resaleMonths an assignment counts as early within so many months after filing
  /// @param seriesNames a series has at least so many different names
  public record Settings(int likenessPerMille, int resaleMonths, int seriesNames) {

    /// What is used unless the person chooses.
    public static final Settings USUAL = new Settings(700, 24, 3);

    /// @throws IllegalArgumentException when one is out of range
    public Settings {
      if (likenessPerMille < 1
          || likenessPerMille > 1000
          || resaleMonths < 1
          || resaleMonths > 120
          || seriesNames < 2
          || seriesNames > 100) {
        throw new IllegalArgumentException(
            "settings out of range: "
                + likenessPerMille
                + " (1..1000), "
                + resaleMonths
                + " (1..120), "
                + seriesNames
                + " (2..100)");
      }
    }
  }
}
