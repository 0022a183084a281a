package org.zhiheng.jobs.administer;

import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Problem;

/// What keeps a right alive on a day, and what of it nobody can say.
///
/// @param fees by the date they are due
/// @param problems fees that are due and not known
/// @param ended whether a fee was missed for good, so that only restoration is left
/// @param relief that the record of the right says; empty where it says none, or none holds yet
public record FeesDue(
    List<FeeDue> fees, List<Problem> problems, boolean ended, Optional<FeeRelief> relief) {

  /// Copies the lists.
  public FeesDue {
    fees = List.copyOf(fees);
    problems = List.copyOf(problems);
  }

  /// The same, with the relief that it was reckoned with.
  FeesDue with(Optional<FeeRelief> recorded) {
    return new FeesDue(fees, problems, ended, recorded);
  }
}
