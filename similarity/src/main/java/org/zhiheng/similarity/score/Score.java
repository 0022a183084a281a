package org.zhiheng.similarity.score;

import java.util.List;

/// How alike two marks are in one respect, and what shows it.
///
/// @param value 0 (nothing in common) to 1 (the same)
/// @param evidence what the value rests on, weightiest first
public record Score(double value, List<Evidence> evidence) {

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException when the value lies outside 0..1
  public Score {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("value must be in 0..1: " + value);
    }
    evidence = List.copyOf(evidence);
  }
}
