package org.zhiheng.server.administer;

import java.util.List;

/// Whether a quicker way is open.
///
/// @param route as a code
/// @param right as typed
/// @param on the day, as a date field holds it
/// @param verdict as a code
/// @param conditions one each
/// @param promises what it promises, in words
/// @param refused what was refused, in words
public record ExpeditedView(
    String route,
    String right,
    String on,
    String verdict,
    List<Condition> conditions,
    List<String> promises,
    List<String> refused) {

  /// A condition.
  ///
  /// @param said `yes`, `no` or empty: what was said of it
  /// @param outcome as a code
  /// @param source who says so, in words; may be empty
  public record Condition(
      String code, String words, String said, String outcome, String source, String text) {}
}
