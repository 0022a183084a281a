package org.zhiheng.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class ProblemTest {

  @Test
  void saysWhereWhatAndWhyInOneLine() {
    Problem problem =
        Problem.of("nice-class", "", "46", "A Nice class is a number from 1 to 45.")
            .at("line 17, column class")
            .from("marks.csv");

    assertThat(problem.line())
        .isEqualTo(
            "marks.csv: line 17, column class: A Nice class is a number from 1 to 45."
                + " (given: 46) [nice-class]");
  }

  @Test
  void escapesWhatCouldHideOrMoveText() {
    assertThat(Problem.shown("a\u001b[31m\u202eb\n")).isEqualTo("a\\u{1b}[31m\\u{202e}b\\u{a}");
  }

  @Test
  void refusesACodeThatIsNoCode() {
    assertThatThrownBy(() -> Problem.of("Nice Class", "", "", "reason"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Nice Class");
  }

  @Seeds(300)
  void whatIsShownOnceIsShownAgainAsItIs(Seed seed) {
    StringBuilder text = new StringBuilder();
    for (int i = seed.between(0, 120); i > 0; i--) {
      text.appendCodePoint(
          seed.chance(0.8) ? seed.between(0, 0x100) : seed.between(0, Character.MAX_CODE_POINT));
    }
    String shown = Problem.shown(text.toString());

    assertThat(shown.length()).isLessThanOrEqualTo(Problem.GIVEN_LENGTH_MAX + 1);
    assertThat(Problem.shown(shown)).isEqualTo(shown);
  }
}
