package org.zhiheng.cashflow.absbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.values.ProblemsException;

/// A deal of our own in AbsBox's JSON: one loan of 1,000,000 at 12 %, interest 10,000.00 a month,
/// all principal on 2025-03-31; A 800,000 at 6 % (ACT/365F), B 200,000.
final class AbsBoxImportTest {

  /// Interest of A: 800,000 x 6 % x 31, 28 and 31 days / 365 = 4,076.71, 3,682.19, 4,076.71.
  ///
  /// Service: 1 % a year of the pool for the days from closing, 2025-01-10, to 01-31 (21), from
  /// 02-10 to 02-28 (18), from 03-10 to 03-31 (21), cut down: 575.34, 493.15, 575.34. Tax: 3.3 % of
  /// 10,000.00. B has what is left after 5,000.00 went to the reserve: 10,000.00 - 330.00 - 575.34
  /// - 4,076.71 - 5,000.00 = 17.95, and so on.
  @Test
  void paysInterestAndPrincipalFromAccountsOfTheirOwn() {
    LedgerRun run = run(AbsBoxImport.deal("deal", json()), Assumptions.NONE);

    assertThat(each(run.tranche("A"), LedgerRun.TrancheRow::interest))
        .containsExactly(407_671L, 368_219L, 407_671L, 0L);
    assertThat(each(run.fee("service"), LedgerRun.FeeRow::paid))
        .containsExactly(57_534L, 49_315L, 57_534L, 0L);
    assertThat(each(run.fee("tax"), LedgerRun.FeeRow::paid))
        .containsExactly(33_000L, 33_000L, 33_000L, 0L);
    assertThat(each(run.tranche("B"), LedgerRun.TrancheRow::interest))
        .containsExactly(1_795L, 549_466L, 501_795L, 0L);
    assertThat(each(run.tranche("A"), LedgerRun.TrancheRow::principal))
        .containsExactly(0L, 0L, 80_000_000L, 0L);
    assertThat(each(run.tranche("B"), LedgerRun.TrancheRow::principal))
        .containsExactly(0L, 0L, 20_000_000L, 0L);
    assertThat(each(run.account("储备"), LedgerRun.AccountRow::end))
        .containsExactly(500_000L, 500_000L, 500_000L, 500_000L);
    assertThat(run.status()).isEqualTo("amortizing");
  }

  @Test
  void readsAsTheSameDealWhenWritten() {
    Deal deal = AbsBoxImport.deal("deal", json());

    assertThat(DealReader.read("again", DealWriter.yaml(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
  }

  /// 10 % of 1,000,000 default with the first payment, 30 % of it comes back a month later: 21,000
  /// to principal, 9,000 to interest. The trigger sees the default before the payments of the day,
  /// and the waterfall of a defaulted deal pays A alone, from principal.
  @Test
  void goesOverToAnotherWaterfallAndSplitsRecoveries() {
    Assumptions lost =
        ScenarioImport.scenario(
            "lost",
            """
            {"tag": "PoolLevel", "contents": [
              {"tag": "LoanAssump", "contents": [
                {"tag": "DefaultConstant", "contents": 0.1}, null,
                {"tag": "Recovery", "contents": [0.3, 1]}, null]}, [], null]}
            """,
            Assumptions.NONE);
    LedgerRun run = run(AbsBoxImport.deal("deal", json()), lost);

    assertThat(run.changes().getFirst())
        .isEqualTo(new LedgerRun.Change(LocalDate.of(2025, 2, 10), "dealdefaulted", "lost", true));
    assertThat(run.pool().get(1).recovery()).isEqualTo(3_000_000);
    assertThat(run.tranche("A").get(1).principal()).isEqualTo(2_100_000);
    // 9,000.00 of interest in January, 0.9 x 9,000.00 + 9,000.00 in February
    assertThat(run.account("收入账户").get(1).end()).isEqualTo(900_000 + 810_000 + 900_000);
  }

  /// Each month 100.00 of principal until 2026-01; the balance is of before 2024-11-30. That of
  /// 2024-11-30 was paid before the cut-off; that of the day of the cut-off, 2024-12-31, belongs to
  /// the deal.
  @Test
  void reckonsWhatWasPaidBeforeTheCutOff() {
    String aged =
        json()
            .replace(
                "\"originBalance\": 1000000, \"originRate\"",
                "\"originBalance\": 2400, \"originRate\"")
            .replace("\"originTerm\": 3", "\"originTerm\": 24")
            .replace("\"startDate\": \"2024-12-31\"", "\"startDate\": \"2023-12-31\"")
            .replace("I_P", "Even")
            .replace("1000000, 0.12, 3, null", "1400, 0, 14, null");
    Deal deal = AbsBoxImport.deal("aged", aged);
    LedgerRun run = run(deal, Assumptions.NONE);

    assertThat(deal.dates().cutoff()).isEqualTo("2024-12-30");
    assertThat(run.pool().getFirst().begin()).isEqualTo(130_000);
    assertThat(run.pool().getFirst().principal()).isEqualTo(20_000);
    assertThat(run.pool().get(1).principal()).isEqualTo(10_000);
    assertThat(DealReader.read("again", DealWriter.yaml(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
  }

  /// A table of expected flows; 10 % of what is outstanding is paid early each month: of 1,000.00
  /// 100.00, and of the rest 9/10 of what the table says.
  @Test
  void takesTheFlowsThatAPoolIsExpectedToBring() {
    String from = json();
    int assets = from.indexOf("\"assets\"");
    int asOf = from.indexOf("\"asOfDate\"");
    String flows =
        from.substring(0, assets)
            + "\"assets\": [], "
            + from.substring(asOf)
                .replace(
                    "\"futureCf\": null",
                    """
                    "futureCf": [{"tag": "CashFlowFrame", "contents": [[1000, "2024-12-31", null], [
                      {"tag": "MortgageFlow", "contents": ["2025-01-31", 600, 400, 10, 0, 0, 0, 0, 0.12, null, null, null]},
                      {"tag": "MortgageFlow", "contents": ["2025-02-28", 0, 600, 6, 0, 0, 0, 0, 0.12, null, null, null]}
                    ]]}, null]\
                    """);
    Assumptions early =
        ScenarioImport.scenario(
            "early",
            """
            {"tag": "PoolLevel", "contents": {"tag": "MortgageAssump", "contents":
              [null, {"tag": "PrepaymentConstant", "contents": 0.1}, null, null]}}
            """,
            Assumptions.NONE);
    List<LedgerRun.PoolRow> pool = run(AbsBoxImport.deal("flows", flows), early).pool();

    assertThat(pool.getFirst().prepay()).isEqualTo(10_000);
    assertThat(pool.getFirst().principal()).isEqualTo(36_000);
    assertThat(pool.getFirst().interest()).isEqualTo(900);
    // 540.00 are left: 54.00 early, and the rest with the last
    assertThat(pool.get(1).prepay()).isEqualTo(5_400);
    assertThat(pool.get(1).principal()).isEqualTo(48_600);
    assertThat(pool.get(1).interest()).isEqualTo(486);
  }

  /// Sold on 2025-03-10 for 90 % of 1,000,000, because the scenario says so.
  @Test
  void isCalledWhenItsAssumptionsSaySo() {
    String ends =
        json()
            .replace(
                "\"waterfall\": {",
                """
                "waterfall": {"CleanUp": [
                  {"tag": "LiquidatePool", "contents": [{"tag": "BalanceFactor", "contents": [0.9, 0]}, "收入账户", null]},
                  {"tag": "PayPrin", "contents": [null, "收入账户", ["A"], null]}],\
                """);
    String called =
        """
        {"callWhen": [{"tag": "LegacyOpts", "contents": [{"tag": "OnDate", "contents": "2025-03-10"}]}],
         "interest": null, "stopRunBy": null}
        """;
    Deal deal = AbsBoxImport.deal("ends", ends, Map.of("called", called));
    LedgerRun run = run(deal, ScenarioImport.scenario("called", called, Assumptions.NONE));

    assertThat(run.status()).isEqualTo("clean-up");
    assertThat(run.tranche("A").getLast().date()).isEqualTo("2025-03-10");
    assertThat(run.tranche("A").getLast().principal()).isEqualTo(80_000_000);
  }

  /// The pool brings 1,000.00 of interest a month, of which tax and service take their part: the
  /// line pays what misses of A's interest, and costs 3 % a year of what stands drawn (28 days).
  @Test
  void drawsOnALineForInterest() {
    String drawn =
        json()
            .replace("1000000, 0.12, 3, null", "1000000, 0.012, 3, null")
            .replace(
                "\"liqProvider\": null",
                """
                "liqProvider": {"bank": {"liqName": "bank", "liqType": {"tag": "FixSupport", "contents": 50000},
                  "liqBalance": 0, "liqCredit": 50000, "liqRate": 0.03, "liqPremiumRate": null, "liqDueInt": 0,
                  "liqDuePremium": 0, "liqStart": "2025-01-10", "liqEnds": null}}\
                """)
            .replace(
                "[null, \"收入账户\", [\"A\"], null]",
                "[null, \"收入账户\", [\"A\"], {\"tag\": \"SupportLiqFacility\", \"contents\": \"bank\"}]");
    LedgerRun run = run(AbsBoxImport.deal("drawn", drawn), Assumptions.NONE);

    // 1,000.00 - 33.00 - 575.34 = 391.66, then 1,000.00 - 33.00 - 493.15 = 473.85
    long first = 407_671 - 39_166;
    long second = 368_219 - 47_385;
    assertThat(run.support("bank").getFirst().drawn()).isEqualTo(first);
    assertThat(run.support("bank").get(1).drawn()).isEqualTo(first + second);
    assertThat(run.support("bank").get(1).due()).isEqualTo(first * 3 * 28 / 36_500);
  }

  /// All principal that comes in on 2025-03-31 buys the like of a loan of two months at 24 %, whose
  /// interest of 20,000.00 comes in by 2025-05-31, and again with the principal by 06-30.
  @Test
  void buysWhileItRevolves() {
    String revolves =
        json()
            .replace(
                "{\"tag\": \"PayPrin\", \"contents\": [null, \"本金账户\", [\"A\"], null]},",
                """
                {"tag": "ActionWithPre2", "contents": [
                  {"tag": "IfDate", "contents": ["LE", "2025-04-10"]},
                  [{"tag": "BuyAsset", "contents": [null, {"tag": "BalanceFactor", "contents": [1.0, 0.0]}, "本金账户", null]}],
                  [{"tag": "PayPrin", "contents": [null, "本金账户", ["A"], null]}]]},\
                """);
    String buys =
        """
        {"revolving": {"tag": "AvailableAssets", "contents": [
          {"tag": "ConstantAsset", "contents": [{"tag": "MO", "contents": {"tag": "Mortgage", "contents": [
            {"tag": "MortgageOriginalInfo", "originBalance": 50, "originRate": {"tag": "Fix", "contents": ["DC_ACT_365F", 0.24]},
              "originTerm": 2, "period": "Monthly", "startDate": "2024-01-01", "prinType": {"tag": "I_P"}},
            50, 0.24, 2, null, {"tag": "Current"}]}}]},
          {"tag": "PoolLevel", "contents": {"tag": "MortgageAssump", "contents": [null, null, null, null]}}]}}
        """;
    Deal deal = AbsBoxImport.deal("revolves", revolves, Map.of("buys", buys));
    LedgerRun run = run(deal, ScenarioImport.scenario("buys", buys, Assumptions.NONE, deal));

    assertThat(each(run.pool(), LedgerRun.PoolRow::interest).subList(0, 6))
        .containsExactly(1_000_000L, 1_000_000L, 1_000_000L, 0L, 2_000_000L, 2_000_000L);
    assertThat(run.pool().get(5).principal()).isEqualTo(100_000_000);
    assertThat(run.tranche("A").stream().mapToLong(LedgerRun.TrancheRow::principal).sum())
        .isEqualTo(80_000_000);
  }

  /// A schedule of losses with a point for each month of ten years.
  @Test
  void readsALongScheduleOfThresholds() {
    StringBuilder points = new StringBuilder();
    for (int month = 0; month < 120; month++) {
      LocalDate day = LocalDate.of(2025, 1, 31).plusMonths(month);
      points.append(month == 0 ? "" : ", ").append("[\"" + day + "\", 0.0" + (10 + month) + "]");
    }
    String scheduled =
        json()
            .replace("\"EndCollection\": {", "\"BeginDistributionWF\": {")
            .replace("\"IfRate\"", "\"IfRateCurve\"")
            .replace("0.05]},", "{\"tag\": \"ThresholdCurve\", \"contents\": [" + points + "]}]},");
    Deal deal = AbsBoxImport.deal("scheduled", scheduled);
    assertThat(DealReader.read("again", DealWriter.yaml(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
    assertThat(deal.triggers())
        .singleElement()
        .satisfies(trigger -> assertThat(trigger.after()).isTrue());
  }

  /// The same deal under way: what was reckoned until 2025-01-24 is not reckoned again, so 7 days
  /// of January are left of the service.
  @Test
  void reckonsAFeeFromTheDayItWasReckonedUntil() {
    String underWay =
        json()
            .replaceFirst(
                "\"feeStart\": \"2025-01-10\"",
                "\"feeStart\": \"2020-01-01\", \"feeDueDate\": \"2025-01-24\"");
    LedgerRun run = run(AbsBoxImport.deal("under way", underWay), Assumptions.NONE);
    // 1,000,000 x 7 / 365 x 1 %
    assertThat(run.fee("service").getFirst().paid()).isEqualTo(19_178);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"rateSwap\": null', '\"rateSwap\": {\"s\": {}}', rateSwap",
    "'\"tag\": \"IfDate\"', '\"tag\": \"IfMoon\"', IfMoon",
    "'\"tag\": \"PctFee\"', '\"tag\": \"StarFee\"', StarFee",
    "'\"tag\": \"FixReserve\"', '\"tag\": \"AirReserve\"', AirReserve",
    "'[\"A\"], null]', '[\"Z\"], null]', Z",
    "'\"tag\": \"PayIntResidual\"', '\"tag\": \"BurnCash\"', BurnCash",
    "'\"tag\": \"Sequential\"', '\"tag\": \"Z\"', Z",
    "'\"tag\": \"DealStatusTo\"', '\"tag\": \"ChangeBondRate\"', ChangeBondRate"
  })
  void refusesByNameWhatItCannotCarry(String from, String to, String named) {
    String json = json().replace(from, to);
    assertThatThrownBy(() -> AbsBoxImport.deal("deal", json))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems())
                    .anySatisfy(problem -> {
                      assertThat(problem.code()).startsWith("absbox");
                      assertThat(problem.given()).isEqualTo(named);
                    }));
  }

  private static LedgerRun run(Deal deal, Assumptions assumptions) {
    return Ledger.run(Plan.of(deal, assumptions));
  }

  private static <T> List<Long> each(List<T> rows, ToLongFunction<T> part) {
    return rows.stream().map(part::applyAsLong).toList();
  }

  static String json() {
    try (InputStream in =
        Objects.requireNonNull(AbsBoxImportTest.class.getResourceAsStream("two-accounts.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
