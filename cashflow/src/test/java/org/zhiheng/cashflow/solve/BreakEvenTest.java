package org.zhiheng.cashflow.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.values.ProblemsException;

final class BreakEvenTest {

  /// 1,000,000.00 and 5 % of it fall due once, after 365 days, so that a CDR of 10 % takes a tenth.
  private static final String ONCE =
      """
      deal: once
      dates: {cutoff: 2025-01-10, closing: 2025-01-10, pay: annually on 31, legal: 2027-12-31}
      pool:
        assets:
          - {kind: bullet, balance: "1000000.00", rate: RATE, term: 1, every: 12, next: 2026-01-10}
      tranches:
        A: {size: "900000.00", coupon: COUPON}
        sub: {size: "100000.00"}
      waterfall:
        normal: [interest A, principal A, principal sub, residual sub]
      """;

  private static BreakEven.Answer answer(
      String rate, String coupon, String assume, String target, String tranche) {
    Deal deal =
        DealReader.read(
            "deal",
            ONCE.replace("RATE", rate).replace("COUPON", coupon),
            DealReader.FileTexts.NONE);
    Assumptions assumptions = AssumptionsReader.read("assume", "assume: x\n" + assume, deal);
    return BreakEven.of(deal, assumptions, Target.parse(target).orThrow(), tranche);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 1,000,000 less a tenth is what A is owed
          default-rate     | ''                                                | 0.100000 | 0.100001
          # 4 % a year, 2.5 times
          default-multiple | 'pool: {default: {cdr: 4%}}'                      | 2.500000 | 2.500001
          # 200,000 default; half of it must come back
          recovery         | 'pool: {default: {cdr: 20%}, recovery: {rate: 90%, lag: 0}}' | 0.500000 | 0.499999
          """)
  void findsTheLevelThatIsReckonedByHand(
      String target, String assume, BigDecimal level, BigDecimal beyond) {
    BreakEven.Answer answer = answer("0%", "0%", assume, target, "A");
    assertThat(answer.level()).hasValue(level);
    assertThat(answer.beyond()).hasValue(beyond);
    assertThat(answer.at().paidInFull("A")).isTrue();
  }

  @Test
  void findsTheCouponAtWhichNothingIsLeft() {
    // interest of 50,000.00; on 900,000.00 from 2025-01-10 to 2026-01-31, 386 days
    BreakEven.Answer answer = answer("5%", "1%", "", "coupon", "A");
    double nothingLeft = 50_000.0 / 900_000 * 365 / 386;
    assertThat(answer.level().orElseThrow().doubleValue())
        .isBetween(nothingLeft - 2e-6, nothingLeft);
    assertThat(answer.at().residual()).isBetween(1L, 200L);
  }

  @Test
  void saysThatItHoldsEverywhere() {
    BreakEven.Answer answer = answer("0%", "0%", "", "recovery", "A");
    assertThat(answer.level()).isEmpty();
    assertThat(answer.reason()).contains("at every level");
  }

  @Test
  void saysThatItHoldsNowhere() {
    BreakEven.Answer answer = answer("0%", "9%", "", "default-rate", "sub");
    assertThat(answer.level()).isEmpty();
    assertThat(answer.reason()).contains("where it is easiest");
  }

  @Test
  void namesTheTranchesThereAre() {
    assertThatThrownBy(() -> answer("0%", "0%", "", "coupon", "B"))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused -> assertThat(refused.problems().getFirst().reason()).contains("A, sub"));
  }
}
