package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.report.PeriodReport;
import org.zhiheng.cashflow.report.ReportJson;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What was really collected, and reports on it.
final class CollectedTest {

  private static final String DEAL =
      """
      deal: small
      dates: {cutoff: 2025-12-31, closing: 2025-12-31, collect: month-end, pay: quarterly on 15,
              first-pay: 2026-04-15, legal: 2027-12-31}
      pool:
        assets:
          - {id: L1, kind: licence, amount: "100.00", first: 2026-03-20, every: 3, count: 4}
      tranches:
        A: {size: "300.00", coupon: 4%, daycount: 30/360, maturity: 2027-01-15}
        sub: {size: "100.00"}
      waterfall:
        normal: [interest A, principal A, principal sub, residual sub]
      report: {ad-hoc: [cash < 95% of plan, rating-cut]}
      """;

  /// Where it goes as assumed, the report is the run.
  @Seeds(60)
  void whatWasAssumedAndCameIsTheRun(Seed seed) {
    RandomDeals deals = new RandomDeals(seed);
    Plan plan = Deals.plan(deals.deal(), deals.assumptions());
    LedgerRun run = Ledger.run(plan);
    int pay = seed.between(1, run.payments() + 1);
    LocalDate until = run.tranche("A").get(pay - 1).date();
    StringBuilder csv =
        new StringBuilder("date,interest,principal,prepay,default,recovery,penalty");
    for (LedgerRun.PoolRow row : run.pool()) {
      if (run.paysOn(row.date()) <= pay) {
        csv.append('\n').append(row.date());
        for (long amount :
            List.of(
                row.interest(),
                row.principal(),
                row.prepay(),
                row.defaulted(),
                row.recovery(),
                row.penalty())) {
          csv.append(',').append(new Money(amount, plan.deal.currency()).decimal());
        }
      }
    }
    LedgerRun paid = Ledger.run(Collected.read(plan, until, csv.toString()));
    assertThat(paid.payments()).isEqualTo(pay);
    for (String name : List.of("A", "B", "C")) {
      assertThat(paid.tranche(name)).isEqualTo(run.tranche(name).subList(0, pay));
    }
    assertThat(paid.account("collect")).isEqualTo(run.account("collect").subList(0, pay));
    assertThat(paid.fee("audit")).isEqualTo(run.fee("audit").subList(0, pay));
  }

  /// 400.00 is owed. Of the first 100.00, 90.00 came: A is due 300.00 × 4 % × 105/360 = 3.50, the
  /// other 86.50 are principal. 90 % of plan is less than the deal's 95 %, and more than the rule's
  /// 80 %.
  @Test
  void reportsLessThanPlanned() {
    PeriodReport report =
        report(
            LocalDate.parse("2026-04-15"),
            "date,asset,principal\n2026-03-20,L1,60.00\n2026-03-31,L1,30.00\n",
            "assume: known\nflags: {rating-cut: 2026-02-01}\n");
    assertThat(report.pool().actual().cash()).isEqualTo(9_000);
    assertThat(report.pool().expected().cash()).isEqualTo(10_000);
    PeriodReport.Paid senior = report.tranches().getFirst();
    assertThat(senior.actual().interest()).isEqualTo(350);
    assertThat(senior.actual().principal()).isEqualTo(8_650);
    assertThat(senior.expected().orElseThrow().principal()).isEqualTo(9_650);
    assertThat(report.disclosures())
        .extracting(
            one -> one.duty().text(), one -> one.duty().source(), one -> one.found().orElseThrow())
        .containsExactly(
            tuple("loss > 10%", "证监会公告〔2014〕49号配套信息披露指引 (secondary)", false),
            tuple("cash <= 80% of plan", "证监会公告〔2014〕49号配套信息披露指引 (secondary)", false),
            tuple("missed-payment", "证监会公告〔2014〕49号配套信息披露指引 (secondary)", false),
            tuple("cash < 95% of plan", "deal", true),
            tuple("rating-cut", "deal", true));
    assertThat(ReportJson.of(report))
        .isEqualTo(
            ReportJson.of(
                report(
                    LocalDate.parse("2026-04-15"),
                    "date,principal\n2026-01-05,90.00\n",
                    "assume: known\nflags: {rating-cut: 2026-02-01}\n")))
        .contains("\"principal\":\"86.50\"");
  }

  /// Nothing came at all: interest stays due, which is a missed payment; and what nobody said is
  /// not no.
  @Test
  void nothingCollectedIsAMissedPayment() {
    PeriodReport report = report(LocalDate.parse("2026-04-15"), "date,principal\n", "assume: k\n");
    assertThat(report.tranches().getFirst().actual().unpaid()).isEqualTo(350);
    assertThat(report.disclosures().get(2).found()).contains(true);
    assertThat(report.disclosures().get(2).why()).isEqualTo("A");
    assertThat(report.disclosures().getLast().found()).isEmpty();
  }

  /// 60.00 of 300.00 + 100.00 is lost: 15 %, more than 10 %.
  @Test
  void aLossAboveATenthIsTold() {
    PeriodReport report =
        report(LocalDate.parse("2026-04-15"), "date,default\n2026-02-01,60.00\n", "assume: k\n");
    assertThat(report.disclosures().getFirst().found()).contains(true);
    assertThat(report.disclosures().getFirst().why()).isEqualTo("15.00%");
  }

  @Test
  void refusesWhatDoesNotFitInOnePass() {
    Plan plan = Deals.plan(DEAL, "assume: none\n");
    ProblemsException refused =
        catchThrowableOfType(
            ProblemsException.class,
            () ->
                Collected.read(
                    plan,
                    LocalDate.parse("2026-04-15"),
                    """
                    date,asset,principal
                    2025-12-31,L1,1.00
                    2026-04-01,L1,1.00
                    2026-02-30,L1,1.00
                    2026-02-01,L2,-1.00
                    2026-02-01,L1,1.005
                    """));
    assertThat(refused.problems())
        .extracting(Problem::path)
        .containsExactly(
            "row 1 date",
            "row 2 date",
            "row 3 date",
            "row 4 principal",
            "row 4 asset",
            "row 5 principal");
    assertThatThrownBy(() -> Collected.read(plan, LocalDate.parse("2026-04-14"), "date\n"))
        .hasMessageContaining("2026-04-15");
    assertThatThrownBy(() ->
            Collected.read(
                plan, LocalDate.parse("2026-04-15"), "date,principal\n2026-02-01,400.01\n"))
        .hasMessageContaining("0.01");
    assertThatThrownBy(() -> Collected.read(plan, LocalDate.parse("2026-04-15"), "day,principal\n"))
        .hasMessageContaining("day");
  }

  private static PeriodReport report(LocalDate until, String csv, String known) {
    Plan plan = Deals.plan(DEAL, "assume: none\n");
    Assumptions happened = AssumptionsReader.read("known", known, plan.deal);
    Plan actual = Plan.of(plan.deal, plan.assumptions.knowing(happened));
    return PeriodReport.of(Ledger.run(plan), Collected.read(actual, until, csv), happened);
  }
}
