package org.zhiheng.jobs.administer;

import java.util.List;

/// All deadlines of one right on a day.
///
/// @param deadlines by warning date, then key
/// @param unanswered what could not be counted
public record Docket(List<Deadline> deadlines, List<Unanswered> unanswered) {

  /// Copies the lists.
  public Docket {
    deadlines = List.copyOf(deadlines);
    unanswered = List.copyOf(unanswered);
  }
}
