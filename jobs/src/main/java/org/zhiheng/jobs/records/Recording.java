package org.zhiheng.jobs.records;

import java.util.List;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// What recording an event or entering a right came to.
public sealed interface Recording {

  /// It stands in the register now.
  ///
  /// @param id the right
  /// @param version of the right with it
  /// @param cautions what a person should see about it, such as a consent that is needed
  record Done(RightId id, long version, List<Problem> cautions) implements Recording {
    public Done {
      cautions = List.copyOf(cautions);
    }
  }

  /// The same fact, or the right, stood there already.
  record Unchanged(RightId id) implements Recording {}

  /// It was refused; nothing was recorded.
  record Refused(List<Problem> problems) implements Recording {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// The right has changed since the version that the caller saw.
  record Stale(long version) implements Recording {}

  /// There is no such right among one's own.
  record NotFound() implements Recording {}
}
