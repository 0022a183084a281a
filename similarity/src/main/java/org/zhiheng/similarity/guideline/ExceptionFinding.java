package org.zhiheng.similarity.guideline;

import java.util.List;
import org.zhiheng.values.Confidence;

/// Whether an exception of a rule holds.
///
/// @param id of the exception within its rule
/// @param outcome whether it holds
/// @param zh its words
/// @param en its words in English
/// @param confidence how far its wording was checked
/// @param reasons why; at least one
public record ExceptionFinding(
    String id,
    Outcome outcome,
    String zh,
    String en,
    Confidence confidence,
    List<RuleReason> reasons) {

  /// Copies the list.
  public ExceptionFinding {
    reasons = List.copyOf(reasons);
  }

  /// Whether an exception holds.
  public enum Outcome {
    /// It holds, so the rule does not apply.
    HOLDS,
    /// It does not.
    DOES_NOT_HOLD,
    /// 需人工判断: a machine cannot tell.
    UNDECIDED
  }
}
