package org.zhiheng.valuation.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.zhiheng.valuation.method.Figures.SOURCE;
import static org.zhiheng.valuation.method.Figures.fees;
import static org.zhiheng.valuation.method.Figures.inventionFees;
import static org.zhiheng.valuation.method.Figures.money;
import static org.zhiheng.valuation.method.Figures.share;
import static org.zhiheng.valuation.method.Figures.yearly;
import static org.zhiheng.valuation.method.Figures.years;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

final class MethodsTest {

  /// Multiples 2, 3, 5, 10: median 4, quartiles 2.75 and 6.25; times 100.
  @Test
  void marketMultiples() {
    MarketMultiples method =
        MarketMultiples.of(
            List.of(deal(20, 10, 1), deal(10, 5, 1.5), deal(10, 2, 1), deal(10, 0.5, 0.5)),
            money(100));

    assertThat(method.value()).isEqualTo(400);
    assertThat(method.multiple().low()).isEqualTo(2.75);
    assertThat(method.multiple().high()).isEqualTo(6.25);
  }

  /// (600,000 + 400,000) * 1.2 * (1 - 25 %) = 900,000.
  @Test
  void reproductionCost() {
    assertThat(new Cost(List.of(money(600_000), money(400_000)), share(0.2), share(0.25)).value())
        .isCloseTo(900_000, within(1e-6));
  }

  /// Trial for 10: with 40 % a launch for 30 a year later is worth 100 then, at 10 %. Launched:
  /// 100/1.21 - 30/1.1 = 55.371901; failed: nothing; 0.4 * 55.371901 - 10 = 12.148760.
  @Test
  void decisionTreeTakesTheBetterWay() {
    DecisionTree.Node launched =
        new DecisionTree.Choice(
            "launch?",
            List.of(
                new DecisionTree.Way(
                    "launch", money(30), 1, new DecisionTree.Payoff(money(100), 2)),
                new DecisionTree.Way("drop", money(0), 1, new DecisionTree.Payoff(money(0), 1))));
    DecisionTree.Node trial =
        new DecisionTree.Choice(
            "trial?",
            List.of(
                new DecisionTree.Way(
                    "trial",
                    money(10),
                    0,
                    new DecisionTree.Chance(
                        "result",
                        List.of(
                            new DecisionTree.Branch("works", share(0.4), launched),
                            new DecisionTree.Branch(
                                "fails", share(0.6), new DecisionTree.Payoff(money(0), 1))))),
                new DecisionTree.Way("no", money(0), 0, new DecisionTree.Payoff(money(0), 0))));
    DecisionTree tree = new DecisionTree(trial, yearly(0.1));

    assertThat(tree.value()).isCloseTo(0.4 * (100 / 1.21 - 30 / 1.1) - 10, within(1e-12));
    assertThat(tree.steps().getLast().name()).isEqualTo("/trial?: best is trial");
  }

  @Test
  void refusesChancesThatDoNotComeToOne() {
    assertThatThrownBy(() ->
            new DecisionTree.Chance(
                "result",
                List.of(
                    new DecisionTree.Branch(
                        "a", share(0.4), new DecisionTree.Payoff(money(0), 1)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chances of result must come to 1: 0.4");
  }

  /// Calls that QuantLib 1.29 prices by the closed formula; the tree's error falls as 1 / steps and
  /// is some strike * volatility * sqrt(years / steps)² / 8 at most.
  @ParameterizedTest
  @CsvSource({
    "42, 40, 0.1, 0, 0.2, 0.5, 4.759422392871536",
    "100, 100, 0.03, 0.05, 0.6, 3, 32.58952308226978",
    "80, 100, 0.025, 0.06666666666666667, 0.45, 8, 15.585693492139804"
  })
  void withoutFeesAndLaunchedAtTheEndItIsTheClosedFormula(
      double market,
      double launch,
      double riskless,
      double leak,
      double volatility,
      double life,
      double call) {
    int years = (int) Math.ceil(life);
    RealOption option =
        option(
            market,
            launch,
            volatility,
            riskless,
            leak,
            fees(years, 0),
            life,
            2_000 / years,
            RealOption.Launch.AT_THE_END);

    assertThat(option.value()).isCloseTo(call, within(2e-3 * call));
  }

  /// Being able to launch at any time, and smaller fees, are never worth less; and never less than
  /// nothing or than to launch now.
  @Seeds(100)
  void moreFreedomIsWorthNoLess(Seed seed) {
    double market = 20 + 200 * seed.random().nextDouble();
    double launch = 20 + 200 * seed.random().nextDouble();
    double volatility = 0.1 + 0.6 * seed.random().nextDouble();
    double leak = 0.2 * seed.random().nextDouble();
    int life = seed.between(1, 12);
    double fee = 3 * seed.random().nextDouble();
    double atEnd =
        option(
                market,
                launch,
                volatility,
                0.03,
                leak,
                fees(life, fee),
                life,
                20,
                RealOption.Launch.AT_THE_END)
            .value();
    double anyTime =
        option(
                market,
                launch,
                volatility,
                0.03,
                leak,
                fees(life, fee),
                life,
                20,
                RealOption.Launch.ANY_TIME)
            .value();
    double free =
        option(
                market,
                launch,
                volatility,
                0.03,
                leak,
                fees(life, 0),
                life,
                20,
                RealOption.Launch.ANY_TIME)
            .value();

    assertThat(atEnd).isGreaterThanOrEqualTo(0);
    assertThat(anyTime).isGreaterThanOrEqualTo(atEnd).isGreaterThanOrEqualTo(market - launch);
    assertThat(free).isGreaterThanOrEqualTo(anyTime);
  }

  /// Two steps by hand: market 100, launch 100, a year of two steps, fee 2, nothing else. With u =
  /// e^(0.2 sqrt(0.5)) and p = (1 - 1/u)/(u - 1/u): p² (100 u² - 100) - 2.
  @Test
  void twoStepsByHand() {
    double up = Math.exp(0.2 * Math.sqrt(0.5));
    double rises = (1 - 1 / up) / (up - 1 / up);

    assertThat(option(100, 100, 0.2, 0, 0, fees(1, 2), 1, 2, RealOption.Launch.AT_THE_END).value())
        .isCloseTo(rises * rises * (100 * up * up - 100) - 2, within(1e-12));
  }

  /// 3 * 900 + 3 * 1200 + 3 * 2000 + 3 * 4000 + 3 * 6000 + 5 * 8000.
  @Test
  void feesToTheFullTerm() {
    assertThat(inventionFees(1).stream().mapToDouble(Input::value).sum()).isEqualTo(82_300);
  }

  /// Kept six years at a decay of 10 %: the sixth fee of 1200 explains a first return of 1200 /
  /// 0.9^5 = 2032.21 at least. A right of 10,000 falls to 10,000 * 0.9^11 = 3138 < 4000 in year 12;
  /// before, 0.9^10 * 10,000 = 3487 < 4000 in year 11, 0.9^9 * 10,000 = 3874 < 4000 in year 10: it
  /// is dropped after 9 years.
  @Test
  void renewalsTellTheLeastReturn() {
    Renewal renewal = renewal(10_000, 1, 0.1, 0.1, 6);

    assertThat(renewal.leastFirstReturn()).isCloseTo(1_200 / Math.pow(0.9, 5), within(1e-9));
    assertThat(renewal.droppedIn(10_000)).isEqualTo(9);
    assertThat(renewal.droppedIn(1e6)).isEqualTo(20);
  }

  /// With hardly any spread all rights are the median one: 20,000 a year less the fee, at 10 %.
  @Test
  void withoutSpreadItIsOneRight() {
    double sum = 0;
    List<Input> fees = inventionFees(1);
    for (int year = 2; year < 20; year++) {
      sum += (20_000 - fees.get(year).value()) / Math.pow(1.1, year - 2);
    }

    assertThat(renewal(20_000, 0.001, 0, 0.1, 2).value()).isCloseTo(sum, within(1e-5 * sum));
  }

  /// A law by another way: many rights drawn, those that would have been dropped left out.
  @Seeds(8)
  void renewalIsTheMeanOfRightsThatWereKept(Seed seed) {
    double median = 1_000 + 9_000 * seed.random().nextDouble();
    double spread = 0.3 + seed.random().nextDouble();
    double decay = 0.2 * seed.random().nextDouble();
    int kept = seed.between(0, 10);
    List<Input> fees = inventionFees(1);
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int right = 0; right < 100_000; right++) {
      double first = median * Math.exp(spread * seed.random().nextGaussian());
      double worth = 0;
      boolean paid = true;
      for (int year = 0; year < 20 && paid; year++) {
        double brings = first * Math.pow(1 - decay, year);
        paid = brings >= fees.get(year).value();
        if (paid && year >= kept) {
          worth += (brings - fees.get(year).value()) * Math.pow(1.1, kept - year);
        }
        if (!paid && year < kept) {
          worth = Double.NaN;
        }
      }
      if (!Double.isNaN(worth)) {
        sum += worth;
        squares += worth * worth;
        count++;
      }
    }
    double mean = sum / count;
    double error = Math.sqrt((squares / count - mean * mean) / count);

    assertThat(renewal(median, spread, decay, 0.1, kept).value())
        .isCloseTo(mean, within(5 * error));
  }

  /// A drift of 3 % in steps of a year at a volatility of 2 %: no probability fits.
  @Test
  void refusesStepsThatAreTooLong() {
    assertThatThrownBy(
            () -> option(100, 100, 0.02, 0.03, 0, fees(2, 1), 2, 1, RealOption.Launch.ANY_TIME))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("steps are too long for a drift of 0.03");
  }

  @Test
  void refusesFeesThatFall() {
    assertThatThrownBy(() ->
            new Renewal(
                money(1),
                Input.known("spread", Unit.MULTIPLE, 1, SOURCE),
                yearly(0),
                yearly(0),
                Input.known("kept", Unit.COUNT, 0, SOURCE),
                List.of(money(900), money(600))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("900.0, 600.0");
  }

  private static Renewal renewal(
      double median, double spread, double decay, double discount, int kept) {
    return new Renewal(
        money(median),
        Input.known("spread", Unit.MULTIPLE, spread, SOURCE),
        yearly(decay),
        yearly(discount),
        Input.known("kept", Unit.COUNT, kept, SOURCE),
        inventionFees(1));
  }

  private static RealOption option(
      double market,
      double launch,
      double volatility,
      double riskless,
      double leak,
      List<Input> fees,
      double life,
      int stepsPerYear,
      RealOption.Launch when) {
    return new RealOption(
        money(market),
        money(launch),
        yearly(volatility),
        yearly(riskless),
        yearly(leak),
        years(life),
        fees,
        stepsPerYear,
        when);
  }

  private static Deal deal(double price, double measure, double adjustment) {
    return new Deal("a deal", price, measure, adjustment, "its term is shorter", SOURCE);
  }
}
