package org.zhiheng.cashflow.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pool / (A + B)",
        "1% of A",
        "max(1% of A, 100000.00)",
        "0.30% p.a.",
        "50% of net-licence-income - trustee.due",
        "coverage(A) * 2",
        "优先级 × 2"
      })
  void printsWhatReadsAsTheSameFormula(String text) {
    Formula formula = FormulaText.formula(text);
    assertThat(FormulaText.formula(formula.toString())).isEqualTo(formula);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cum-default > 8% or coverage(A) < 1.05 for 3 periods",
        "not (date >= 2021-08-20 and A > 1000000.00)",
        "(A + B) < pool",
        "(A < pool or flag(rating-cut)) and B = 0"
      })
  void printsWhatReadsAsTheSameCondition(String text) {
    Condition condition = FormulaText.condition(text);
    assertThat(FormulaText.condition(condition.toString())).isEqualTo(condition);
  }

  /// Where a text ceases to read, in characters from 0.
  @ParameterizedTest
  @CsvSource({"A + ), 4", "A B, 2", "pool # 1, 5", "unknown(A), 0", "A for, 2"})
  void saysWhereATextIsNone(String text, int at) {
    assertThatThrownBy(() -> FormulaText.formula(text))
        .isInstanceOfSatisfying(
            Tokens.Unreadable.class, wrong -> assertThat(wrong.at()).isEqualTo(at));
  }

  @ParameterizedTest
  @ValueSource(ints = {33, 1_000})
  void refusesDeepBrackets(int depth) {
    String text = "(".repeat(depth) + "A" + ")".repeat(depth);
    assertThatThrownBy(() -> FormulaText.formula(text)).isInstanceOf(Tokens.Unreadable.class);
  }
}
