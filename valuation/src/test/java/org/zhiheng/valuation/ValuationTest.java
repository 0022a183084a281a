package org.zhiheng.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zhiheng.valuation.method.Figures.money;
import static org.zhiheng.valuation.method.Figures.range;
import static org.zhiheng.valuation.method.Figures.share;
import static org.zhiheng.valuation.method.Figures.yearly;
import static org.zhiheng.valuation.method.Figures.years;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.valuation.chance.Draw;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.valuation.method.Cost;
import org.zhiheng.valuation.method.Deal;
import org.zhiheng.valuation.method.Figures;
import org.zhiheng.valuation.method.Kind;
import org.zhiheng.valuation.method.MarketMultiples;
import org.zhiheng.valuation.method.Method;
import org.zhiheng.valuation.method.ReliefFromRoyalty;
import org.zhiheng.valuation.method.Timing;
import org.zhiheng.values.Confidence;

final class ValuationTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

  /// 100 in 80..150 and 50 in 30..60: swings -20, -20 and +50, +10, so -sqrt(800) and +sqrt(2600).
  @Test
  void swingsAreAddedAsIfIndependent() {
    Method cost =
        new Cost(
            List.of(range(Unit.MONEY, 80, 100, 150), range(Unit.MONEY, 30, 50, 60)),
            share(0),
            share(0));

    MethodResult result = Valuation.of(question(cost)).methods().getFirst();

    assertThat(result.value()).isEqualTo(150);
    assertThat(result.low()).isCloseTo(150 - Math.sqrt(800), within(1e-9));
    assertThat(result.high()).isCloseTo(150 + Math.sqrt(2_600), within(1e-9));
    assertThat(result.tornado().getFirst().atLow()).isEqualTo(130);
    assertThat(result.tornado().getFirst().atHigh()).isEqualTo(200);
    assertThat(result.tornado())
        .isSortedAccordingTo((a, b) -> Double.compare(b.swing(), a.swing()));
  }

  /// Cost 120..180 and market 150..210 have 150..180 in common.
  @Test
  void givesWhatMethodsHaveInCommon() {
    ModelReport report = Valuation.of(question(cost(120, 150, 180), market(150, 180, 210)));

    assertThat(report.conclusion().agreement()).isEqualTo(Conclusion.Agreement.IN_COMMON);
    assertThat(report.conclusion().low()).isCloseTo(150, within(1e-9));
    assertThat(report.conclusion().high()).isCloseTo(180, within(1e-9));
    assertThat(report.methods()).hasSize(2);
  }

  @Test
  void saysThatMethodsAreApart() {
    ModelReport report = Valuation.of(question(cost(120, 150, 180), market(300, 310, 320)));

    assertThat(report.conclusion().agreement()).isEqualTo(Conclusion.Agreement.APART);
    assertThat(report.conclusion().low()).isCloseTo(120, within(1e-9));
    assertThat(report.conclusion().high()).isCloseTo(320, within(1e-9));
    assertThat(codes(report)).contains(Remark.Code.METHODS_APART);
  }

  @Test
  void oneMethodNeedsAReason() {
    ModelReport without = Valuation.of(question(cost(120, 150, 180)));
    ModelReport with =
        Valuation.of(
            new Question(
                "a right",
                DAY,
                Currency.getInstance("CNY"),
                "a loan",
                List.of(cost(120, 150, 180)),
                Map.of(Kind.INCOME, "no plan is known", Kind.MARKET, "no deals are known"),
                Optional.empty()));

    assertThat(without.remarks().getFirst().code()).isEqualTo(Remark.Code.ONE_METHOD);
    assertThat(without.remarks().getFirst().text()).contains("no reason", "INCOME", "MARKET");
    assertThat(with.remarks().getFirst().text()).contains("stated reasons");
  }

  @Test
  void sourcesThatAreWeakAreNamed() {
    Input unknown = source(LocalDate.of(2026, 6, 1), Confidence.UNKNOWN);
    Input late = source(LocalDate.of(2026, 7, 1), Confidence.RECALLED);
    Input old = source(LocalDate.of(2025, 6, 29), Confidence.RECALLED);
    Input recalled = source(LocalDate.of(2025, 6, 30), Confidence.RECALLED);

    ModelReport report =
        Valuation.of(question(new Cost(List.of(unknown, late, old, recalled), share(0), share(0))));

    assertThat(codes(report))
        .containsSubsequence(
            Remark.Code.UNKNOWN_SOURCE,
            Remark.Code.HINDSIGHT,
            Remark.Code.OLD_SOURCE,
            Remark.Code.RECALLED_SOURCE);
  }

  @Test
  void everyReportSaysThatItIsNoAppraisal() {
    ModelReport report = Valuation.of(question(cost(120, 150, 180)));

    assertThat(report.notice()).contains("不是《中华人民共和国资产评估法》所称的资产评估报告", "不能单独作为发行依据", "no appraisal");
    assertThatThrownBy(() ->
            new ModelReport(
                "an appraisal",
                report.subject(),
                report.asOf(),
                report.currency(),
                report.purpose(),
                report.conclusion(),
                report.methods(),
                report.remarks()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawnCasesMakeTheRange() {
    Method relief =
        new ReliefFromRoyalty(
            range(Unit.MONEY, 8e6, 10e6, 15e6),
            yearly(0),
            range(Unit.SHARE, 0.02, 0.05, 0.06),
            yearly(0),
            share(0.25),
            yearly(0.12),
            years(6),
            Timing.YEAR_END);
    Question question =
        new Question(
            "a right",
            DAY,
            Currency.getInstance("CNY"),
            "a loan",
            List.of(relief, cost(1e6, 2e6, 3e6)),
            Map.of(),
            Optional.of(new Draw(yearly(0.05), 2_000, 11)));

    ModelReport report = Valuation.of(question, 2);
    MethodResult first = report.methods().getFirst();

    assertThat(first.basis()).isEqualTo(MethodResult.Basis.DRAWN_5_95);
    assertThat(first.low()).isEqualTo(first.drawn().orElseThrow().percentile(0.05));
    assertThat(report).isEqualTo(Valuation.of(question, 1));
    assertThat(codes(report)).contains(Remark.Code.END_NOT_COUNTED);
  }

  /// The range holds the value, whatever the figures.
  @Seeds(100)
  void rangeHoldsTheValue(Seed seed) {
    double low = seed.between(0, 1_000);
    double value = low + seed.between(0, 1_000);
    double high = value + seed.between(0, 1_000);
    ModelReport report = Valuation.of(question(cost(low, value, high)));
    MethodResult result = report.methods().getFirst();

    assertThat(result.low()).isLessThanOrEqualTo(result.value());
    assertThat(result.high()).isGreaterThanOrEqualTo(result.value());
    assertThat(result.low()).isCloseTo(low, within(1e-9));
    assertThat(result.high()).isCloseTo(high, within(1e-9));
  }

  private static Question question(Method... methods) {
    return new Question(
        "a right",
        DAY,
        Currency.getInstance("CNY"),
        "a loan",
        List.of(methods),
        Map.of(),
        Optional.empty());
  }

  private static Method cost(double low, double value, double high) {
    return new Cost(List.of(range(Unit.MONEY, low, value, high)), share(0), share(0));
  }

  private static Method market(double low, double value, double high) {
    Deal deal = new Deal("a deal", value, 1, 1, "alike", Figures.SOURCE);
    return new MarketMultiples(
        List.of(deal, deal, deal), money(1), range(Unit.MULTIPLE, low, value, high));
  }

  private static Input source(LocalDate asOf, Confidence confidence) {
    return Input.known("amount", Unit.MONEY, 1, new Source("a paper", asOf, confidence));
  }

  private static List<Remark.Code> codes(ModelReport report) {
    return report.remarks().stream().map(Remark::code).toList();
  }
}
