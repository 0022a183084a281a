package org.zhiheng.server.finance;

import java.util.List;

/// What the title gate shows.
///
/// @param typed the rights as typed
/// @param term the end of the debt, as typed
/// @param titles one for each right
/// @param refused what was refused, in words
public record TitleView(String typed, String term, List<Title> titles, List<String> refused) {

  /// A right at the gate.
  ///
  /// @param verdict as a code
  /// @param elsewhere what is known of pledges elsewhere
  /// @param deals which it backs here
  public record Title(
      String right,
      String name,
      String number,
      String verdict,
      String verdictWords,
      String elsewhere,
      List<String> deals,
      List<Ground> grounds) {}

  /// A ground.
  ///
  /// @param status as a code
  /// @param entries what it rests on
  public record Ground(
      String ground,
      String status,
      String statusWords,
      String reason,
      List<String> entries,
      String source) {}
}
