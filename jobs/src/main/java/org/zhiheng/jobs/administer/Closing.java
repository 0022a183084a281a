package org.zhiheng.jobs.administer;

import java.time.Instant;

/// A deadline that a person took off the docket, and why: nothing leaves it without a reason.
///
/// @param reason in words, not blank
/// @param by the user's name
/// @param at when
public record Closing(String reason, String by, Instant at) {

  /// Longest reason.
  public static final int REASON_MAX = 2_000;
}
