package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders of payment, fees, reserves, support, triggers: cases of AbsBox's regression tests and of
/// the unit tests of Hastructure (c1fec9dc, 2025-09-16), and small ones reckoned by hand.
final class WaterfallTest {

  /// AbsBox's deal: 2200 at 8 %, level, 30 months; four payments before the first date, 81.15 each.
  private static final String ABSBOX =
      """
      deal: absbox
      rounding: floor-each-product
      dates: {cutoff: 2021-03-01, closing: 2021-04-15, first-pay: 2021-07-26,
              pay: monthly on 20, legal: 2030-01-01}
      pool:
        assets:
          - {kind: level, balance: "2200.00", rate: 8%, term: 30, next: 2021-03-15}
      tranches:
        A1: {size: "1000.00", coupon: 7%TERMS}
        A2: {size: "SECOND"}
        B: {size: "1000.00"}
      FEES
      waterfall:
        normal: [fees, interest A1, principal A1, principal A2, principal B, residual B]
      """;

  private static LedgerRun absbox(String terms, String second, String fees) {
    return Deals.run(
        ABSBOX
            .replace("7%TERMS", "7%" + terms)
            .replace("SECOND", second)
            .replace("FEES\n", fees.isEmpty() ? "" : fees + "\n"));
  }

  /// What a receivable brings on one day, paid out by one rule.
  private static String once(String cash, String parts, String rules) {
    return """
    deal: once
    dates: {cutoff: 2024-01-01, closing: 2024-01-01, pay: month-end, legal: 2025-01-01}
    pool:
      assets:
        - {kind: receivable, amount: "CASH", due: 2024-01-15}
    PARTS
    waterfall:
      normal: [RULES]
    """
        .replace("CASH", cash)
        .replace("PARTS\n", parts)
        .replace("RULES", rules);
  }

  private static long principal(LedgerRun run, String tranche) {
    return run.tranche(tranche).getFirst().principal();
  }

  /// Hastructure: 120 to (100, 20, 10) in order gives 100, 20, 0.
  @ParameterizedTest
  @CsvSource({
    "120.00, 100.00, 20.00, 10.00, '', 10000, 2000, 0",
    "120.00, 100.00, 10.00, 0.00, '', 10000, 1000, 0",
    "60.00, 100.00, 200.00, 300.00, pro-rata, 1000, 2000, 3000",
    "60.00, 100.00, 200.00, 0.00, pro-rata, 2000, 4000, 0",
    // a cent that is left over goes to the first
    "1.00, 50.00, 50.00, 50.00, pro-rata, 34, 33, 33"
  })
  void paysInOrderOrByShares(
      String cash, String a, String b, String c, String order, long pa, long pb, long pc) {
    String tranches =
        "tranches: {A: {size: '" + a + "'}, B: {size: '" + b + "'}, C: {size: '" + c + "'}}\n";
    LedgerRun run = Deals.run(once(cash, tranches, "'principal A, B, C " + order + "'"));
    assertThat(List.of(principal(run, "A"), principal(run, "B"), principal(run, "C")))
        .containsExactly(pa, pb, pc);
  }

  /// AbsBox: 1000 at 7 % for the 102 days to the first date: 19.5616, cut.
  @Test
  void firstInterest() {
    assertThat(absbox("", "0.00", "").tranche("A1").getFirst().interest()).isEqualTo(1956);
  }

  /// AbsBox: a planned class; on the last day 81.15 less 650 * 7 % * 31 / 365 = 3.86 is 77.29.
  @Test
  void plannedClass() {
    String plan =
        ", balances: {2021-07-26: '800.00', 2021-08-20: '750.00', 2021-09-20: '700.00',"
            + " 2021-10-20: '650.00', 2021-11-20: '0.00'}";
    assertThat(absbox(plan, "0.00", "").tranche("A1").subList(0, 5))
        .extracting(LedgerRun.TrancheRow::end)
        .containsExactly(80_000L, 75_000L, 70_000L, 65_000L, 57_271L);
  }

  /// AbsBox: the plan holds while A2 is outstanding; it is paid off on 2021-09-20.
  @Test
  void plannedClassWhileAnotherIsOutstanding() {
    String plan =
        ", while: A2, balances: {2021-07-26: '800.00', 2021-08-20: '750.00', 2021-09-20: '700.00',"
            + " 2021-10-20: '650.00', 2021-11-20: '0.00'}";
    assertThat(absbox(plan, "150.00", "").tranche("A1").subList(0, 5))
        .extracting(LedgerRun.TrancheRow::end)
        .containsExactly(80_000L, 75_000L, 70_000L, 62_287L, 54_542L);
  }

  /// AbsBox: 4 * 81.15 = 324.60 of 400, then the rest.
  @Test
  void fixedFeeFirstInLine() {
    assertThat(absbox("", "0.00", "fees: {f: {fixed: '400.00'}}").fee("f").subList(0, 3))
        .extracting(LedgerRun.FeeRow::paid)
        .containsExactly(32_460L, 7_540L, 0L);
  }

  /// AbsBox: 20 at each of nine quarter ends.
  @Test
  void recurringFee() {
    assertThat(
            absbox("", "0.00", "fees: {f: {recurring: '20.00', every: quarter-end}}")
                .fee("f")
                .stream()
                .map(LedgerRun.FeeRow::paid)
                .filter(paid -> paid > 0))
        .containsExactly(2000L, 2000L, 2000L, 2000L, 2000L, 2000L, 2000L, 2000L, 2000L);
  }

  /// Hastructure: 50 on the first of each month after 2022-01-01: none by 01-15, two by 03-10,
  /// three by 04-15.
  @Test
  void recurringFeeByDays() {
    LedgerRun run =
        Deals.run(
            """
            deal: days
            dates: {cutoff: 2022-01-01, closing: 2022-01-01, legal: 2023-01-01,
                    pay: [2022-01-15, 2022-03-10, 2022-04-15]}
            pool: {assets: [{kind: receivable, amount: "1.00", due: 2022-04-01}]}
            tranches: {A: {size: "1.00"}}
            fees: {f: {recurring: "50.00", every: month-first}}
            waterfall: {normal: [principal A]}
            """);
    assertThat(run.fee("f"))
        .extracting(LedgerRun.FeeRow::due)
        .containsExactly(0L, 10_000L, 15_000L);
  }

  /// AbsBox: 15 for each collection period: four by the first date, then one.
  @Test
  void feeByCollectionPeriod() {
    assertThat(
            absbox("", "0.00", "fees: {f: {per-collection: '15.00', from: 2021-03-01}}")
                .fee("f")
                .subList(0, 3))
        .extracting(LedgerRun.FeeRow::paid)
        .containsExactly(6000L, 1500L, 1500L);
  }

  /// AbsBox: 3 % of the interest collected: 1.67 .39 .37 .36 .35 .33 .31 .31. There the cents cut
  /// are made up for later, here they are not: each is the same or one cent less.
  @Test
  void feeOnInterest() {
    List<LedgerRun.FeeRow> rows =
        absbox("", "0.00", "fees: {f: {amount: 3% of pool.interest}}").fee("f");
    long[] theirs = {167, 39, 37, 36, 35, 33, 31, 31};
    for (int i = 0; i < theirs.length; i++) {
      assertThat(theirs[i] - rows.get(i).paid()).isBetween(0L, 1L);
    }
  }

  /// By steps of the pool's balance.
  @Test
  void feeByTable() {
    assertThat(
            absbox(
                    "",
                    "0.00",
                    "fees: {f: {of: pool, table: [{from: '0.00', amount: '5.00'},"
                        + " {from: '1900.00', amount: '45.00'}]}}")
                .fee("f")
                .subList(0, 2))
        .extracting(LedgerRun.FeeRow::due)
        // four payments leave 1931.36, five 1863.08
        .containsExactly(4500L, 500L);
  }

  /// Hastructure: a target of 1 % of 70 with 200 there leaves no gap; one of 210 with 150 there 60.
  @Test
  void reserve() {
    LedgerRun run =
        Deals.run(
            once(
                "100.00",
                "tranches: {A: {size: '70.00'}}\n"
                    + "accounts: {c: {}, r: {opening: '200.00', target: 1% of A},"
                    + " s: {opening: '150.00', target: '210.00'}}\n",
                "fill r, fill s, release r"));
    assertThat(run.account("r").getFirst().target()).isEqualTo(70);
    assertThat(run.account("r").getFirst().end()).isEqualTo(70);
    assertThat(run.account("s").getFirst().end()).isEqualTo(21_000);
    assertThat(run.account("c").getFirst().end()).isEqualTo(10_000 - 6_000 + 19_930);
  }

  /// Hastructure: 100 drawn at 3 % and 500 undrawn at 8 % for 31 days: 0.25 + 3.39.
  @Test
  void liquidityLine() {
    LedgerRun run =
        Deals.run(
            """
            deal: line
            rounding: floor-each-product
            dates: {cutoff: 2023-11-30, closing: 2023-12-31, pay: [2023-12-31, 2024-01-01, 2024-02-01],
                    legal: 2025-01-01}
            pool: {assets: [{kind: receivable, amount: "1000.00", due: 2024-01-20}]}
            tranches: {A: {size: "1000.00"}}
            fees: {f: {listed: {2024-01-01: "100.00"}}}
            support: {line: {cap: 600.00, rate: 3%, undrawn-rate: 8%}}
            waterfall: {normal: [fee f with line, repay line, principal A]}
            """);
    assertThat(run.support("line").get(0).drawn()).isEqualTo(10_000);
    // the premium of one day before the draw is 600 * 8 % / 365 = 0.13, paid with the rest
    assertThat(run.transfers())
        .filteredOn(transfer -> transfer.to().equals("line"))
        .extracting(LedgerRun.Transfer::amount)
        .containsExactly(0L, 10_000L + 25 + 339 + 13);
    assertThat(run.support("line").get(1).drawn()).isZero();
  }

  @Test
  void guarantorPaysInterestAndPrincipalAtMaturity() {
    LedgerRun run =
        Deals.run(
            """
            deal: guaranteed
            dates: {cutoff: 2024-01-01, closing: 2024-01-01, pay: quarterly on 1, legal: 2026-01-01}
            pool: {assets: [{kind: receivable, amount: "40.00", due: 2024-05-15}]}
            tranches: {A: {size: "100.00", coupon: 4%, daycount: 30/360, maturity: 2025-01-01}}
            support: {guarantor: {covers: [A.interest, A.principal]}}
            waterfall: {normal: [interest A, principal A]}
            """);
    // 1.00 a quarter; 39.00 of principal from the pool, then 0.61 a quarter on 61
    assertThat(run.tranche("A"))
        .extracting(LedgerRun.TrancheRow::interest)
        .containsExactly(100L, 100L, 61L, 61L);
    assertThat(run.tranche("A"))
        .extracting(LedgerRun.TrancheRow::principal)
        .containsExactly(0L, 3_900L, 0L, 6_100L);
    assertThat(run.support("guarantor").getLast().drawn()).isEqualTo(100 + 61 + 61 + 6_100);
  }

  /// 70 of 100 given up leaves 30; more than there is gives up what there is.
  @Test
  void writeOff() {
    String tranches = "tranches: {A: {size: '100.00'}}\n";
    assertThat(
            Deals.run(once("1.00", tranches, "write-off A up to 70.00"))
                .tranche("A")
                .getFirst()
                .end())
        .isEqualTo(3_000);
    assertThat(
            Deals.run(once("1.00", tranches, "write-off A up to 120.00"))
                .tranche("A")
                .getFirst()
                .end())
        .isZero();
  }

  /// A 80, B 20: a loss of 5 is borne by B; 18 more fill B and leave 3 to A; 10 of excess cure A,
  /// then B: 13.
  @Test
  void deficiencies() {
    LedgerRun run =
        Deals.run(
            """
            deal: deficiencies
            dates: {cutoff: 2024-01-01, closing: 2024-01-01, pay: month-end, legal: 2025-01-01}
            pool: {assets: [{kind: bullet, balance: "100.00", rate: 0%, term: 3, next: 2024-01-31}]}
            tranches: {A: {size: "80.00"}, B: {size: "20.00"}}
            ledgers: {losses: [B, A]}
            waterfall: {normal: [book losses, "if period = 3: cure losses up to 10.00"]}
            """,
            // 5 of 100, then 18 of 95
            "assume: losses\npool: {default: {mdr: [5%, 18.9473684%, 0%]}}\n");
    assertThat(run.ledger("losses"))
        .containsExactly(List.of(500L, 0L), List.of(2_000L, 300L), List.of(1_300L, 0L));
  }

  /// As in the trust of 2000 that failed its covenant: three dates running, and the senior tranche
  /// takes all.
  @Test
  void turnsAfterThreeDatesRunning() {
    String deal =
        """
        deal: covenant
        dates: {cutoff: 2023-12-31, closing: 2023-12-31, pay: quarterly on 31, legal: 2027-01-01}
        pool:
          assets:
            - {kind: listed, amounts: {2024-03-01: "3.00", 2024-06-01: "1.00", 2024-09-01: "4.00",
               2024-12-01: "1.00", 2025-03-01: "1.00", 2025-06-01: "1.00", 2025-09-01: "30.00"}}
        tranches:
          A: {size: "100.00", coupon: 8%, daycount: 30/360}
          B: {size: "20.00"}
        triggers:
          early: {when: coverage(A) < 1.05 for 3 periods, do: status early}
        waterfall:
          normal: [interest A, residual B]
          early: [interest A, principal A]
        """;
    LedgerRun run = Deals.run(deal);
    // 2.00 is due a quarter: 3 is enough, 1 is not, 4 is for 2 and 1 of before; then 1, 1, 1
    assertThat(run.changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.by()).isEqualTo("early");
          assertThat(change.date()).isEqualTo("2025-06-30");
        });
    assertThat(run.tranche("B").getFirst().interest()).isEqualTo(100);
    assertThat(run.tranche("A").getLast().principal()).isPositive();
    assertThat(run.status()).isEqualTo("early");
  }

  @Test
  void curedTriggerGoesBack() {
    String deal =
        """
        deal: cured
        dates: {cutoff: 2023-12-31, closing: 2023-12-31, pay: month-end, legal: 2025-01-01}
        pool:
          assets:
            - {kind: listed, amounts: {2024-01-15: "10.00", 2024-02-15: "1.00", 2024-03-15: "10.00"}}
        tranches: {A: {size: "100.00"}, B: {size: "20.00"}}
        triggers:
          low: {when: pool.cash < 5.00, curable: CURABLE, do: status low}
        waterfall:
          normal: [residual B]
          low: [principal A]
        """;
    assertThat(Deals.run(deal.replace("CURABLE", "yes")).changes())
        .extracting(LedgerRun.Change::status)
        .containsExactly("low", "normal");
    assertThat(Deals.run(deal.replace("CURABLE", "no")).status()).isEqualTo("low");
  }

  /// AbsBox's interest cover: what is short stays due, and the rule turns by the day's ratio.
  @Test
  void choosesByRatioOfTheDay() {
    String choice =
        "'if pool.interest - f.paid >= 1.1 * A.due-interest: principal B up to 1.00',"
            + " 'if pool.interest < 1.1 * A.due-interest: principal A up to 2.00'";
    String deal =
        """
        deal: cover
        dates: {cutoff: 2023-12-31, closing: 2023-12-31, pay: month-end, legal: 2025-01-01}
        pool: {assets: [{kind: bullet, balance: "1200.00", rate: 6%, term: 3, next: 2024-01-31}]}
        tranches: {A: {size: "1000.00", coupon: RATE, daycount: 30/360}, B: {size: "100.00"}}
        fees: {f: {recurring: "1.00", every: month-end}}
        waterfall: {normal: [fee f, CHOICE]}
        """;
    // 6.00 of interest less 1.00 over 4.00 is 1.25; over 6.00 it is 0.83
    LedgerRun covered = Deals.run(deal.replace("RATE", "4.8%").replace("CHOICE", choice));
    assertThat(principal(covered, "B")).isEqualTo(100);
    assertThat(principal(covered, "A")).isZero();
    LedgerRun uncovered = Deals.run(deal.replace("RATE", "7.2%").replace("CHOICE", choice));
    assertThat(principal(uncovered, "B")).isZero();
    assertThat(principal(uncovered, "A")).isEqualTo(200);
  }

  @Test
  void cleanUpCallSellsThePoolAndEnds() {
    LedgerRun run =
        Deals.run(
            """
            deal: called
            dates: {cutoff: 2023-12-31, closing: 2023-12-31, pay: month-end, legal: 2026-01-01}
            pool: {assets: [{kind: even, balance: "100.00", rate: 0%, term: 10, next: 2024-01-31}]}
            tranches: {A: {size: "90.00"}, B: {size: "10.00"}}
            clean-up: {when: pool-factor < 25%, price: 95%}
            waterfall: {normal: [principal A, principal B], clean-up: [principal A, principal B]}
            """);
    // after eight payments 20.00 is left; sold for 19.00: A gets its last 10, B 9
    assertThat(run.payments()).isEqualTo(8);
    assertThat(run.tranche("A").getLast().end()).isZero();
    assertThat(run.tranche("B").getLast().principal()).isEqualTo(900);
    assertThat(run.status()).isEqualTo("clean-up");
  }

  @Test
  void buysWhileItRevolves() {
    String deal =
        """
        deal: revolving
        dates: {cutoff: 2023-12-31, closing: 2023-12-31, pay: month-end, legal: 2025-12-31}
        pool: {assets: [{kind: even, balance: "100.00", rate: 0%, term: 2, next: 2024-01-31}]}
        tranches: {A: {size: "100.00"}}
        waterfall: {normal: ["if date < 2024-02-15: buy", principal A]}
        """;
    LedgerRun run =
        Deals.run(
            deal,
            "assume: buy\nbuy: {asset: {kind: even, balance: '1.00', rate: 0%, term: 2,"
                + " next: 2024-01-31}}\n");
    // 50 of January buys a loan of two payments of 25, due in February and March
    assertThat(run.pool())
        .extracting(LedgerRun.PoolRow::principal)
        .containsExactly(5_000L, 7_500L, 2_500L);
    assertThat(run.tranche("A"))
        .extracting(LedgerRun.TrancheRow::principal)
        .startsWith(0L, 7_500L, 2_500L);
    assertThat(run.pool().getFirst().end()).isEqualTo(10_000);
  }

  @Test
  void everyTransferHasItsRuleAndWhy() {
    LedgerRun run =
        Deals.run(
            once(
                "5.00",
                "tranches: {A: {size: '100.00', coupon: 3%}}\nfees: {f: {fixed: '7.00'}}\n",
                "fees, interest A"));
    assertThat(run.transfers())
        .extracting(LedgerRun.Transfer::rule, LedgerRun.Transfer::to, LedgerRun.Transfer::amount)
        .startsWith(
            tuple("collections", "collect", 500L),
            tuple("normal 1: fees", "f", 500L),
            tuple("normal 2: interest A", "A", 0L));
    assertThat(run.transfers().get(2).why()).isEqualTo("cash was short");
  }
}
