package org.zhiheng.cashflow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.zhiheng.values.DayCount;

/// All figures of QuantLib 1.29, to 1e-9 of each.
final class PriceAgainstOracle {

  private static final Map<String, DayCount> DAY_COUNTS =
      Map.of(
          "ACT/360", DayCount.ACT_360,
          "ACT/365F", DayCount.ACT_365F,
          "ACT/ACT ISDA", DayCount.ACT_ACT_ISDA,
          "30/360 US", DayCount.THIRTY_360_US,
          "30/360 BondBasis", DayCount.THIRTY_360,
          "30E/360", DayCount.THIRTY_E_360,
          "30E/360 ISDA(German)", DayCount.THIRTY_E_360_ISDA,
          "ACT/364", DayCount.ACT_364,
          "ACT/365NL", DayCount.ACT_365_NL);

  @Test
  void countsDaysAlike() throws IOException {
    int compared = 0;
    for (Peer.Case pair : Peer.cases("daycount")) {
      LocalDate from = LocalDate.parse(pair.text("from"));
      LocalDate to = LocalDate.parse(pair.text("to"));
      for (Map.Entry<String, DayCount> count : DAY_COUNTS.entrySet()) {
        assertThat(CashFlows.years(count.getValue(), from, to))
            .as("%s %s %s", count.getKey(), from, to)
            .isCloseTo(pair.number(count.getKey()), within(1e-12));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(49 * 9);
  }

  @Test
  void pricesBondsAlike() throws IOException {
    int compared = 0;
    for (Peer.Case bond : Peer.cases("bond")) {
      Yield yield = Yield.yearly(bond.number("yield_annual_comp"));
      CashFlows flows = CashFlows.after(Peer.SETTLED, DayCount.ACT_365F, flows(bond));
      Measures measures = flows.measures(yield);

      assertThat(measures.presentValue()).as("%s", bond).satisfies(near(bond, "dirty"));
      assertThat(flows.presentValue(yield)).satisfies(near(bond, "dirty"));
      assertThat(measures.macaulay()).satisfies(near(bond, "macaulay"));
      assertThat(measures.modified()).satisfies(near(bond, "modified"));
      assertThat(measures.convexity()).satisfies(near(bond, "convexity"));
      // its own counts a hundredth of the convexity, so it is rebuilt here; ours counts all of it
      double worth = measures.presentValue();
      assertThat(-measures.modified() * worth * 1e-4 + measures.convexity() * worth * 1e-10 / 2)
          .satisfies(near(bond, "bpv"));
      assertThat(measures.basisPoint())
          .isCloseTo(bond.number("bpv"), within(1.01 * measures.convexity() * worth * 1e-8 / 2));
      compared++;
    }
    assertThat(compared).isEqualTo(18);
  }

  /// Its own yields are off by up to 4e-11, so ours are held to the yield it was asked for.
  @Test
  void yieldsOfItsPricesAreTheYieldsItWasAskedFor() throws IOException {
    for (Peer.Case bond : Peer.cases("bond")) {
      CashFlows flows = CashFlows.after(Peer.SETTLED, DayCount.ACT_365F, flows(bond));

      assertThat(flows.yieldAt(bond.number("dirty"), Compounding.YEARLY).found().orElseThrow())
          .as("%s", bond)
          .isCloseTo(bond.number("yield_annual_comp"), within(1e-12))
          .isCloseTo(bond.number("yield_back"), within(1e-10));
    }
  }

  @Test
  void spreadsOverACurveAreAlike() throws IOException {
    int compared = 0;
    for (Peer.Case given : Peer.cases("zspread")) {
      Peer.Case points = given.inner("curve");
      List<?> dates = points.list("dates");
      List<?> zero = points.list("zero_annual");
      List<ZeroCurve.Point> curve = new ArrayList<>();
      for (int at = 0; at < dates.size(); at++) {
        curve.add(
            new ZeroCurve.Point(LocalDate.parse((String) dates.get(at)), (Double) zero.get(at)));
      }
      CashFlows flows =
          CashFlows.after(
              Peer.SETTLED,
              DayCount.ACT_365F,
              Peer.bond(
                  given.number("coupon"),
                  given.whole("years"),
                  given.whole("per_year"),
                  given.flag("amort")));

      ZeroCurve zeroCurve = ZeroCurve.of(Peer.SETTLED, curve);
      double price = given.number("price");

      assertThat(zeroCurve.spread(flows, price).found().orElseThrow())
          .as("%s", given)
          .satisfies(near(given, "zspread_annual_comp"));
      assertThat(zeroCurve.presentValue(flows, given.number("zspread_annual_comp")))
          .isCloseTo(price, within(1e-9 * price));
      compared++;
    }
    assertThat(compared).isEqualTo(6);
  }

  @Test
  void optionsAreAlike() throws IOException {
    int compared = 0;
    for (Peer.Case given : Peer.cases("option")) {
      BlackScholes option =
          new BlackScholes(
              given.number("S"),
              given.number("K"),
              given.number("r"),
              given.number("q"),
              given.number("sigma"),
              given.number("T"));

      assertThat(option.call()).as("%s", given).satisfies(near(given, "call"));
      assertThat(option.put()).as("%s", given).satisfies(near(given, "put"));
      compared++;
    }
    assertThat(compared).isEqualTo(3);
  }

  /// Its balances stop by dots after eight periods and go on with the last two.
  @Test
  void levelPaymentsLeaveTheSameBalances() throws IOException {
    int compared = 0;
    for (Peer.Case given : Peer.cases("levelpay")) {
      List<?> balances = given.list("notionals");
      int perYear = given.whole("per_year");
      int count = given.whole("years") * perYear;
      double rate = given.number("rate") / perYear;
      double owed = 100;
      for (int at = 0; at < count; at++) {
        if (at < 8) {
          assertThat(owed).isCloseTo(((Number) balances.get(at)).doubleValue(), within(1e-9));
          compared++;
        } else if (at == count - 1) {
          assertThat(owed).isCloseTo(((Number) balances.get(9)).doubleValue(), within(1e-9));
          compared++;
        }
        owed -= new Repayment.Level().principal(owed, rate, count - at);
      }
      assertThat(owed).isCloseTo(0, within(1e-9));
      assertThat(Repayment.levelPayment(100, rate, count)).satisfies(near(given, "first_total"));
    }
    assertThat(compared).isEqualTo(4 * 9 + 8);
  }

  private static List<Flow> flows(Peer.Case bond) {
    return Peer.bond(
        bond.number("coupon"),
        bond.whole("years"),
        bond.whole("per_year"),
        bond.text("amort").equals("straight-line"));
  }

  private static Consumer<Double> near(Peer.Case of, String key) {
    double expected = of.number(key);
    return actual ->
        assertThat(actual).as(key).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
  }
}
