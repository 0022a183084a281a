package org.zhiheng.cashflow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Laws of prices over seeded flows.
final class PriceProperties {

  private static final List<Compounding> ALL = List.of(Compounding.values());

  @Seeds(300)
  void priceFallsWhenYieldRises(Seed seed) {
    CashFlows flows = incoming(seed);
    Compounding compounding = seed.oneOf(ALL);
    double rate = -0.02 + 0.4 * seed.random().nextDouble();
    double more = rate + 0.001 + 0.1 * seed.random().nextDouble();

    assertThat(flows.presentValue(new Yield(more, compounding)))
        .isLessThan(flows.presentValue(new Yield(rate, compounding)));
  }

  @Seeds(300)
  void yieldOfAPriceIsTheYieldItWasMadeFrom(Seed seed) {
    CashFlows flows = incoming(seed);
    Compounding compounding = seed.oneOf(ALL);
    double rate = -0.02 + 1.5 * seed.random().nextDouble();
    double price = flows.presentValue(new Yield(rate, compounding));

    assertThat(flows.yieldAt(price, compounding))
        .isInstanceOfSatisfying(
            Solution.Found.class,
            found -> {
              assertThat(found.value()).isCloseTo(rate, within(1e-11));
              assertThat(found.low()).isLessThanOrEqualTo(found.value());
              assertThat(found.high()).isGreaterThanOrEqualTo(found.value());
              assertThat(found.residual()).isCloseTo(0, within(1e-12 * price));
            });
  }

  /// Central differences: the error of the first is of order h², of the second eps / h².
  @Seeds(300)
  void durationAndConvexityAreTheDerivatives(Seed seed) {
    CashFlows flows = incoming(seed);
    Compounding compounding = seed.oneOf(ALL);
    double rate = 0.01 + 0.2 * seed.random().nextDouble();
    double h = 1e-4;
    double up = flows.presentValue(new Yield(rate + h, compounding));
    double down = flows.presentValue(new Yield(rate - h, compounding));
    Measures at = flows.measures(new Yield(rate, compounding));

    assertThat(at.modified())
        .isCloseTo(
            (down - up) / (2 * h) / at.presentValue(), within(1e-4 * Math.max(1, at.modified())));
    assertThat(at.convexity())
        .isCloseTo(
            (up - 2 * at.presentValue() + down) / (h * h) / at.presentValue(),
            within(1e-4 * Math.max(1, at.convexity())));
    assertThat(at.basisPoint()).isCloseTo(up - at.presentValue(), within(1e-6 * at.presentValue()));
  }

  /// Whole years, where powers are exact in decimal.
  @Seeds(200)
  void presentValueIsThatOfDecimalArithmetic(Seed seed) {
    int count = seed.between(1, 40);
    double[] years = new double[count];
    double[] amounts = new double[count];
    BigDecimal rate = BigDecimal.valueOf(seed.between(-200, 3_000), 4);
    BigDecimal sum = BigDecimal.ZERO;
    for (int at = 0; at < count; at++) {
      years[at] = at;
      BigDecimal amount = BigDecimal.valueOf(seed.between(-1_000_000, 1_000_000), 2);
      amounts[at] = amount.doubleValue();
      BigDecimal grown = BigDecimal.ONE.add(rate).pow(at);
      sum = sum.add(amount.divide(grown, MathContext.DECIMAL128));
    }

    assertThat(CashFlows.at(years, amounts).presentValue(Yield.yearly(rate.doubleValue())))
        .isCloseTo(sum.doubleValue(), within(1e-13 * 10_000 * count * 3));
  }

  /// A loan lent at a rate and repaid by level payments returns that rate.
  @Seeds(200)
  void returnOfALoanIsItsRate(Seed seed) {
    int periods = seed.between(1, 360);
    double rate = 0.0005 + 0.03 * seed.random().nextDouble();
    double[] years = new double[periods + 1];
    double[] amounts = new double[periods + 1];
    amounts[0] = -1_000;
    for (int at = 1; at <= periods; at++) {
      years[at] = at / 12.0;
      amounts[at] = Repayment.levelPayment(1_000, rate, periods);
    }

    assertThat(
            CashFlows.at(years, amounts).internalReturn(Compounding.MONTHLY).found().orElseThrow())
        .isCloseTo(12 * rate, within(1e-11));
  }

  /// All signs: whatever is said to be a return makes the worth vanish.
  @Seeds(300)
  void everyReturnThatIsGivenSolves(Seed seed) {
    int count = seed.between(2, 12);
    double[] years = new double[count];
    double[] amounts = new double[count];
    for (int at = 0; at < count; at++) {
      years[at] = at * 0.7;
      amounts[at] = seed.between(-1_000, 1_000);
    }
    CashFlows flows = CashFlows.at(years, amounts);
    List<Double> returns =
        switch (flows.internalReturn(Compounding.YEARLY)) {
          case Solution.Found found -> List.of(found.value());
          case Solution.Several several -> several.values();
          case Solution.None _ -> List.of();
        };

    for (double rate : returns) {
      double sum = 0;
      double size = 0;
      for (int at = 0; at < count; at++) {
        double present = amounts[at] * Math.pow(1 + rate, -years[at]);
        sum += present;
        size += Math.abs(present);
      }
      assertThat(sum).isCloseTo(0, within(1e-9 * size));
    }
  }

  /// A spread over a flat curve and its rate are the yield.
  @Seeds(200)
  void spreadOverAFlatCurveIsTheRestOfTheYield(Seed seed) {
    CashFlows flows = incoming(seed);
    double rate = 0.05 * seed.random().nextDouble();
    double price = flows.presentValue(Yield.yearly(0.3 * seed.random().nextDouble()));
    double yield = flows.yieldAt(price, Compounding.YEARLY).found().orElseThrow();

    assertThat(ZeroCurve.flat(rate).spread(flows, price).found().orElseThrow())
        .isCloseTo(yield - rate, within(1e-11));
  }

  /// Call less put is the forward less the strike, both discounted.
  @Seeds(200)
  void callLessPutIsTheForward(Seed seed) {
    double spot = 1 + 200 * seed.random().nextDouble();
    double strike = 1 + 200 * seed.random().nextDouble();
    double rate = 0.1 * seed.random().nextDouble();
    double leak = 0.2 * seed.random().nextDouble();
    double years = 20 * seed.random().nextDouble();
    BlackScholes option =
        new BlackScholes(spot, strike, rate, leak, 0.9 * seed.random().nextDouble(), years);

    assertThat(option.call() - option.put())
        .isCloseTo(
            spot * Math.exp(-leak * years) - strike * Math.exp(-rate * years), within(1e-10));
    assertThat(option.call()).isBetween(-1e-12, spot);
  }

  /// The trapezium rule over the density: slow and obvious.
  @Seeds(100)
  void normalIsTheAreaUnderItsDensity(Seed seed) {
    double x = -6 + 12 * seed.random().nextDouble();
    int cells = 20_000;
    double from = -12;
    double width = (x - from) / cells;
    double sum = (Normal.density(from) + Normal.density(x)) / 2;
    for (int cell = 1; cell < cells; cell++) {
      sum += Normal.density(from + cell * width);
    }

    // the rule's error is width² / 12 times the slope at the end
    assertThat(Normal.below(x))
        .isCloseTo(
            sum * width, within(1e-15 + width * width / 6 * Math.abs(x) * Normal.density(x)));
    assertThat(Normal.below(x) + Normal.below(-x)).isCloseTo(1, within(1e-15));
  }

  private static CashFlows incoming(Seed seed) {
    int count = seed.between(1, 60);
    double[] years = new double[count];
    double[] amounts = new double[count];
    double time = 0;
    for (int at = 0; at < count; at++) {
      time += 0.02 + 0.5 * seed.random().nextDouble();
      years[at] = time;
      amounts[at] = 0.01 + 100 * seed.random().nextDouble();
    }
    return CashFlows.at(years, amounts);
  }
}
