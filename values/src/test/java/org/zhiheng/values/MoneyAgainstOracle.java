package org.zhiheng.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Money against the same sums done with [BigDecimal].
final class MoneyAgainstOracle {

  private static final Currency CNY = Currency.getInstance("CNY");

  @Seeds(200)
  void sumsAndProductsAreThoseOfDecimalNumbers(Seed seed) {
    Money one = amount(seed);
    Money other = amount(seed);
    long numerator = seed.between(-1_000_000, 1_000_000);
    long denominator = seed.between(1, 1_000_000);
    RoundingMode rounding =
        seed.oneOf(List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN));

    assertThat(one.plus(other).decimal())
        .isEqualTo(decimal(one).add(decimal(other)).toPlainString());
    assertThat(one.minus(other)).isEqualTo(one.plus(other.negated()));
    assertThat(one.times(numerator, denominator, rounding).decimal())
        .isEqualTo(
            decimal(one)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), 2, rounding)
                .toPlainString());
  }

  @Seeds(200)
  void interestIsThatOfDecimalNumbers(Seed seed) {
    Money amount = amount(seed);
    Rate.PerYear rate = new Rate.PerYear(seed.between(-200_000_000, 200_000_000));
    int days = seed.between(0, 4_000);

    assertThat(amount.times(rate, new YearFraction(days, 365), RoundingMode.HALF_UP).decimal())
        .isEqualTo(
            decimal(amount)
                .multiply(BigDecimal.valueOf(rate.billionths(), 9))
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(365), 2, RoundingMode.HALF_UP)
                .toPlainString());
  }

  @Seeds(200)
  void aSplitLosesNothingAndIsFairToAUnit(Seed seed) {
    Money amount = amount(seed);
    List<Long> weights = new ArrayList<>();
    weights.add((long) seed.between(1, 1_000));
    for (int i = seed.between(0, 12); i > 0; i--) {
      weights.add((long) seed.between(0, 1_000));
    }
    long sum = weights.stream().mapToLong(Long::longValue).sum();

    List<Money> parts = amount.split(weights);

    assertThat(parts.stream().reduce(Money.zero(CNY), Money::plus)).isEqualTo(amount);
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal fair =
          decimal(amount)
              .multiply(BigDecimal.valueOf(weights.get(i)))
              .divide(BigDecimal.valueOf(sum), 12, RoundingMode.HALF_EVEN);
      assertThat(decimal(parts.get(i)).subtract(fair).abs()).isLessThan(new BigDecimal("0.01"));
    }
  }

  @Seeds(200)
  void readingWhatWasPrintedGivesTheSameAmount(Seed seed) {
    Money amount = amount(seed);
    Rate.PerYear rate = new Rate.PerYear(seed.random().nextLong(-10_000_000_000L, 10_000_000_000L));

    assertThat(Money.parse(amount.toString())).isEqualTo(Parsed.ok(amount));
    assertThat(Rate.PerYear.parse(rate.percent())).isEqualTo(Parsed.ok(rate));
  }

  private static Money amount(Seed seed) {
    return new Money(seed.random().nextLong(-1_000_000_000_000L, 1_000_000_000_000L), CNY);
  }

  private static BigDecimal decimal(Money money) {
    return new BigDecimal(money.decimal());
  }
}
