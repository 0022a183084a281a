package org.zhiheng.cashflow.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.price.ZeroCurve;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.ProblemsException;

final class QuotesTest {

  private static final LocalDate CLOSING = LocalDate.of(2025, 1, 15);
  private static final Offset<Double> FINE = within(1e-9);

  /// A gets 1,000,000.00 and 5 % of it after 365 days; the rest of 1,060,000.00 is sub's.
  private static final String BULLET =
      """
      deal: bullet
      dates: {cutoff: 2025-01-15, closing: 2025-01-15, pay: annually on 15, legal: 2026-12-31}
      pool:
        assets:
          - {kind: receivable, amount: "1060000.00", due: 2025-12-20}
      tranches:
        A: {size: "1000000.00", coupon: 5%}
        sub: {size: "1000.00"}
      waterfall:
        normal: [interest A, principal A, principal sub, residual sub]
      """;

  private static LedgerRun run() {
    Deal deal = DealReader.read("deal", BULLET, DealReader.FileTexts.NONE);
    return Ledger.run(Plan.of(deal, Assumptions.NONE));
  }

  private static List<Quote> quotes(LocalDate day, Given given, Optional<ZeroCurve> curve) {
    return Quotes.of(run(), new Terms(day, DayCount.ACT_365F, Compounding.YEARLY, given, curve));
  }

  private static Quote.Figures senior(LocalDate day, Given given) {
    return quotes(day, given, Optional.of(ZeroCurve.flat(0.04))).getFirst().figures().orElseThrow();
  }

  @Test
  void atParTheYieldIsTheCoupon() {
    Quote.Figures figures = senior(CLOSING, new Given.Par());
    assertThat(figures.value()).isEqualTo(100_000_000);
    assertThat(figures.yield()).hasValueCloseTo(0.05, FINE);
    assertThat(figures.xirr()).hasValueCloseTo(0.05, FINE);
    assertThat(figures.irr()).hasValueCloseTo(0.05, FINE);
    assertThat(figures.lifeYears()).hasValueCloseTo(1.0, FINE);
    assertThat(figures.macaulay()).hasValueCloseTo(1.0, FINE);
    assertThat(figures.modified()).hasValueCloseTo(1 / 1.05, FINE);
    // t (t + 1) / (1 + y)^2
    assertThat(figures.convexity()).hasValueCloseTo(2 / (1.05 * 1.05), FINE);
    // flat curve of 4 %
    assertThat(figures.zSpread()).hasValueCloseTo(0.01, FINE);
  }

  @Test
  void aYieldGivesThePrice() {
    Quote.Figures figures = senior(CLOSING, new Given.AtYield(0.03));
    assertThat(figures.value()).isCloseTo(105_000_000 / 1.03, within(1e-6));
    assertThat(figures.clean()).hasValueCloseTo(105 / 1.03, FINE);
  }

  @Test
  void aSpreadOverACurveGivesThePrice() {
    Quote.Figures figures = senior(CLOSING, new Given.OnCurve(ZeroCurve.flat(0.04), 0.005));
    assertThat(figures.dirty()).hasValueCloseTo(105 / 1.045, FINE);
    assertThat(figures.yield()).hasValueCloseTo(0.045, FINE);
    assertThat(figures.zSpread()).hasValueCloseTo(0.005, FINE);
  }

  @Test
  void betweenPaymentsTheDirtyPriceHoldsWhatHasAccrued() {
    LocalDate day = LocalDate.of(2025, 7, 15);
    Quote.Figures figures = senior(day, new Given.Price(99));
    double accrued = 100_000_000 * 0.05 * 181 / 365;
    assertThat(figures.accrued()).isCloseTo(accrued, within(1e-6));
    assertThat(figures.value()).isCloseTo(99_000_000 + accrued, within(1e-6));
    double dirty = 99_000_000 + accrued;
    assertThat(figures.yield())
        .hasValueCloseTo(Math.pow(105_000_000 / dirty, 365.0 / 184) - 1, FINE);
    assertThat(figures.lifeYears()).hasValueCloseTo(184.0 / 365, FINE);
    assertThat(figures.irr()).as("no payment period begins on that day").isEmpty();
  }

  @Test
  void afterTheLastPaymentThereIsNoPrice() {
    Quote quote = quotes(LocalDate.of(2026, 1, 15), new Given.Par(), Optional.empty()).getFirst();
    assertThat(quote.figures()).isEmpty();
    assertThat(quote.face()).isZero();
    assertThat(quote.reason()).hasValue("Nothing is paid after 2026-01-15.");
  }

  @Test
  void refusesADayBeforeClosing() {
    assertThatThrownBy(() -> senior(CLOSING.minusDays(1), new Given.Par()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2025-01-15");
  }

  @Test
  void readsACurveByTenorAndDay() {
    String text = "curve: c\nrates: {1Y: 2%, 2027-01-15: 3%}\n";
    ZeroCurve curve = CurveReader.read("c.yaml", text, CLOSING).curve();
    assertThat(curve.yearly(1)).isCloseTo(0.02, FINE);
    assertThat(curve.yearly(2)).isCloseTo(0.03, FINE);
  }

  @Test
  void refusesACurveInOnePass() {
    String text = "curve: c\nrate: {}\nrates: {1Y: 2%, 365D: 3%, 2020-01-01: 1%, 2Y: -60%}\n";
    assertThatThrownBy(() -> CurveReader.read("c.yaml", text, CLOSING))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(problem -> problem.path() + " " + problem.given())
                    .containsExactly(
                        "line 2, column 1 rate",
                        "line 3, column 23 365D",
                        "line 3, column 39 2020-01-01",
                        "line 3, column 47 -60%"));
  }
}
