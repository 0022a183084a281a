package org.zhiheng.cashflow.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.cashflow.price.LoanPeriod.Order;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// "HS" and "AB" are facts of the tests of Hastructure (c1fec9dc) and AbsBox, whose cents are cut
/// at each product.
final class LoanPeriodTest {

  private static final Repayment LEVEL = new Repayment.Level();

  /// HS: 1200 * 0.12 / (1 - 1.12^-24) = 154.156130; without interest 1200 / 12.
  @Test
  void levelPayment() {
    assertThat(Repayment.levelPayment(1_200, 0.12, 24)).isCloseTo(154.156130, within(5e-7));
    assertThat(Repayment.levelPayment(1_200, 0, 12)).isEqualTo(100);
  }

  /// QuantLib's test of level payments per 100 over 360 months, by yearly rate.
  @ParameterizedTest
  @CsvSource({
    "0, 0.277777778", "1, 0.321639520", "2, 0.369619473", "3, 0.421604034", "4, 0.477415295",
    "5, 0.536821623", "6, 0.599550525", "7, 0.665302495", "8, 0.733764574", "9, 0.804622617",
    "10, 0.877571570", "11, 0.952323396", "12, 1.028612597"
  })
  void levelPaymentOverThirtyYears(int percent, double payment) {
    double owed = 100;
    for (int left = 360; left >= 1; left--) {
      double principal = LEVEL.principal(owed, percent / 1_200.0, left);
      assertThat(principal + owed * percent / 1_200.0).isCloseTo(payment, within(1e-9 + 5e-10));
      owed -= principal;
    }
    assertThat(owed).isCloseTo(0, within(1e-9));
  }

  /// AB: 2200 at 8 % over 30 months pays 81.1543.
  @Test
  void levelPaymentOfAPool() {
    assertThat(Repayment.levelPayment(2_200, 0.08 / 12, 30)).isCloseTo(81.1543, within(5e-5));
  }

  /// HS: 240 / 19 = 12.63.
  @Test
  void evenPrincipal() {
    assertThat(new Repayment.EvenPrincipal().principal(240, 0.08 / 12, 19))
        .isCloseTo(240 / 19.0, within(1e-13));
  }

  /// HS: 240 at 8 %, two months left: nothing, then 240; interest 1.60 each (1.59 there, cut).
  @Test
  void interestOnly() {
    Repayment bullet = new Repayment.Bullet();
    LoanPeriod first = LoanPeriod.of(bullet, Order.EVENTS_FIRST, 240, 0.08 / 12, 2, 0, 0);
    LoanPeriod second =
        LoanPeriod.of(bullet, Order.EVENTS_FIRST, first.balance(), 0.08 / 12, 1, 0, 0);

    assertThat(first.scheduled()).isZero();
    assertThat(first.interest()).isCloseTo(1.60, within(1e-12));
    assertThat(second.scheduled()).isEqualTo(240);
    assertThat(second.interest()).isCloseTo(1.60, within(1e-12));
    assertThat(second.balance()).isZero();
  }

  /// HS: 120 at 8 % as if over 120 months, due after 36: second month 0.66 and 0.79, last 94.29 and
  /// 0.62. Theirs of the last month grows from 35 cut cents; exact it is 94.2391.
  @Test
  void balloon() {
    Repayment balloon = new Repayment.Balloon(120, 36);
    double owed = 120;
    for (int month = 1; month <= 36; month++) {
      double principal = balloon.principal(owed, 0.08 / 12, 36 - month + 1);
      if (month == 2) {
        assertThat(principal).isCloseTo(0.66, within(0.005));
        assertThat(owed * 0.08 / 12).isBetween(0.79, 0.80);
      }
      if (month == 36) {
        assertThat(principal).isCloseTo(94.29, within(0.06));
        assertThat(owed * 0.08 / 12).isBetween(0.62, 0.63);
      }
      owed -= principal;
    }
    assertThat(owed).isZero();
  }

  /// HS: 10000 at 8 %, 24 months, CPR 3 %, 31 days: prepaid 25.8360, interest 66.4944, left
  /// 9589.55. Its principal is 384.62, by a monthly rate cut to 0.006666; exact it is 384.6100.
  @Test
  void earlyRepaymentByDays() {
    LoanPeriod period =
        LoanPeriod.of(
            LEVEL, Order.EVENTS_FIRST, 10_000, 0.08 / 12, 24, 0, SpeedCurve.forDays(0.03, 31));

    assertThat(period.prepaid()).isCloseTo(25.8360, within(5e-5));
    assertThat(period.interest()).isCloseTo(66.4944, within(5e-5));
    assertThat(period.scheduled()).isCloseTo(384.62, within(0.011));
    assertThat(period.balance()).isCloseTo(9_589.55, within(0.01));
  }

  /// AB, first month after closing: 120 at 8 %, even, 20 left, CDR 1 %, CPR 10 %, 31 days: 0.1024,
  /// 1.0681, 0.79, 5.94, left 112.90.
  @Test
  void defaultBeforeEarlyRepayment() {
    LoanPeriod period =
        LoanPeriod.of(
            new Repayment.EvenPrincipal(),
            Order.EVENTS_FIRST,
            120,
            0.08 / 12,
            20,
            SpeedCurve.forDays(0.01, 31),
            SpeedCurve.forDays(0.1, 31));

    assertThat(period.defaulted()).isCloseTo(0.1024, within(5e-5));
    assertThat(period.prepaid()).isCloseTo(1.0681, within(5e-5));
    assertThat(period.interest()).isCloseTo(0.79, within(0.005));
    assertThat(period.scheduled()).isCloseTo(5.94, within(0.005));
    assertThat(period.balance()).isCloseTo(112.90, within(0.02));
  }

  /// A pass-through of 400 m as textbooks show it (Fabozzi, recalled): loans at 8.125 %, investors
  /// 7.5 %, 357 months left, 100 PSA from month 4. Months 1 and 2.
  @Test
  void passThroughOfATextbook() {
    SpeedCurve psa = new SpeedCurve.Psa(1);
    double rate = 0.08125 / 12;
    LoanPeriod first =
        LoanPeriod.of(
            LEVEL,
            Order.SCHEDULE_FIRST,
            400e6,
            rate,
            357,
            0,
            SpeedCurve.monthly(psa.annual(4, 360)));
    LoanPeriod second =
        LoanPeriod.of(
            LEVEL,
            Order.SCHEDULE_FIRST,
            first.balance(),
            rate,
            356,
            0,
            SpeedCurve.monthly(psa.annual(5, 360)));

    assertThat(Repayment.levelPayment(400e6, rate, 357)).isCloseTo(2_975_868, within(0.5));
    assertThat(first.scheduled()).isCloseTo(267_535, within(0.5));
    assertThat(first.prepaid()).isCloseTo(267_470, within(0.5));
    assertThat(first.balance()).isCloseTo(399_464_995, within(0.5));
    assertThat(second.prepaid()).isCloseTo(334_198, within(0.5));
  }

  /// Nothing is lost between what is owed before and after, in either order.
  @Seeds(300)
  void whatIsOwedIsPaidFailsOrStays(Seed seed) {
    double balance = 1 + 1e6 * seed.random().nextDouble();
    LoanPeriod period =
        LoanPeriod.of(
            seed.chance(0.5) ? LEVEL : new Repayment.EvenPrincipal(),
            seed.chance(0.5) ? Order.EVENTS_FIRST : Order.SCHEDULE_FIRST,
            balance,
            0.02 * seed.random().nextDouble(),
            seed.between(1, 360),
            seed.random().nextDouble(),
            seed.random().nextDouble());

    assertThat(period.defaulted() + period.prepaid() + period.scheduled() + period.balance())
        .isCloseTo(balance, within(1e-9 * balance));
    assertThat(period.balance()).isGreaterThanOrEqualTo(-1e-9 * balance);
  }
}
