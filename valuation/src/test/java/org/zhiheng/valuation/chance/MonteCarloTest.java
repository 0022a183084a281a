package org.zhiheng.valuation.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zhiheng.valuation.method.Figures.fees;
import static org.zhiheng.valuation.method.Figures.money;
import static org.zhiheng.valuation.method.Figures.range;
import static org.zhiheng.valuation.method.Figures.share;
import static org.zhiheng.valuation.method.Figures.yearly;
import static org.zhiheng.valuation.method.Figures.years;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.valuation.method.Cost;
import org.zhiheng.valuation.method.Method;
import org.zhiheng.valuation.method.RealOption;
import org.zhiheng.valuation.method.ReliefFromRoyalty;
import org.zhiheng.valuation.method.Timing;

final class MonteCarloTest {

  private static final Method RANGED =
      new ReliefFromRoyalty(
          range(Unit.MONEY, 8e6, 10e6, 15e6),
          range(Unit.SHARE_PER_YEAR, -0.05, 0, 0.1),
          range(Unit.SHARE, 0.02, 0.05, 0.06),
          yearly(0.1),
          share(0.25),
          range(Unit.SHARE_PER_YEAR, 0.1, 0.12, 0.2),
          range(Unit.YEARS, 3, 6, 11),
          Timing.MID_YEAR);

  @Seeds(5)
  void anyNumberOfThreadsGivesTheSameBits(Seed seed) {
    Draw draw = new Draw(range(Unit.SHARE_PER_YEAR, 0, 0.03, 0.1), 5_003, seed.number());
    Distribution one = MonteCarlo.run(RANGED, draw, 1);

    assertThat(MonteCarlo.run(RANGED, draw, 2)).isEqualTo(one);
    assertThat(MonteCarlo.run(RANGED, draw, 7)).isEqualTo(one);
    assertThat(MonteCarlo.run(RANGED, new Draw(draw.hazard(), 5_003, seed.number() + 1), 1))
        .isNotEqualTo(one);
  }

  /// The mean of a triangle is (low + top + high) / 3, its variance the sum of squares less the
  /// products, over 18; a sum of items is linear in it.
  @Test
  void meanAndDeviationOfATriangle() {
    Method cost = new Cost(List.of(range(Unit.MONEY, 100, 200, 600)), share(0), share(0));
    Distribution drawn = MonteCarlo.run(cost, new Draw(yearly(0), 200_000, 1), 2);
    double deviation =
        Math.sqrt((100 * 100 + 200 * 200 + 600 * 600 - 100 * 200 - 100 * 600 - 200 * 600) / 18.0);

    assertThat(drawn.mean()).isCloseTo(300, within(5 * drawn.error()));
    assertThat(drawn.deviation()).isCloseTo(deviation, within(0.01 * deviation));
    // below the top lies (200 - 100) / (600 - 100) = 20 % of all; half lies below
    // 600 - sqrt(0.5 * 500 * 400) = 283.77
    assertThat(drawn.percentile(0.5)).isCloseTo(600 - Math.sqrt(0.5 * 500 * 400), within(2.0));
  }

  /// 1 a year, at once and for long, ended by a chance of 10 % a year: without discount the mean
  /// time until it ends is 1 / -ln(0.9) = 9.4912 years.
  @Test
  void anEarlyEndCutsTheYears() {
    Method method =
        new ReliefFromRoyalty(
            money(1),
            yearly(0),
            share(1),
            yearly(0),
            share(0),
            yearly(0),
            years(100),
            Timing.YEAR_END);
    Distribution drawn = MonteCarlo.run(method, new Draw(yearly(0.1), 100_000, 3), 2);
    double hazard = -Math.log(0.9);

    // what lasts to 100 years is cut there: (1 - e^(-100 h)) / h
    assertThat(drawn.mean())
        .isCloseTo((1 - Math.exp(-100 * hazard)) / hazard, within(5 * drawn.error()));
    assertThat(drawn.ended()).isCloseTo(1 - Math.pow(0.9, 100), within(1e-3));
  }

  @Test
  void withoutRangesAllCasesAreTheValue() {
    Input known = money(10);
    Method method = new Cost(List.of(known), share(0), share(0));

    assertThat(MonteCarlo.run(method, new Draw(yearly(0), 100, 1), 1))
        .satisfies(drawn -> {
          assertThat(drawn.mean()).isEqualTo(10);
          assertThat(drawn.deviation()).isZero();
          assertThat(drawn.percentiles()).containsOnly(10.0);
        });
  }

  /// 20 years of 1,000 steps are some 200 million places a case.
  @Test
  void refusesCasesThatWouldTakeHours() {
    Method method =
        new RealOption(
            money(100),
            money(100),
            yearly(0.3),
            yearly(0.03),
            yearly(0.05),
            years(20),
            fees(20, 1),
            1_000,
            RealOption.Launch.ANY_TIME);

    assertThatThrownBy(() -> MonteCarlo.run(method, new Draw(yearly(0), 10_000, 1), 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 999 cases");
  }

  @Test
  void refusesNoCases() {
    assertThatThrownBy(() -> new Draw(yearly(0), 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1..10000000: 0");
  }
}
