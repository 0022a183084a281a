package org.zhiheng.jobs.examine;

import java.util.List;
import java.util.Optional;
import org.zhiheng.similarity.guideline.RuleFinding;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.values.Problem;

/// Two names side by side.
///
/// @param left the one
/// @param right the other
/// @param scores apart from each other, with evidence
/// @param order what the order rule makes of them, 0..1
/// @param rules every rule of the guideline, in their order, whether it applies or not
/// @param guideline version of the rules
/// @param model that gave the score of meaning, where the glossary said nothing
/// @param cautions what could not be looked at, and why
public record Compared(
    String left,
    String right,
    Scores scores,
    double order,
    List<RuleFinding> rules,
    String guideline,
    Optional<Basis.ModelBasis> model,
    List<Problem> cautions) {

  /// Copies the lists.
  public Compared {
    rules = List.copyOf(rules);
    cautions = List.copyOf(cautions);
  }
}
