package org.zhiheng.deadlines;

import java.util.Optional;
import org.zhiheng.deadlines.rule.Extension;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.values.Problem;

/// Whether a term may be made so much longer.
final class Extending {

  private Extending() {}

  static Optional<Problem> refusal(Rule rule, Term by) {
    if (rule.extension().isEmpty()) {
      return Optional.of(
          Problem.of(
              "not-extendable", "extension", by.toString(), rule.id() + " cannot be extended."));
    }
    Extension extension = rule.extension().get();
    if (by.unit() != extension.most().unit() || by.amount() > extension.most().amount()) {
      return Optional.of(
          Problem.of(
              "not-extendable",
              "extension",
              by.toString(),
              rule.id() + " can be extended by at most " + extension.most() + "."));
    }
    return Optional.empty();
  }
}
