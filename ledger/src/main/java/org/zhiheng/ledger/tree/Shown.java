package org.zhiheng.ledger.tree;

/// What checking a proof showed.
public sealed interface Shown {

  /// It proves what it says.
  record Proven() implements Shown {}

  /// It does not.
  ///
  /// @param step the step of the procedure that failed, from 1
  /// @param reason one sentence for a person, with the value that was refused
  record Refused(int step, String reason) implements Shown {
    /// @throws IllegalArgumentException when the step is below 1
    public Refused {
      if (step < 1) {
        throw new IllegalArgumentException("step must be >= 1: " + step);
      }
    }
  }

  /// Whether it proves what it says.
  default boolean proven() {
    return switch (this) {
      case Proven _ -> true;
      case Refused _ -> false;
    };
  }
}
