package org.zhiheng.ledger.bundle;

/// What somebody else's check of a part of a bundle showed.
///
/// @param result passed, failed or absent
/// @param reason sentences for a person
public record Finding(Verdict.Result result, String reason) {

  /// @throws IllegalArgumentException when there is no reason or the result is that of erasure
  public Finding {
    if (reason.isBlank() || result == Verdict.Result.ERASED) {
      throw new IllegalArgumentException("a finding passes, fails or is absent, with a reason");
    }
  }
}
