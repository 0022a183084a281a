package org.zhiheng.valuation;

/// What the methods say together: a range, no point. Which point of it is right is the reader's
/// judgement, and in an appraisal the appraiser's.
///
/// @param low the range's lower end
/// @param high the range's upper end
/// @param agreement how the methods stand to each other
/// @param reason one sentence
public record Conclusion(double low, double high, Agreement agreement, String reason) {

  /// How methods stand to each other.
  public enum Agreement {
    /// There is only one.
    ALONE,
    /// Their ranges have a part in common: the range given.
    IN_COMMON,
    /// They have none: the range given is from the lowest to the highest.
    APART
  }

  /// @throws IllegalArgumentException when the range is upside down
  public Conclusion {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must not exceed high: " + low + ", " + high);
    }
  }
}
