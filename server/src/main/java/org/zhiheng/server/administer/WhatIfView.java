package org.zhiheng.server.administer;

import java.util.List;

/// What a change of rules would move.
///
/// @param rules as typed
/// @param asked whether something was asked
/// @param said how much moves, in words
/// @param moves the first ones
/// @param refused what was refused, in words
/// @param tooMany whether there are more rights than a page replays
public record WhatIfView(
    String rules,
    boolean asked,
    String said,
    List<Move> moves,
    List<String> refused,
    boolean tooMany) {

  /// A deadline that moves.
  ///
  /// @param before the safe date with its standing; of one that appears, empty
  /// @param after the same, under the other rule; of one that goes, empty
  /// @param why the new steps
  public record Move(
      String right, String name, String rule, String before, String after, List<String> why) {}
}
