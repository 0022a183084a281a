package org.zhiheng.intake;

import java.util.List;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.Problem;

/// What one row or document of a file gave.
public sealed interface Item {

  /// The count of rows or documents read so far, from 1, the same in every run over the same file:
  /// a resumed run skips by it.
  long position();

  /// It reads.
  record Read(long position, Notice notice) implements Item {}

  /// It is refused; the rows around it are not.
  ///
  /// @param problems at least one
  record Refused(long position, List<Problem> problems) implements Item {

    /// @throws IllegalArgumentException when there is no problem
    public Refused {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("problems must not be empty: position " + position);
      }
    }
  }
}
