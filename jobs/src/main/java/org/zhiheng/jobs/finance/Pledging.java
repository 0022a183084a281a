package org.zhiheng.jobs.finance;

import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// What registering, changing or releasing a pledge came to.
public sealed interface Pledging {

  /// It stands in the register now.
  ///
  /// @param right which
  /// @param version of the right with it
  /// @param reservation the deal that the right backs, or backed
  /// @param check what the gate said; empty where it was not asked
  record Done(RightId right, long version, Reservation reservation, Optional<TitleCheck> check)
      implements Pledging {}

  /// It was refused; nothing was recorded.
  ///
  /// @param problems at least one
  /// @param check what the gate said; empty where it was not asked
  record Refused(List<Problem> problems, Optional<TitleCheck> check) implements Pledging {
    public Refused {
      problems = List.copyOf(problems);
    }

    static Refused of(String code, String path, String given, String reason) {
      return new Refused(List.of(Problem.of(code, path, given, reason)), Optional.empty());
    }
  }
}
