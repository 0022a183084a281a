package org.zhiheng.valuation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zhiheng.valuation.method.Figures.money;
import static org.zhiheng.valuation.method.Figures.share;
import static org.zhiheng.valuation.method.Figures.yearly;
import static org.zhiheng.valuation.method.Figures.years;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

final class IncomeTest {

  /// 10 m * 5 % * 75 % * (1/1.12 + 1/1.12² + 1/1.12³) = 375,000 * 2.401831 = 900,686.73.
  @Test
  void reliefOfThreeYears() {
    assertThat(relief(10e6, 0, 0.05, 0, 0.25, 0.12, 3, Timing.YEAR_END).value())
        .isCloseTo(900_686.73, within(0.005));
  }

  /// 50 m growing 5 %, royalty 3.5 % decaying 10 %, tax 15 %, 16 %, 8 years, mid-year: recomputed
  /// apart from this code as 6,005,998.80.
  @Test
  void reliefThatGrowsAndDecays() {
    assertThat(relief(50e6, 0.05, 0.035, 0.1, 0.15, 0.16, 8, Timing.MID_YEAR).value())
        .isCloseTo(6_005_998.80, within(0.005));
  }

  /// Half a year at its end: 10 m * 5 % * 75 % * 0.5 / 1.12^0.5.
  @Test
  void theLastYearCountsInPart() {
    assertThat(relief(10e6, 0, 0.05, 0, 0.25, 0.12, 0.5, Timing.YEAR_END).value())
        .isCloseTo(375_000 * 0.5 / Math.sqrt(1.12), within(1e-6));
    assertThat(relief(10e6, 0, 0.05, 0, 0.25, 0.12, 0, Timing.YEAR_END).value()).isZero();
  }

  /// The lines of the report come to the value.
  @Seeds(100)
  void stepsComeToTheValue(Seed seed) {
    Method method =
        relief(
            1e6 * seed.random().nextDouble(),
            -0.1 + 0.4 * seed.random().nextDouble(),
            0.1 * seed.random().nextDouble(),
            0.3 * seed.random().nextDouble(),
            0.25,
            0.3 * seed.random().nextDouble(),
            20 * seed.random().nextDouble(),
            seed.chance(0.5) ? Timing.MID_YEAR : Timing.YEAR_END);

    assertThat(
            method.steps().stream()
                .filter(step -> step.name().endsWith("present value"))
                .mapToDouble(Step::value)
                .sum())
        .isCloseTo(method.value(), within(1e-9 * (1 + method.value())));
  }

  /// Whole years at their ends, year by year in decimal arithmetic.
  @Seeds(200)
  void reliefIsThatOfDecimalArithmetic(Seed seed) {
    BigDecimal revenue = BigDecimal.valueOf(seed.between(1, 1_000_000_000), 2);
    BigDecimal growth = BigDecimal.valueOf(seed.between(-300, 500), 3);
    BigDecimal royalty = BigDecimal.valueOf(seed.between(0, 150), 3);
    BigDecimal decay = BigDecimal.valueOf(seed.between(0, 400), 3);
    BigDecimal tax = BigDecimal.valueOf(seed.between(0, 400), 3);
    BigDecimal discount = BigDecimal.valueOf(seed.between(0, 400), 3);
    int life = seed.between(1, 21);
    BigDecimal sum = BigDecimal.ZERO;
    for (int year = 0; year < life; year++) {
      BigDecimal earned =
          revenue
              .multiply(BigDecimal.ONE.add(growth).pow(year))
              .multiply(royalty)
              .multiply(BigDecimal.ONE.subtract(decay).pow(year))
              .multiply(BigDecimal.ONE.subtract(tax));
      sum =
          sum.add(
              earned.divide(BigDecimal.ONE.add(discount).pow(year + 1), MathContext.DECIMAL128));
    }

    assertThat(
            relief(
                    revenue.doubleValue(),
                    growth.doubleValue(),
                    royalty.doubleValue(),
                    decay.doubleValue(),
                    tax.doubleValue(),
                    discount.doubleValue(),
                    life,
                    Timing.YEAR_END)
                .value())
        .isCloseTo(sum.doubleValue(), within(1e-12 * sum.doubleValue() + 1e-9));
  }

  /// 1 m * (20 % - 12 %) * 75 % / 1.1 + … over two years: 60,000 * (1/1.1 + 1.05/1.21).
  @Test
  void excessEarnings() {
    Method method =
        new ExcessEarnings(
            money(1e6),
            yearly(0.05),
            share(0.2),
            share(0.12),
            share(0.25),
            yearly(0.1),
            years(2),
            Timing.YEAR_END);

    assertThat(method.value()).isCloseTo(60_000 * (1 / 1.1 + 1.05 / 1.21), within(1e-6));
  }

  /// A loss has no tax: 1 m * (5 % - 12 %) / 1.1 = -63,636.36.
  @Test
  void excessEarningsMayBeALoss() {
    Method method =
        new ExcessEarnings(
            money(1e6),
            yearly(0),
            share(0.05),
            share(0.12),
            share(0.25),
            yearly(0.1),
            years(1),
            Timing.YEAR_END);

    assertThat(method.value()).isCloseTo(-70_000 / 1.1, within(1e-6));
  }

  @Test
  void refusesAFigureOfAnotherUnit() {
    assertThatThrownBy(() ->
            new ReliefFromRoyalty(
                money(1),
                yearly(0),
                yearly(0.05),
                yearly(0),
                share(0),
                yearly(0),
                years(1),
                Timing.YEAR_END))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rate must be in SHARE: SHARE_PER_YEAR");
  }

  static ReliefFromRoyalty relief(
      double revenue,
      double growth,
      double royalty,
      double decay,
      double tax,
      double discount,
      double life,
      Timing timing) {
    return new ReliefFromRoyalty(
        money(revenue),
        yearly(growth),
        share(royalty),
        yearly(decay),
        share(tax),
        yearly(discount),
        years(life),
        timing);
  }
}
