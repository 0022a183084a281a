package org.zhiheng.deadlines.rule;

/// What a missed deadline opens.
///
/// @param rule the rule with the remedy's own clock
/// @param from where that clock starts
public record Remedy(String rule, Start from) {

  /// Where a remedy's clock starts.
  public enum Start {
    /// With the notice that the right is lost, which is still to come.
    NOTICE,
    /// On the day the missed term ended, before it moved to a working day.
    END,
    /// With the same event as the missed deadline.
    EVENT
  }
}
