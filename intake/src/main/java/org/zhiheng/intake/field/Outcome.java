package org.zhiheng.intake.field;

import java.util.List;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.Problem;

/// What reading one row or document came to.
public sealed interface Outcome {

  /// A notice.
  record Taken(Notice notice) implements Outcome {}

  /// At least one problem.
  record Refused(List<Problem> problems) implements Outcome {
    /// Copies the list.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
