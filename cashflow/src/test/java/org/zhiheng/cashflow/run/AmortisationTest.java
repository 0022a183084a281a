package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.cashflow.deal.Assumptions.Kind;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Timing;
import org.zhiheng.values.Rate;

/// How assets pay: cases of the unit tests of Hastructure (c1fec9dc, 2025-09-16), of AbsBox's
/// regression tests, of QuantLib's test suite, and of the standard formulas (SIFMA, chapter SF).
final class AmortisationTest {

  private static List<LedgerRun.PoolRow> pool(String assets, String assume) {
    return Deals.run(Deals.passing(assets), "assume: case\n" + assume).pool().stream()
        .filter(row -> row.interest() + row.principal() + row.prepay() + row.defaulted() != 0)
        .toList();
  }

  /// AbsBox: 2200 at 8 %, level, 30 months: 81.1543 a month.
  @Test
  void levelPaymentOfAbsBox() {
    List<LedgerRun.PoolRow> rows =
        pool("kind: level, balance: '2200.00', rate: 8%, term: 30, next: 2024-02-01", "");
    assertThat(rows).hasSize(30);
    assertThat(rows.getFirst().interest() + rows.getFirst().principal()).isEqualTo(8115);
    assertThat(rows.stream().mapToLong(LedgerRun.PoolRow::principal).sum()).isEqualTo(220_000);
  }

  /// QuantLib: payment per 100 over 360 months at 0 to 12 % a year.
  @ParameterizedTest
  @CsvSource({
    "0%, 27777.7778", "1%, 32163.9520", "2%, 36961.9473", "3%, 42160.4034", "4%, 47741.5295",
    "5%, 53682.1623", "6%, 59955.0525", "7%, 66530.2495", "8%, 73376.4574", "9%, 80462.2617",
    "10%, 87757.1570", "11%, 95232.3503", "12%, 102861.2597"
  })
  void levelPaymentsOfQuantLib(String rate, double expected) {
    // 10,000,000.00, so that a cent is 1e-9 of it; every payment is the same to the cents rounded
    List<LedgerRun.PoolRow> rows =
        Deals.run(
                Deals.passing(
                        "kind: level, balance: '10000000.00', term: 360, next: 2024-02-01, rate: "
                            + rate)
                    .replace("floor-each-product", "half-up")
                    .replace("2040", "2060"))
            .pool();
    for (LedgerRun.PoolRow row : rows.subList(1, 360)) {
      assertThat((row.interest() + row.principal()) / 100.0).isCloseTo(expected, within(0.03));
    }
  }

  /// Hastructure: 240 at 8 %, even, 19 left: 240 / 19 = 12.63.
  @Test
  void evenPrincipal() {
    assertThat(
            pool("kind: even, balance: '240.00', rate: 8%, term: 19, next: 2024-02-01", "")
                .getFirst()
                .principal())
        .isEqualTo(1263);
  }

  /// Hastructure: 240 * 0.006666 (8 % / 12, cut) = 1.5998, cut 1.59; all principal at the end.
  @Test
  void interestOnly() {
    List<LedgerRun.PoolRow> rows =
        pool("kind: interest-only, balance: '240.00', rate: 8%, term: 2, next: 2024-02-01", "");
    assertThat(rows).extracting(LedgerRun.PoolRow::interest).containsExactly(159L, 159L);
    assertThat(rows).extracting(LedgerRun.PoolRow::principal).containsExactly(0L, 24_000L);
  }

  /// Hastructure: 120 at 8 %, reckoned over 120, due after 36.
  @Test
  void balloon() {
    List<LedgerRun.PoolRow> rows =
        pool(
            "kind: balloon, amortise-over: 120, balance: '120.00', rate: 8%, term: 36,"
                + " next: 2024-02-01",
            "");
    assertThat(rows.get(1).principal()).isEqualTo(66);
    assertThat(rows.get(1).interest()).isEqualTo(79);
    assertThat(rows.getLast().principal()).isEqualTo(9429);
    assertThat(rows.getLast().interest()).isEqualTo(62);
  }

  /// Hastructure: 1.00 a day, month ends, from 2023-01-01, 12 times, as of 2023-06-15: from
  /// 2023-06-30 on 30 + 31 + 31 + 30 + 31 + 30 + 31 = 214.
  @Test
  void leaseByDay() {
    List<LedgerRun.PoolRow> rows =
        Deals.run(
                Deals.passing("kind: lease, per-day: '1.00', from: 2023-01-01, count: 12")
                    .replace("2024-01-01", "2023-06-15"))
            .pool();
    assertThat(rows)
        .extracting(LedgerRun.PoolRow::principal)
        .containsExactly(3000L, 3100L, 3100L, 3000L, 3100L, 3000L, 3100L);
    assertThat(rows.getLast().date()).isEqualTo(LocalDate.of(2023, 12, 31));
  }

  /// Hastructure: the rent of a day grows by 2 % each time and is cut to cents each time: 29 *
  /// 1.00, 31 * 1.02, 31 * 1.04, 30 * 1.06, 31 * 1.08, 30 * 1.10, 31 * 1.12 … 31 * 1.22 = 405.24.
  @Test
  void leaseWithSteps() {
    List<LedgerRun.PoolRow> rows =
        Deals.run(
                Deals.passing(
                        "kind: lease, per-day: '1.00', from: 2023-06-01, count: 12, step-each: 2%")
                    .replace("2024-01-01", "2023-06-15"))
            .pool();
    assertThat(rows.get(0).principal()).isEqualTo(2900);
    assertThat(rows.get(1).principal()).isEqualTo(3162);
    assertThat(rows.stream().mapToLong(LedgerRun.PoolRow::principal).sum()).isEqualTo(40_524);
  }

  /// Hastructure: 1500 due 2024-06-01; without a fee 1500, with a fee of 50 1450 and 50; defaulted
  /// nothing.
  @Test
  void receivable() {
    String plain = "kind: receivable, amount: '1500.00', due: 2024-06-01";
    LedgerRun.PoolRow row = pool(plain, "").getFirst();
    assertThat(List.of(row.principal(), row.interest())).containsExactly(150_000L, 0L);
    assertThat(row.date()).isEqualTo(LocalDate.of(2024, 6, 30));
    LedgerRun.PoolRow withFee = pool(plain + ", fee: '50.00'", "").getFirst();
    assertThat(List.of(withFee.principal(), withFee.interest())).containsExactly(145_000L, 5000L);
    assertThat(pool(plain + ", status: defaulted", "")).isEmpty();
  }

  /// A part of sales, at least 100: 5 % of 3000 = 150, of 1000 = 50.
  @Test
  void royalty() {
    List<LedgerRun.PoolRow> rows =
        pool(
            "kind: royalty, rate: 5%, least: '100.00', sales: {2024-03-31: '3000.00',"
                + " 2024-06-30: '1000.00'}",
            "");
    assertThat(rows).extracting(LedgerRun.PoolRow::principal).containsExactly(15_000L, 10_000L);
  }

  /// Two fees of 103 and 106.09 at 3 % are worth 103 / 1.03 + 106.09 / 1.03^2 = 200; 365 days
  /// apart.
  @Test
  void feesSplitByYield() {
    List<LedgerRun.PoolRow> rows =
        Deals.run(
                Deals.passing(
                        "kind: licence, amount: '103.00', first: 2023-01-01, every: 12, count: 2,"
                            + " step-each: 3%, yield: 3%")
                    .replace("2024-01-01", "2022-01-01"))
            .pool()
            .stream()
            .filter(row -> row.principal() != 0)
            .toList();
    assertThat(rows.getFirst().begin()).isEqualTo(20_000);
    assertThat(rows).extracting(LedgerRun.PoolRow::interest).containsExactly(600L, 309L);
    assertThat(rows).extracting(LedgerRun.PoolRow::principal).containsExactly(9_700L, 10_300L);
  }

  /// Hastructure: start 5 %, spread 1 %; a first rise of at most 1.5 %, later ones of 2 %.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1%,2%,3%; 9%; 2%; 0%; 5,2,3,4",
        "7%,2%,3%; 9%; 2%; 0%; 5,6.5,3,4",
        "1%,8%,3%; 9%; 2%; 0%; 5,2,4,4",
        "1%,8%,3%; 3.5%; 2%; 0%; 5,2,3.5,3.5",
        "1%,8%,3%; 3.5%; 2.5%; 0%; 5,2.5,3.5,3.5",
        "1%,2%,3%; 9%; 2%; 2%; 5,2,2,4"
      })
  void floatingRates(String index, String cap, String floor, String multiple, String expected) {
    String[] rates = index.split(",", -1);
    TreeMap<LocalDate, Rate.PerYear> curve = new TreeMap<>();
    LocalDate next = LocalDate.of(2025, 1, 1);
    for (int i = 0; i < rates.length; i++) {
      curve.put(next.plusYears(i), rate(rates[i]));
    }
    Coupon coupon =
        new Coupon.Floating(
            "X",
            rate("1%"),
            rate("5%"),
            new Timing.OnDay(12, 1),
            new Coupon.ResetTerms(
                Optional.of(rate(cap)),
                Optional.of(rate(floor)),
                Optional.of(rate("1.5%")),
                Optional.of(rate("2%")),
                Optional.of(rate(multiple))));
    Curve reckoned = new Curve(Map.of("X", curve));
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      long billionths = reckoned.ofLoan(coupon, next.plusYears(i - 1), next);
      String percent = new Rate.PerYear(billionths).percent();
      found.append(i == 0 ? "" : ",").append(percent, 0, percent.length() - 1);
    }
    assertThat(found.toString()).isEqualTo(expected);
  }

  /// 1 - (1 - CPR)^(1/12); PSA of the month of age; SIFMA.
  @Test
  void monthlyRates() {
    assertThat(part(Kind.ANNUAL_BY_MONTHS, "6%", 1)).isCloseTo(0.005143013, within(5e-10));
    assertThat(part(Kind.PSA, "100%", 1)).isCloseTo(0.000166820, within(5e-10));
    assertThat(part(Kind.PSA, "100%", 5)).isCloseTo(0.000837177, within(5e-10));
    assertThat(part(Kind.PSA, "80%", 15)).isCloseTo(0.002022343, within(5e-10));
    // from month 30 on 6 % a year
    assertThat(part(Kind.PSA, "100%", 60)).isCloseTo(0.005143013, within(5e-10));
  }

  /// 100 % SDA by the month of age, as a rate for a year.
  @ParameterizedTest
  @CsvSource({
    "1, 0.0002",
    "30, 0.006",
    "60, 0.006",
    "61, 0.005905",
    "119, 0.000395",
    "120, 0.0003"
  })
  void standardDefaults(int month, double yearly) {
    assertThat(part(Kind.SDA, "100%", month))
        .isCloseTo(1 - Math.pow(1 - yearly, 1 / 12.0), within(1e-12));
  }

  /// Hastructure: 10000 at 8 %, 24 months, CPR 3 %, 31 days: 1 - 0.97^(31/365) of it is 25.836.
  @Test
  void prepayment() {
    LedgerRun.PoolRow row =
        pool(
                "kind: level, balance: '10000.00', rate: 8%, term: 24, next: 2024-02-01",
                "pool: {prepay: {cpr: 3%}}")
            .getFirst();
    assertThat(List.of(row.prepay(), row.interest(), row.principal(), row.end()))
        .containsExactly(2583L, 6648L, 38_462L, 958_955L);
  }

  /// The other order: interest 10000 * 0.006666 = 66.66; the level payment is 10000 times 0.006666
  /// / (1 - 1.006666^-24) = 452.26, so 385.60 of principal; then 1 - 0.97^(31/365) of 9614.40 is
  /// 24.83 early.
  @Test
  void prepaymentAfterTheSchedule() {
    LedgerRun.PoolRow row =
        Deals.run(
                Deals.passing(
                        "kind: level, balance: '10000.00', rate: 8%, term: 24, next: 2024-02-01")
                    .replace("pool:", "pool:\n  events: {order: schedule, prepay, default}"),
                "assume: case\npool: {prepay: {cpr: 3%}}")
            .pool()
            .get(1);
    double periodic = 0.006666;
    double payment = 10_000 * periodic / (1 - Math.pow(1 + periodic, -24));
    long principal = (long) Math.floor(payment * 100) - 6666;
    assertThat(row.interest()).isEqualTo(6666);
    assertThat(row.principal()).isEqualTo(principal);
    assertThat(row.prepay())
        .isEqualTo((long) ((1_000_000 - principal) * (1 - Math.pow(0.97, 31 / 365.0))));
  }

  /// Hastructure: 10 % until the third payment, then 1 %: 2.58 of 25.83; an amount of 100; 1 %:
  /// 0.25.
  @Test
  void penalties() {
    String loan =
        "kind: level, balance: '10000.00', rate: 8%, term: 24, next: 2024-02-01, penalty: ";
    String assume = "pool: {prepay: {cpr: 3%}}";
    List<LedgerRun.PoolRow> steps = pool(loan + "[{until: 3, part: 10%}, {part: 1%}]", assume);
    assertThat(steps.get(0).penalty()).isEqualTo(258);
    assertThat(steps.get(3).penalty()).isEqualTo(steps.get(3).prepay() / 100);
    assertThat(steps.get(3).prepay()).isBetween(2100L, 2300L);
    assertThat(pool(loan + "'100.00'", assume).getFirst().penalty()).isEqualTo(10_000);
    assertThat(pool(loan + "1%", assume).getFirst().penalty()).isEqualTo(25);
  }

  /// AbsBox: CDR 1 % with 30 % back after 5 months: all recoveries are 30 % of all defaults.
  @Test
  void recoveries() {
    List<LedgerRun.PoolRow> rows =
        Deals.run(
                Deals.passing(
                        "kind: level, balance: '100000000.00', rate: 8%, term: 24, next: 2024-02-01")
                    .replace("floor-each-product", "half-up"),
                "assume: case\npool: {default: {cdr: 1%}, recovery: {rate: 30%, lag: 5}}")
            .pool();
    long defaulted = rows.stream().mapToLong(LedgerRun.PoolRow::defaulted).sum();
    long recovered = rows.stream().mapToLong(LedgerRun.PoolRow::recovery).sum();
    assertThat((double) recovered / defaulted).isCloseTo(0.3, within(1e-7));
    // nothing comes back before the first loss is five months old
    assertThat(rows.subList(0, 6)).allMatch(row -> row.recovery() == 0);
    assertThat(rows.get(6).recovery()).isPositive();
  }

  /// Events compete: hazards add up, and each takes its share of what any of them ends.
  @Test
  void competingEvents() {
    String loan =
        "kind: bullet, balance: '1000000.00', rate: 0%, term: 2, next: 2024-12-31, every: 12";
    List<LedgerRun.PoolRow> rows =
        pool(
            loan,
            """
            pool:
              default: {annual: 2%}
              recovery: 0%
              events:
                invalidated: {rate: {annual: 3%}, recovery: 0%}
                early-end: {rate: {annual: 1%}, recovery: 100%}
            """);
    double ends = 1 - 0.98 * 0.97 * 0.99;
    assertThat((double) rows.getFirst().defaulted()).isCloseTo(100_000_000 * ends, within(3.0));
    double early = -Math.log(0.99) / -(Math.log(0.98) + Math.log(0.97) + Math.log(0.99));
    assertThat((double) rows.getFirst().recovery())
        .isCloseTo(100_000_000 * ends * early, within(3.0));
  }

  /// 20 % of what is due comes two periods later; nothing is lost.
  @Test
  void latePayments() {
    List<LedgerRun.PoolRow> rows =
        pool(
            "kind: even, balance: '1000.00', rate: 0%, term: 4, next: 2024-02-01",
            "pool: {late: {part: 20%, periods: 2}}");
    assertThat(rows)
        .extracting(LedgerRun.PoolRow::principal)
        .containsExactly(20_000L, 20_000L, 25_000L, 25_000L, 5_000L, 5_000L);
  }

  private static double part(Kind kind, String value, int ageMonths) {
    return AssetPlans.part(new RateVector(kind, List.of(rate(value))), 0, 30, 1, ageMonths);
  }

  private static Rate.PerYear rate(String text) {
    return Rate.PerYear.parse(text).orThrow();
  }
}
