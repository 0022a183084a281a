package org.zhiheng.register.right;

import java.util.List;
import org.zhiheng.values.Problem;

/// Whether one more fact may be recorded.
public sealed interface Proposal {

  /// It may.
  ///
  /// @param folded the right with the fact
  /// @param cautions those that the fact brings; a person should see them before it is recorded
  record Accepted(Folded folded, List<Problem> cautions) implements Proposal {
    /// Copies the list.
    public Accepted {
      cautions = List.copyOf(cautions);
    }
  }

  /// It may not.
  ///
  /// @param problems at least one; the path is empty for the fact itself, or the id of the event
  ///   that it would contradict
  record Refused(List<Problem> problems) implements Proposal {
    /// Copies the list.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
