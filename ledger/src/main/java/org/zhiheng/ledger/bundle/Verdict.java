package org.zhiheng.ledger.bundle;

import java.util.Locale;

/// What one check came to.
///
/// @param check which
/// @param result what it came to
/// @param reason sentences for a person; values from the bundle are escaped in them
public record Verdict(Check check, Result result, String reason) {

  /// @throws IllegalArgumentException when there is no reason, or something other than a statement
  ///   is said to be erased
  public Verdict {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a verdict has a reason: " + check);
    }
    if (result == Result.ERASED && check != Check.STATEMENT) {
      throw new IllegalArgumentException("only statements are erased: " + check);
    }
  }

  /// What a check comes to.
  public enum Result {
    /// It holds.
    PASSED,
    /// It does not hold; or the bundle is refused, and nothing in it counts.
    FAILED,
    /// There is nothing to judge, or too little; and nothing that is false.
    ABSENT,
    /// What was stated was erased by law, and a notice that holds says so.
    ERASED;

    /// In lower case, as it is printed.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
