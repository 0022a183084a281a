package org.zhiheng.cashflow.price;

import java.util.List;
import java.util.OptionalDouble;

/// What looking for a level came to. That there is none is an answer, not a failure.
public sealed interface Solution {

  /// One level. The enclosure is that of the function as it is computed: where rounding moves its
  /// sign, the level of exact numbers may lie some of its last bits outside.
  ///
  /// @param value the level
  /// @param low the level lies at or above this
  /// @param high the level lies at or below this
  /// @param residual what is left of the equation at `value`; not small where the function jumps
  /// @param steps how often the function was asked
  record Found(double value, double low, double high, double residual, int steps)
      implements Solution {}

  /// More than one level solves it; none is better than the others.
  ///
  /// @param values at least two, rising
  record Several(List<Double> values) implements Solution {

    /// @throws IllegalArgumentException when there are fewer than two
    public Several {
      values = List.copyOf(values);
      if (values.size() < 2) {
        throw new IllegalArgumentException("values must be two or more: " + values);
      }
    }
  }

  /// No level was found.
  ///
  /// @param why what kept it
  /// @param reason one sentence for a person
  record None(Why why, String reason) implements Solution {}

  /// What keeps a level from being found.
  enum Why {
    /// The function has the same sign all over the range.
    NO_CHANGE_OF_SIGN,
    /// The steps that were granted did not bring the level within the tolerance.
    TOO_MANY_STEPS,
    /// The function gave no number.
    NOT_A_NUMBER
  }

  /// The level, if there is exactly one.
  default OptionalDouble found() {
    return switch (this) {
      case Found one -> OptionalDouble.of(one.value());
      case Several _, None _ -> OptionalDouble.empty();
    };
  }
}
