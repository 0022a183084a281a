package org.zhiheng.jobs.administer;

import java.util.List;
import java.util.Optional;

/// Some of an organisation's rights, in the order of their ids.
///
/// @param after only rights behind this number; 0 for the first
/// @param most rights, 1..[#MOST_MAX]
public record Part(long after, int most) {

  /// Most rights of a part: what is counted of them is held in memory.
  public static final int MOST_MAX = 1_000;

  /// @throws IllegalArgumentException when a number is out of range
  public Part {
    if (after < 0 || most < 1 || most > MOST_MAX) {
      throw new IllegalArgumentException(
          "after must be >= 0 and most 1.." + MOST_MAX + ": " + after + ", " + most);
    }
  }

  /// The part behind these; empty when they were the last.
  Optional<Part> next(List<DocketBoard.Case> cases) {
    return cases.size() < most
        ? Optional.empty()
        : Optional.of(new Part(cases.getLast().right().number(), most));
  }
}
