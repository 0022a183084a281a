package org.zhiheng.similarity.guideline;

import java.util.List;
import java.util.Locale;
import org.zhiheng.similarity.score.Aspect;
import org.zhiheng.similarity.score.Evidence;
import org.zhiheng.similarity.score.Score;
import org.zhiheng.similarity.score.Scores;

/// Two marks and their comparison.
///
/// @param scores apart from each other, as compared
record Pair(MarkView left, MarkView right, Scores scores) {

  boolean compared(Aspect aspect) {
    return scores.of(aspect).isPresent();
  }

  double value(Aspect aspect) {
    return scores.value(aspect);
  }

  /// A score as it is shown.
  String shown(Aspect aspect) {
    return String.format(Locale.ROOT, "%.2f", value(aspect));
  }

  boolean sameForm() {
    return left.form().equals(right.form());
  }

  List<Evidence> evidence(Aspect aspect) {
    return scores.of(aspect).map(Score::evidence).orElse(List.of());
  }
}
