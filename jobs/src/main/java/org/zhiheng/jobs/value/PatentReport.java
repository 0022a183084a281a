package org.zhiheng.jobs.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.valuation.indicator.Assessment;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// The whole answer. A model report, no appraisal: [ModelReport#NOTICE] stands in every form of it.
///
/// @param right which
/// @param title as the register has it; may be empty
/// @param kind of right
/// @param stage where it stands in its life
/// @param asOf the day for which it holds
/// @param currency of its amounts
/// @param given the name of the person's file's contents; empty without one
/// @param termEnds last day of the term, if it is known
/// @param money what it may be worth; none when no method has its figures
/// @param missing what other methods lack
/// @param assessment the tree of indicators
/// @param annuities those of the years that begin after the day
/// @param owing what keeps it alive on the day, as fees are due
/// @param problems what could not be told, of fees and terms
public record PatentReport(
    RightId right,
    String title,
    String kind,
    String stage,
    LocalDate asOf,
    String currency,
    String given,
    Optional<LocalDate> termEnds,
    Optional<ModelReport> money,
    List<Missing> missing,
    Assessment assessment,
    List<YearFee> annuities,
    FeesDue owing,
    List<Problem> problems) {

  /// Copies the lists.
  public PatentReport {
    missing = List.copyOf(missing);
    annuities = List.copyOf(annuities);
    problems = List.copyOf(problems);
  }
}
