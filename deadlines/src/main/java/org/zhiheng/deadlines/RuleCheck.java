package org.zhiheng.deadlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.deadlines.rule.Example;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Runs the examples that stand beside the rules.
public final class RuleCheck {

  private RuleCheck() {}

  /// Each example that does not come out as written, as a `rule-example`.
  public static List<Problem> failures(Deadlines deadlines) {
    List<Problem> failures = new ArrayList<>();
    for (Rule rule : deadlines.book().rules()) {
      for (Example example : rule.examples()) {
        Optional<String> wrong = wrong(deadlines, rule, example);
        wrong.ifPresent(reason ->
            failures.add(
                new Problem(
                    "rule-example", "line " + example.line(), rule.id(), reason, rule.source())));
      }
    }
    return List.copyOf(failures);
  }

  private static Optional<String> wrong(Deadlines deadlines, Rule rule, Example example) {
    Parsed<Answer> parsed =
        deadlines
            .knownOn(example.asOf())
            .compute(
                new Question(
                    rule.id(),
                    example.event(),
                    example.service(),
                    example.entered(),
                    example.facts(),
                    Optional.empty()));
    return switch (parsed) {
      case Parsed.Refused<Answer>(Problem problem) -> Optional.of(problem.reason());
      case Parsed.Ok<Answer>(Answer answer)
          when answer.due().equals(example.due())
              && answer.status().toString().equals(example.status()) ->
          Optional.empty();
      case Parsed.Ok<Answer>(Answer answer) ->
          Optional.of(
              "It comes out as "
                  + answer.due().map(Object::toString).orElse("none")
                  + ", "
                  + answer.status()
                  + ", not "
                  + example.due().map(Object::toString).orElse("none")
                  + ", "
                  + example.status()
                  + ".");
    };
  }
}
