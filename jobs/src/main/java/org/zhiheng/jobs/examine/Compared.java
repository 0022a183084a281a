package org.zhiheng.jobs.examine;

import java.util.List;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.Scores;

/// Two names side by side.
///
/// @param left the one
/// @param right the other
/// @param scores apart from each other, with evidence
/// @param order what the order rule makes of them, 0..1
/// @param rules every rule of the guideline, in their order, whether it applies or not
/// @param guideline version of the rules
public record Compared(
    String left,
    String right,
    Scores scores,
    double order,
    List<RuleFinding> rules,
    String guideline) {

  /// Copies the list.
  public Compared {
    rules = List.copyOf(rules);
  }
}
