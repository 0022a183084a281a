package org.zhiheng.valuation.indicator;

import org.zhiheng.valuation.input.Source;

/// A person's score of one indicator; it replaces what facts would say, and both are shown.
///
/// @param indicator the leaf's id
/// @param low 0..100
/// @param high 0..100
/// @param reason why; not blank
/// @param source who, and when
public record Judgement(String indicator, double low, double high, String reason, Source source) {

  /// @throws IllegalArgumentException when the scores are no range in 0..100 or there is no reason
  public Judgement {
    if (!(0 <= low && low <= high && high <= 100)) {
      throw new IllegalArgumentException(
          "0 <= low <= high <= 100 must hold for " + indicator + ": " + low + ", " + high);
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a judgement needs a reason: " + indicator);
    }
  }
}
