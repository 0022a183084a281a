package org.zhiheng.cashflow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Money;
import org.zhiheng.values.Rate;

/// Small cases to be checked by hand; "HS" are facts of Hastructure's tests (c1fec9dc), whose cents
/// are cut at each product.
final class CashFlowsTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2023, 1, 1);
  private static final Currency CNY = Currency.getInstance("CNY");

  /// 103 / 1.05 = 98.095238; HS cuts to 98.09.
  @Test
  void presentValueOfOnePayment() {
    CashFlows flows = CashFlows.at(new double[] {1}, new double[] {103});

    assertThat(flows.presentValue(Yield.yearly(0.05))).isCloseTo(103 / 1.05, within(1e-12));
  }

  /// 100 * 1.08 after 365 days; 100 * 1.08^(181 / 365) = 103.89 after 181 (HS).
  @Test
  void futureValueByDays() {
    CashFlows flows = CashFlows.fromFirst(DayCount.ACT_365F, List.of(new Flow(NEW_YEAR, 100)));

    assertThat(flows.futureValue(Yield.yearly(0.08), 1)).isCloseTo(108, within(1e-12));
    assertThat(flows.futureValue(Yield.yearly(0.08), 181 / 365.0)).isCloseTo(103.89, within(0.005));
  }

  /// HS: 273 / 365 for one payment; for two, by hand with the discounts of 273 and 365 days.
  @Test
  void macaulayDuration() {
    Flow first = new Flow(LocalDate.of(2023, 10, 1), 100);
    Flow second = new Flow(LocalDate.of(2024, 1, 1), 100);
    Yield yield = Yield.yearly(0.01);
    double early = Math.pow(1.01, -273 / 365.0);
    double late = 1 / 1.01;

    assertThat(CashFlows.after(NEW_YEAR, DayCount.ACT_365F, List.of(first)).measures(yield))
        .extracting(Measures::macaulay, InstanceOfAssertFactories.DOUBLE)
        .isCloseTo(273 / 365.0, within(1e-14));
    assertThat(CashFlows.after(NEW_YEAR, DayCount.ACT_365F, List.of(first, second)).measures(yield))
        .extracting(Measures::macaulay, InstanceOfAssertFactories.DOUBLE)
        .isCloseTo((273 / 365.0 * early + late) / (early + late), within(1e-14))
        // HS's own 252921/289445 comes from cents that were cut
        .isCloseTo(252_921 / 289_445.0, within(1e-4));
  }

  /// t (t + 1) / (1 + y)^2 for one payment after 364 days (recomputed: 1.806611).
  @Test
  void convexityOfOnePayment() {
    double time = 364 / 365.0;
    CashFlows flows =
        CashFlows.after(
            NEW_YEAR, DayCount.ACT_365F, List.of(new Flow(LocalDate.of(2023, 12, 31), 104)));

    assertThat(flows.measures(Yield.yearly(0.05)).convexity())
        .isCloseTo(time * (time + 1) / (1.05 * 1.05), within(1e-14))
        .isCloseTo(1.806611, within(5e-7));
  }

  /// Two payments of 100 after 1 and 2 years at 10 %: (2/1.1^3 + 6/1.1^4) / (1/1.1 + 1/1.1^2).
  @Test
  void convexitySumsAllPayments() {
    CashFlows flows = CashFlows.at(new double[] {1, 2}, new double[] {100, 100});

    assertThat(flows.measures(Yield.yearly(0.1)).convexity())
        .isCloseTo(
            (2 / Math.pow(1.1, 3) + 6 / Math.pow(1.1, 4)) / (1 / 1.1 + 1 / 1.21), within(1e-13));
  }

  /// (180 * 50 + 364 * 50) / 100 = 272 days: 272 / 365 = 0.745205 years (HS).
  @Test
  void averageLife() {
    List<Flow> principal =
        List.of(new Flow(LocalDate.of(2023, 6, 30), 50), new Flow(LocalDate.of(2023, 12, 31), 50));

    AverageLife life = AverageLife.of(NEW_YEAR, DayCount.ACT_365F, principal);

    assertThat(life.years()).isCloseTo(272 / 365.0, within(1e-15));
    assertThat(life.repaid()).isEqualTo(100);
    // in months of 30 days, 9.0667
    assertThat(AverageLife.of(NEW_YEAR, DayCount.ACT_360, principal).years() * 12)
        .isCloseTo(272 / 30.0, within(1e-12));
  }

  @Test
  void internalReturnOfALoanOfAYear() {
    assertThat(xirr(new Flow(NEW_YEAR, -100), new Flow(LocalDate.of(2024, 1, 1), 108)))
        .isCloseTo(0.08, within(1e-13));
  }

  /// HS, and the example that spreadsheets print for XIRR.
  @Test
  void internalReturnByDays() {
    assertThat(
            xirr(
                new Flow(LocalDate.of(2025, 1, 1), -100),
                new Flow(LocalDate.of(2025, 3, 1), 50),
                new Flow(LocalDate.of(2025, 10, 18), 70)))
        .isCloseTo(0.4264066777, within(5e-11));
    assertThat(
            xirr(
                new Flow(LocalDate.of(2008, 1, 1), -10_000),
                new Flow(LocalDate.of(2008, 3, 1), 2_750),
                new Flow(LocalDate.of(2008, 10, 30), 4_250),
                new Flow(LocalDate.of(2009, 2, 15), 3_250),
                new Flow(LocalDate.of(2009, 4, 1), 2_750)))
        .isCloseTo(0.3733625335, within(5e-11));
  }

  @Test
  void amountThatBringsAReturn() {
    CashFlows flows = CashFlows.at(new double[] {0}, new double[] {-100});

    assertThat(flows.amountForReturn(Yield.yearly(0.08), 1)).isCloseTo(108, within(1e-12));
  }

  /// -1 + 2.5 v - 1.54 v^2 = 0 has v = 1/1.1 and v = 1/1.4: returns of 10 % and 40 %.
  @Test
  void severalReturnsAreAllGiven() {
    CashFlows flows = CashFlows.at(new double[] {0, 1, 2}, new double[] {-1, 2.5, -1.54});

    assertThat(flows.internalReturn(Compounding.YEARLY))
        .isInstanceOfSatisfying(
            Solution.Several.class,
            several -> {
              assertThat(several.values().get(0)).isCloseTo(0.1, within(1e-12));
              assertThat(several.values().get(1)).isCloseTo(0.4, within(1e-12));
              assertThat(several.values()).hasSize(2);
            });
  }

  @Test
  void noReturnIsAnAnswer() {
    CashFlows flows = CashFlows.at(new double[] {0, 1}, new double[] {100, 108});

    assertThat(flows.internalReturn(Compounding.YEARLY))
        .isInstanceOfSatisfying(
            Solution.None.class,
            none -> assertThat(none.why()).isEqualTo(Solution.Why.NO_CHANGE_OF_SIGN));
    assertThat(flows.yieldAt(-5, Compounding.YEARLY)).isInstanceOf(Solution.None.class);
  }

  /// 200 paid for 100 after a year: half is lost. 1 for 1,000,000: the rate is 99,999,900 %.
  @Test
  void yieldsFarFromUsual() {
    CashFlows hundred = CashFlows.at(new double[] {1}, new double[] {100});
    CashFlows million = CashFlows.at(new double[] {1}, new double[] {1e6});

    assertThat(hundred.yieldAt(200, Compounding.YEARLY).found()).hasValue(-0.5);
    assertThat(million.yieldAt(1, Compounding.YEARLY).found().orElseThrow())
        .isCloseTo(999_999, within(1e-6));
  }

  /// 1 paid in 100 years for e^60 a year later: far from now every discount is 0 in a double, yet
  /// the return is e^60 - 1.
  @Test
  void returnsOfWhatBeginsLate() {
    CashFlows flows = CashFlows.at(new double[] {100, 101}, new double[] {-1, Math.exp(60)});

    assertThat(flows.internalReturn(Compounding.CONTINUOUS).found().orElseThrow())
        .isCloseTo(60, within(1e-12));
  }

  /// 3000 face at 3100 / 3000 of par in 61 days: (3100/3000)^(365/61) - 1 less the curve's 4 %.
  /// HS's own 0.176754 differs in the fifth place.
  @Test
  void spreadOfOnePayment() {
    LocalDate day = LocalDate.of(2022, 3, 1);
    CashFlows flows =
        CashFlows.after(day, DayCount.ACT_365F, List.of(new Flow(LocalDate.of(2022, 5, 1), 3_100)));
    ZeroCurve curve =
        ZeroCurve.of(
            LocalDate.of(2022, 2, 1),
            List.of(
                new ZeroCurve.Point(LocalDate.of(2022, 2, 1), 0.03),
                new ZeroCurve.Point(LocalDate.of(2022, 4, 1), 0.04)));
    double time = 61 / 365.0;
    double yearly = curve.yearly(time);

    assertThat(curve.spread(flows, 3_000).found().orElseThrow())
        .isCloseTo(Math.pow(3_100.0 / 3_000, 1 / time) - 1 - yearly, within(1e-12));
    assertThat(ZeroCurve.flat(0.04).spread(flows, 3_000).found().orElseThrow())
        .isCloseTo(0.176754, within(1e-4));
  }

  /// HS: 1000 at 8 %, interest only, last due 2025-07-01, on 2024-10-02 at 3 %: 1037.38 (cents
  /// cut), duration 0.726.
  @Test
  void loanOfInterestOnly() {
    List<Flow> flows =
        java.util.stream.IntStream.rangeClosed(1, 9)
            .mapToObj(month ->
                new Flow(
                    LocalDate.of(2024, 10, 1).plusMonths(month),
                    80 / 12.0 + (month == 9 ? 1_000 : 0)))
            .toList();

    Measures measures =
        CashFlows.after(LocalDate.of(2024, 10, 2), DayCount.ACT_365F, flows)
            .measures(Yield.yearly(0.03));

    assertThat(measures.presentValue()).isCloseTo(1_037.38, within(0.11));
    assertThat(measures.macaulay()).isCloseTo(0.726, within(5e-4));
  }

  /// 3000 * 8 % * 90 / 365 = 59.178 (HS cuts to 59.17); counted twice to one day it is the same.
  @Test
  void accruedInterest() {
    Accrued accrued =
        new Accrued(
            Money.parse("CNY 3000.00").orThrow(),
            Rate.PerYear.parse("8%").orThrow(),
            DayCount.ACT_365F,
            NEW_YEAR);
    LocalDate day = NEW_YEAR.plusDays(90);

    assertThat(accrued.until(day, RoundingMode.DOWN)).isEqualTo(new Money(59_17, CNY));
    assertThat(accrued.clean(new Money(3_100_00, CNY), day, RoundingMode.DOWN))
        .isEqualTo(new Money(3_040_83, CNY));
    assertThat(accrued.until(NEW_YEAR, RoundingMode.DOWN)).isEqualTo(Money.zero(CNY));
  }

  /// Continuous: 100 e^(-0.05 * 2); half-yearly: 100 / 1.025^4; simple: 100 / 1.1.
  @Test
  void otherCompoundings() {
    CashFlows flows = CashFlows.at(new double[] {2}, new double[] {100});

    assertThat(flows.presentValue(new Yield(0.05, Compounding.CONTINUOUS)))
        .isCloseTo(100 * Math.exp(-0.1), within(1e-12));
    assertThat(flows.presentValue(new Yield(0.05, Compounding.HALF_YEARLY)))
        .isCloseTo(100 / Math.pow(1.025, 4), within(1e-12));
    assertThat(flows.presentValue(new Yield(0.05, Compounding.SIMPLE)))
        .isCloseTo(100 / 1.1, within(1e-12));
  }

  @Test
  void whatFallsDueBeforeTheDayIsTheSellers() {
    List<Flow> flows =
        List.of(
            new Flow(NEW_YEAR.minusDays(1), 7),
            new Flow(NEW_YEAR, 11),
            new Flow(NEW_YEAR.plusDays(1), 13));

    assertThat(CashFlows.after(NEW_YEAR, DayCount.ACT_365F, flows).sum()).isEqualTo(13);
  }

  @Test
  void refusesTimesThatFall() {
    assertThatThrownBy(() -> CashFlows.at(new double[] {2, 1}, new double[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1.0");
    assertThatThrownBy(() -> new Flow(NEW_YEAR, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Yield.yearly(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double xirr(Flow... flows) {
    return CashFlows.fromFirst(DayCount.ACT_365F, List.of(flows))
        .internalReturn(Compounding.YEARLY)
        .found()
        .orElseThrow();
  }
}
