package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.ProblemsException;

final class ExplanationTest {

  /// 3,000.00 come in by 20 February 2027, of 100,000.00 that A and B lent; C is locked out.
  private static final String DEAL =
      """
      deal: late
      dates: {cutoff: 2026-12-31, closing: 2026-12-31, pay: monthly on 20, legal: 2028-12-31}
      pool:
        assets:
          - {kind: receivable, amount: "3000.00", due: 2027-01-25}
          - {kind: receivable, amount: "97000.00", due: 2027-03-25}
      tranches:
        A: {size: "60000.00"}
        B: {size: "30000.00", coupon: 5%}
        C: {size: "10000.00", locked-until: 2027-06-01}
      triggers: {t: {when: period > 1, do: status turbo}}
      waterfall:
        normal: [interest B, principal A, principal B]
        turbo: [principal A, interest B, principal B, {if: A = 0, then: [principal C]}, principal C]
      """;

  private static Explanation why(String tranche, String date) {
    return Explanation.of(Deals.run(DEAL), tranche, LocalDate.parse(date));
  }

  @Test
  void saysWhyBGotNothing() {
    LedgerRun run = Deals.run(DEAL);
    Explanation why = Explanation.of(run, "B", LocalDate.of(2027, 2, 20));
    // 30,000.00 at 5 % for 20 and 31 days of 365
    assertThat(why.dueInterest()).isEqualTo(8_219 + 12_740);
    assertThat(why.rules())
        .extracting(Explanation.Outcome::rule, Explanation.Outcome::paid, Explanation.Outcome::why)
        .containsExactly(
            tuple("turbo 2: interest B", 0L, "cash was short"),
            tuple("turbo 3: principal B", 0L, "cash was short"));
    assertThat(why.changes()).extracting(LedgerRun.Change::by).containsExactly("t");
    assertThat(why.sentence(run.plan().deal()))
        .isEqualTo(
            "On 2027-02-20 B got 0.00 under turbo: `turbo 2: interest B` paid 0.00 (cash was"
                + " short); `turbo 3: principal B` paid 0.00 (cash was short). Of 3000.00 on hand"
                + " before it went: A 3000.00.");
  }

  @Test
  void saysThatARuleIsNotThere() {
    assertThat(why("C", "2027-01-20").sentence(Deals.run(DEAL).plan().deal()))
        .isEqualTo("On 2027-01-20 C got 0.00 under normal: no rule of that waterfall pays it.");
  }

  @Test
  void saysThatATrancheIsLockedOut() {
    assertThat(why("C", "2027-02-20").rules())
        .extracting(Explanation.Outcome::why)
        .containsExactly(
            "its condition did not hold", "it is locked out of principal until 2027-06-01");
  }

  @Test
  void namesThePaymentDatesNearby() {
    assertThatThrownBy(() -> why("B", "2027-02-21"))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems().getFirst().reason())
                    .contains("2027-02-20 and 2027-03-20"));
  }
}
