package org.zhiheng.jobs.administer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhiheng.values.Problem;

/// How people type days and amounts.
final class TypedTest {

  @Test
  void readsLeapDaysAndTheEdgesOfFourDigits() {
    assertThat(Typed.day(" 2024-02-29 ").found()).contains(LocalDate.of(2024, 2, 29));
    assertThat(Typed.day("9999-12-31").found()).contains(LocalDate.of(9999, 12, 31));
    assertThat(Typed.day("0001-01-01").found()).contains(LocalDate.of(1, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29",
        "2026-2-9",
        "+999999999-12-31",
        "-0044-03-15",
        "10000-01-01",
        "2026-13-01",
        "",
        "昨天"
      })
  void refusesWhatIsNoDay(String typed) {
    assertThat(Typed.day(typed).refusal().map(Problem::code)).contains("date");
  }

  @Test
  void anAmountIsInYuanUnlessItSaysOtherwise() {
    assertThat(Typed.money(" 1200 ").orThrow()).hasToString("CNY 1200.00");
    assertThat(Typed.money("USD 3000").orThrow()).hasToString("USD 3000.00");
    assertThat(Typed.money("1,2,0").refusal()).isPresent();
  }
}
