package org.zhiheng.cashflow.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.formula.FormulaText;
import org.zhiheng.cashflow.formula.Tokens;
import org.zhiheng.cashflow.quote.CurveReader;
import org.zhiheng.cashflow.run.Collected;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.template.Template;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.values.ProblemsException;

/// Files of deals, spoilt: the templates and what belongs to them. The one exception that may come
/// out is [ProblemsException], of a formula read alone [Tokens.Unreadable]. A deal that reads is
/// also planned and run.
final class DealFuzz {

  private static final String ASSETS =
      """
      id,kind,amount,first,every,count,yield,obligor
      L1,licence,1250000.00,2025-07-25,3,12,4.2%,甲公司
      L2,licence,900000.00,2025-07-25,3,12,4.2%,乙公司
      """;

  private static final String FROM_FILE =
      """
      deal: from-file
      dates: {cutoff: 2025-04-30, closing: 2025-05-15, collect: month-end, pay: quarterly on 15,
              legal: 2028-05-15}
      pool:
        kind: licence-back
        assets: assets.csv
      tranches:
        A: {size: "1000000.00", coupon: 2.15%, daycount: ACT/365F, maturity: 2028-05-15}
        sub: {size: "500000.00", residual: true}
      waterfall:
        normal: [interest A, principal A, principal sub, residual sub]
      """;

  private static final String CURVE =
      """
      curve: CNY-2026
      source: a test
      rates: {90D: 1.2%, 6M: 1.3%, 1Y: 1.4%, 2028-05-15: 1.6%, 10Y: 2%}
      """;

  private static final String COLLECTED =
      """
      date,asset,interest,principal,prepay,default,recovery,penalty
      2025-07-25,L1,0,1250000.00,,,,
      2025-07-25,L2,0,900000.00,,0,0,0
      """;

  private static final List<String> FORMULAS =
      List.of(
          "cum-default > 8% or coverage(A) < 1.05 for 3 periods",
          "not (date >= 2021-08-20 and A > 1000000.00)",
          "(A < pool or flag(rating-cut)) and B = 0",
          "max(1% of A, 100000.00)",
          "50% of net-licence-income - trustee.due",
          "0.30% p.a.",
          "优先级 × 2");

  private static void onlyProblems(Runnable reading) {
    try {
      reading.run();
    } catch (ProblemsException refused) {
      assertThat(refused.problems()).isNotEmpty();
      assertThat(refused.problems())
          .allSatisfy(problem -> {
            assertThat(problem.code()).isNotBlank();
            assertThat(problem.line().length()).isLessThan(2_000);
          });
    }
  }

  @Seeds(150)
  void dealsAreReadAndRunOrRefused(Seed seed) {
    Template template = seed.oneOf(List.of(Template.values()));
    String text = Spoilt.lines(seed, template.deal());
    onlyProblems(() -> {
      Deal deal = DealReader.read("spoilt.yaml", text, DealReader.FileTexts.NONE);
      assertThat(DealReader.read("again.yaml", DealWriter.yaml(deal), DealReader.FileTexts.NONE))
          .isEqualTo(deal);
      Assumptions assumptions = AssumptionsReader.read("a.yaml", template.assumptions(), deal);
      assertThat(Ledger.run(Plan.of(deal, assumptions)).payments()).isNotNegative();
    });
  }

  @Seeds(150)
  void dealsInJsonAreReadOrRefused(Seed seed) {
    Template template = seed.oneOf(List.of(Template.values()));
    String json =
        DealWriter.json(
            DealReader.read(template.code(), template.deal(), DealReader.FileTexts.NONE));
    String text = Spoilt.json(seed, json);
    onlyProblems(() ->
        assertThat(DealReader.read("spoilt.json", text, DealReader.FileTexts.NONE)).isNotNull());
  }

  @Seeds(150)
  void poolsInFilesAreReadOrRefused(Seed seed) {
    String rows = Spoilt.lines(seed, ASSETS);
    onlyProblems(() -> {
      Deal deal =
          DealReader.read(
              "deal.yaml",
              FROM_FILE,
              name -> name.equals("assets.csv") ? Optional.of(rows) : Optional.empty());
      assertThat(Ledger.run(Plan.of(deal, Assumptions.NONE)).payments()).isNotNegative();
    });
  }

  @Seeds(150)
  void assumptionsAreReadAndRunOrRefused(Seed seed) {
    Template template = seed.oneOf(List.of(Template.values()));
    Deal deal = DealReader.read("deal.yaml", template.deal(), DealReader.FileTexts.NONE);
    String text = Spoilt.lines(seed, template.assumptions());
    onlyProblems(() -> {
      Assumptions assumptions = AssumptionsReader.read("spoilt.yaml", text, deal);
      assertThat(Ledger.run(Plan.of(deal, assumptions)).payments()).isNotNegative();
    });
  }

  @Seeds(150)
  void curvesAreReadOrRefused(Seed seed) {
    String text = Spoilt.lines(seed, CURVE);
    onlyProblems(() ->
        assertThat(CurveReader.read("spoilt.yaml", text, LocalDate.of(2026, 1, 1))).isNotNull());
  }

  @Seeds(150)
  void collectionsAreReadAndRunOrRefused(Seed seed) {
    Deal deal =
        DealReader.read(
            "deal.yaml",
            FROM_FILE,
            name -> name.equals("assets.csv") ? Optional.of(ASSETS) : Optional.empty());
    Plan plan = Plan.of(deal, Assumptions.NONE);
    LocalDate until = Ledger.run(plan).tranche("A").getFirst().date();
    String text = Spoilt.lines(seed, COLLECTED);
    onlyProblems(
        () -> assertThat(Ledger.run(Collected.read(plan, until, text)).payments()).isNotNegative());
  }

  @Seeds(300)
  void formulasAreReadOrRefused(Seed seed) {
    String text = Spoilt.text(seed, seed.oneOf(FORMULAS));
    try {
      assertThat(FormulaText.formula(text)).isNotNull();
    } catch (Tokens.Unreadable refused) {
      assertThat(refused.at()).isBetween(0, text.length());
    }
    try {
      assertThat(FormulaText.condition(text)).isNotNull();
    } catch (Tokens.Unreadable refused) {
      assertThat(refused.at()).isBetween(0, text.length());
    }
  }
}
