package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import java.util.Optional;
import org.zhiheng.values.RightId;

/// One figure of a factor.
///
/// @param code stable name (`filings-in-7-days-max`)
/// @param amount exact
/// @param unit of a count: `filings`, `classes`, `days`, `months`, `parties`, `names`
/// @param label what it says
/// @param inputs the filings that make it, by id
/// @param reference the same figure elsewhere in the workspace, where there is one; it is shown
///   beside, nothing is judged by it
public record Figure(
    String code,
    Amount amount,
    String unit,
    Said label,
    List<RightId> inputs,
    Optional<Reference> reference) {

  /// Sorts and copies the inputs.
  public Figure {
    inputs = inputs.stream().sorted().distinct().toList();
  }

  /// The same figure of others.
  ///
  /// @param median of them: of an even number the lower of the middle two
  /// @param applicants how many they are
  /// @param basis how they were chosen
  public record Reference(long median, long applicants, Said basis) {}
}
