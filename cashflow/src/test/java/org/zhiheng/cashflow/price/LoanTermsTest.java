package org.zhiheng.cashflow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// "HS" are facts of Hastructure's tests (c1fec9dc), whose cents are cut.
final class LoanTermsTest {

  /// HS: first reset cap 1.5 %, later 2 %, floor 2 %, start 5 %, spread 1 %; by index.
  @ParameterizedTest
  @CsvSource({
    "1, 2, 3, 9, 2, 0, 2, 3, 4",
    "7, 2, 3, 9, 2, 0, 6.5, 3, 4",
    "1, 8, 3, 9, 2, 0, 2, 4, 4",
    "1, 8, 3, 3.5, 2, 0, 2, 3.5, 3.5",
    "1, 8, 3, 3.5, 2.5, 0, 2.5, 3.5, 3.5",
    "1, 2, 3, 9, 2, 2, 2, 2, 4"
  })
  void resetsWithinLimits(
      double index1,
      double index2,
      double index3,
      double lifeCap,
      double floor,
      double step,
      double rate1,
      double rate2,
      double rate3) {
    RateReset reset = new RateReset(0.01, 0.015, 0.02, lifeCap / 100, floor / 100, step / 100);

    List<Double> rates = reset.rates(0.05, List.of(index1 / 100, index2 / 100, index3 / 100));

    assertThat(rates.get(0)).isCloseTo(rate1 / 100, within(1e-15));
    assertThat(rates.get(1)).isCloseTo(rate2 / 100, within(1e-15));
    assertThat(rates.get(2)).isCloseTo(rate3 / 100, within(1e-15));
  }

  /// HS: 25.83 in period 1, 21.92 in period 4. 10 % to period 3, then 1 %: 2.58, 0.21; a fixed 100;
  /// 1 %: 0.25; 10 % falling 1 % a period: 2.58, then 7 % of 21.92; 50 % for 2 periods, then 20 %.
  @Test
  void penalties() {
    PrepaymentPenalty byTerm =
        new PrepaymentPenalty.Stepped(List.of(new PrepaymentPenalty.Step(3, 0.1)), 0.01);
    PrepaymentPenalty sliding = new PrepaymentPenalty.Sliding(0.1, 0.01);
    PrepaymentPenalty stepDown =
        new PrepaymentPenalty.Stepped(List.of(new PrepaymentPenalty.Step(2, 0.5)), 0.2);

    assertThat(byTerm.on(25.83, 1)).isCloseTo(2.583, within(1e-12));
    assertThat(byTerm.on(21.92, 4)).isCloseTo(0.2192, within(1e-12));
    assertThat(new PrepaymentPenalty.Fixed(100).on(25.83, 1)).isEqualTo(100);
    assertThat(new PrepaymentPenalty.Fixed(100).on(0, 1)).isZero();
    assertThat(PrepaymentPenalty.Stepped.flat(0.01).on(25.83, 1)).isCloseTo(0.2583, within(1e-12));
    assertThat(sliding.on(25.83, 1)).isCloseTo(2.583, within(1e-12));
    assertThat(sliding.on(21.92, 4)).isCloseTo(0.07 * 21.92, within(1e-12));
    assertThat(sliding.on(21.92, 40)).isZero();
    assertThat(stepDown.on(100, 2)).isEqualTo(50);
    assertThat(stepDown.on(100, 3)).isEqualTo(20);
  }

  /// Recomputed apart from this code: PD 1 % and 3 %, correlation 12 %, 99.9 %.
  @Test
  void largePool() {
    assertThat(new LargePool(0.01, 0.12).failing(0.999)).isCloseTo(0.090326, within(5e-7));
    assertThat(new LargePool(0.03, 0.12).failing(0.999)).isCloseTo(0.193852, within(5e-7));
    // without correlation a large pool fails as each loan does
    assertThat(new LargePool(0.03, 0).failing(0.999)).isCloseTo(0.03, within(1e-14));
  }

  @Seeds(200)
  void quantileIsTheInverse(Seed seed) {
    double share = Math.exp(-60 * seed.random().nextDouble()) * seed.random().nextDouble();

    assertThat(Normal.below(Normal.quantile(share))).isCloseTo(share, within(1e-12 * share));
    assertThat(Normal.quantile(1 - share / 2 - 0.25))
        .isCloseTo(-Normal.quantile(share / 2 + 0.25), within(1e-12));
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> Normal.quantile(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LargePool(0, 0.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new PrepaymentPenalty.Stepped(
                List.of(new PrepaymentPenalty.Step(3, 0.1), new PrepaymentPenalty.Step(3, 0.2)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3");
    assertThatThrownBy(() -> new RateReset(0, 0.1, 0.1, 0.02, 0.03, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.03");
  }
}
