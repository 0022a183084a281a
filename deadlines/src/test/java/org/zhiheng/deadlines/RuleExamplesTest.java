package org.zhiheng.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhiheng.deadlines.rule.Example;
import org.zhiheng.deadlines.rule.Rule;

/// Every example that stands beside its rule.
final class RuleExamplesTest {

  private static final Deadlines DEADLINES = Deadlines.load();

  private static Stream<Arguments> examples() {
    return DEADLINES.book().rules().stream()
        .flatMap(rule ->
            rule.examples().stream()
                .map(example -> Arguments.of(rule.source() + ":" + example.line(), rule, example)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void comesOutAsWritten(String place, Rule rule, Example example) {
    Question question =
        new Question(
            rule.id(),
            example.event(),
            example.service(),
            example.entered(),
            example.facts(),
            Optional.empty());

    Answer answer = DEADLINES.knownOn(example.asOf()).compute(question).orThrow();

    assertThat(answer.due()).as(place).isEqualTo(example.due());
    assertThat(answer.status()).as(place).hasToString(example.status());
  }
}
