package org.zhiheng.server.audit;

import java.util.List;
import java.util.Optional;

/// What the page of the audit trail shows.
///
/// @param lines newest first
/// @param next number from which the next page goes on
public record AuditView(List<Line> lines, Optional<Long> next) {

  /// Copies the list.
  public AuditView {
    lines = List.copyOf(lines);
  }

  /// One thing that was done.
  ///
  /// @param at when, in words
  /// @param who the user's name
  /// @param action in words
  /// @param subject what it was done to
  /// @param link where that is; empty for nowhere
  /// @param detail in words
  public record Line(
      String at, String who, String action, String subject, String link, String detail) {}
}
