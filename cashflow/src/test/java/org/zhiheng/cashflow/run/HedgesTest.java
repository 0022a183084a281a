package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.cashflow.deal.Hedge;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Swaps, caps and floors: by hand, against exact decimals, and by the laws that all runs keep.
final class HedgesTest {

  private static final String HELD =
      """
      deal: held
      dates: {cutoff: 2024-12-31, closing: 2024-12-31, pay: quarterly on 31, first-pay: 2025-03-31,
              legal: 2026-06-30}
      pool:
        assets:
          - {kind: interest-only, balance: "1000000.00", rate: 4%, term: 4, every: 3,
             next: 2025-03-31, daycount: ACT/365F}
      tranches:
        A: {size: "1000000.00", coupon: {index: X, spread: 1%, now: 2%, reset: quarterly on 31}}
      hedges:
      HEDGE
      waterfall:
        normal: [RULES]
      """;

  private static final String RATES =
      """
      assume: rising
      rates: {X: {2024-12-31: 2%, 2025-03-31: 3.5%, 2025-06-30: 1%}}
      """;

  private static LedgerRun run(String hedge, String rules) {
    return Deals.run(HELD.replace("HEDGE", "  h: {" + hedge + "}").replace("RULES", rules), RATES);
  }

  @Test
  void aSwapPaysOrIsPaidTheDifferenceOfItsRates() {
    LedgerRun run =
        run(
            "kind: swap, pay: 2.5%, receive: {index: X, now: 2%, reset: quarterly on 31},"
                + " notional: pool",
            "hedge h, interest A, principal A, residual A");
    List<LedgerRun.HedgeRow> rows = run.hedge("h");
    // 1,000,000.00 * (2 % - 2.5 %) * 90 / 365 = -1,232.88
    assertThat(rows.get(0).due()).isEqualTo(1_232_88);
    assertThat(rows.get(0).paid()).isEqualTo(1_232_88);
    assertThat(rows.get(0).received()).isZero();
    // reset on 31 March: (3.5 % - 2.5 %) * 91 / 365 = 2,493.15
    assertThat(rows.get(1).received()).isEqualTo(2_493_15);
    assertThat(rows.get(1).due()).isZero();
    // on 30 June, the last of the quarter: (1 % - 2.5 %) * 92 / 365 = -3,780.82
    assertThat(rows.get(2).due()).isEqualTo(3_780_82);
    assertThat(run.transfers())
        .anySatisfy(one -> {
          assertThat(one.rule()).isEqualTo("hedges");
          assertThat(one.from()).isEqualTo("h");
          assertThat(one.to()).isEqualTo("collect");
          assertThat(one.amount()).isEqualTo(2_493_15);
          assertThat(one.why()).isEqualTo("the other side of the hedge paid");
        })
        .anySatisfy(one -> {
          assertThat(one.rule()).isEqualTo("normal 1: hedge h");
          assertThat(one.to()).isEqualTo("h");
          assertThat(one.amount()).isEqualTo(1_232_88);
          assertThat(one.why()).isEqualTo("all due was paid");
        });
    assertThat(RunJson.of(run))
        .contains(
            "\"hedges\":{\"h\":[\n"
                + "  {\"date\":\"2025-03-31\",\"notional\":\"1000000.00\",\"received\":\"0.00\","
                + "\"due\":\"1232.88\",\"paid\":\"1232.88\",\"end\":\"0.00\"}");
    assertThat(RunJson.csv(run)).contains("hedge,h,2025-06-30,1000000.00,0.00,2493.15,");
  }

  @Test
  void aCapAndAFloorPayOneSideOfTheStrike() {
    String index = "index: X, now: 2%, reset: quarterly on 31";
    String rules = "interest A, principal A, residual A";
    // (3.5 % - 3 %) * 91 / 365 of 1,000,000.00 in the second quarter alone
    assertThat(run("kind: cap, strike: 3%, notional: pool, " + index, rules).hedge("h"))
        .extracting(LedgerRun.HedgeRow::received)
        .startsWith(0L, 1_246_58L, 0L);
    // (1.8 % - 1 %) * 92 / 365 of what is listed from 1 June on
    assertThat(
            run("kind: floor, strike: 1.8%, notional: {2025-06-01: \"500000.00\"}, " + index, rules)
                .hedge("h"))
        .extracting(LedgerRun.HedgeRow::received)
        .startsWith(0L, 0L, 1_008_22L);
    // nothing accrues after that day: 61 of 92 days
    assertThat(
            run("kind: floor, strike: 1.8%, notional: pool, until: 2025-08-30, " + index, rules)
                .hedge("h"))
        .extracting(LedgerRun.HedgeRow::received)
        .startsWith(0L, 0L, 1_336_99L, 0L);
  }

  @Test
  void whatIsNotPaidStaysDue() {
    LedgerRun run =
        run(
            "kind: swap, pay: 9%, receive: 1%, notional: pool.original",
            "hedge h up to 100, interest A, principal A, residual A");
    List<LedgerRun.HedgeRow> rows = run.hedge("h");
    // 8 % * 90 / 365 and 8 % * 91 / 365 of 1,000,000.00
    assertThat(rows.get(0).end()).isEqualTo(19_726_03 - 100_00);
    assertThat(rows.get(1).due()).isEqualTo(19_726_03 - 100_00 + 19_945_21);
  }

  @Test
  void unknownNamesAreRefusedWhereTheyStand() {
    assertThatThrownBy(() -> run("kind: swap, pay: 1%, receive: 2%, notional: AA", "hedge g"))
        .hasMessageContaining("AA")
        .hasMessageContaining("hedge");
    assertThatThrownBy(() -> run("kind: collar, pay: 1%, receive: 2%, notional: A", "residual A"))
        .hasMessageContaining("collar");
    assertThatThrownBy(() -> run("kind: cap, index: X, notional: A", "residual A"))
        .hasMessageContaining("strike");
  }

  private static String deal(Seed seed) {
    return new RandomDeals(seed)
        .deal()
        .replace(
            "accounts: {collect",
            String.format(
                Locale.ROOT,
                """
                hedges:
                  swap: {kind: swap, pay: %d.%d%%, receive: {index: X, now: %d%%, reset: %s}, notional: %s}
                  cap: {kind: cap, strike: %d%%, index: X, now: 3%%, reset: %s, notional: pool,
                        daycount: ACT/360}
                accounts: {collect\
                """,
                seed.between(0, 5),
                seed.between(0, 10),
                seed.between(0, 6),
                seed.oneOf(List.of("month-first", "quarterly on 15", "year-end")),
                seed.oneOf(List.of("A", "pool", "\"min(A, pool)\"", "{2026-02-01: \"123456.78\"}")),
                seed.between(0, 4),
                seed.oneOf(List.of("month-first", "quarterly on 15"))))
        .replace(
            "normal: [",
            seed.oneOf(List.of("normal: [\"hedge swap, cap\", ", "normal: [hedge swap, ")))
        .replace("turbo: [", "turbo: [hedge swap up to 90%, ");
  }

  private static String assume(Seed seed) {
    return new RandomDeals(seed).assumptions()
        + String.format(
            Locale.ROOT,
            "rates: {X: {2025-01-01: %d%%, 2026-04-01: %d.5%%, 2026-09-09: %d%%}}%n",
            seed.between(0, 7),
            seed.between(0, 7),
            seed.between(0, 7));
  }

  /// What is exchanged, day by day in exact decimals: each day has its rate, and each period one
  /// rounding.
  @Seeds(40)
  void agreesWithExactDecimals(Seed seed) {
    Plan plan = Deals.plan(deal(seed), assume(seed));
    LedgerRun run = Ledger.run(plan);
    Deal deal = plan.deal();
    LocalDate from = deal.dates().closing();
    for (int h = 0; h < 2; h++) {
      String name = h == 0 ? "swap" : "cap";
      List<LedgerRun.HedgeRow> rows = run.hedge(name);
      long stands = 0;
      LocalDate begin = from;
      for (LedgerRun.HedgeRow row : rows) {
        BigDecimal rateDays = BigDecimal.ZERO;
        for (LocalDate day = begin; day.isBefore(row.date()); day = day.plusDays(1)) {
          rateDays = rateDays.add(Oracle.rate(deal, plan, h, day));
        }
        BigDecimal amount =
            rateDays
                .multiply(BigDecimal.valueOf(row.notional()))
                .divide(BigDecimal.valueOf(h == 0 ? 365 : 360), 20, RoundingMode.HALF_UP);
        RoundingMode mode =
            plan.rounding == Rounding.HALF_UP ? RoundingMode.HALF_UP : RoundingMode.DOWN;
        long whole = amount.setScale(0, mode).longValueExact();
        assertThat(row.received()).as(name + " on " + row.date()).isEqualTo(Math.max(0, whole));
        assertThat(row.due()).as(name + " on " + row.date()).isEqualTo(stands - Math.min(0, whole));
        assertThat(row.end()).isEqualTo(row.due() - row.paid()).isNotNegative();
        stands = row.end();
        begin = row.date();
      }
    }
  }

  private static final class Oracle {

    static BigDecimal rate(Deal deal, Plan plan, int hedge, LocalDate day) {
      NavigableMap<LocalDate, BigDecimal> index = new TreeMap<>();
      plan.assumptions
          .rates()
          .getOrDefault("X", new TreeMap<>())
          .forEach((from, rate) -> index.put(from, BigDecimal.valueOf(rate.billionths(), 9)));
      Hedge.Kind kind = deal.hedges().get(hedge).kind();
      return switch (kind) {
        case Hedge.Kind.Swap swap ->
            floating(swap.receives(), index, deal, day)
                .subtract(BigDecimal.valueOf(((Coupon.Fixed) swap.pays()).rate().billionths(), 9));
        case Hedge.Kind.Cap cap ->
            floating(cap.index(), index, deal, day)
                .subtract(BigDecimal.valueOf(cap.strike().billionths(), 9))
                .max(BigDecimal.ZERO);
        case Hedge.Kind.Floor _ -> throw new IllegalStateException();
      };
    }

    /// The index on the last day of reset after closing, or today's rate before the first.
    private static BigDecimal floating(
        Coupon coupon, NavigableMap<LocalDate, BigDecimal> index, Deal deal, LocalDate day) {
      Coupon.Floating floating = (Coupon.Floating) coupon;
      LocalDate closing = deal.dates().closing();
      LocalDate last = closing;
      LocalDate next = floating.reset().next(closing, closing);
      while (!next.isAfter(day)) {
        last = next;
        next = floating.reset().next(next, closing);
      }
      if (last.equals(closing)) {
        return BigDecimal.valueOf(floating.now().billionths(), 9);
      }
      Map.Entry<LocalDate, BigDecimal> at = index.floorEntry(last);
      return at == null ? index.firstEntry().getValue() : at.getValue();
    }
  }

  /// What comes in, from the pool and from hedges, is what somebody was paid and what is held.
  @Seeds(40)
  void noCashIsLostOrMade(Seed seed) {
    LedgerRun run = Deals.run(deal(seed), assume(seed));
    long in = 0;
    long out = 0;
    for (LedgerRun.PoolRow row : run.pool()) {
      in += row.interest() + row.principal() + row.prepay() + row.recovery() + row.penalty();
    }
    for (String name : List.of("swap", "cap")) {
      for (LedgerRun.HedgeRow row : run.hedge(name)) {
        in += row.received();
        out += row.paid();
      }
    }
    for (String name : List.of("A", "B", "C")) {
      for (LedgerRun.TrancheRow row : run.tranche(name)) {
        out += row.interest() + row.principal();
      }
    }
    for (String name : List.of("trustee", "audit")) {
      out += run.fee(name).stream().mapToLong(LedgerRun.FeeRow::paid).sum();
    }
    for (String name : List.of("collect", "reserve")) {
      out += run.account(name).getLast().end();
    }
    assertThat(out).isEqualTo(in);
  }

  /// Doubles stay within one minor unit for each product that the ledger rounds.
  @Seeds(40)
  void theSimulationStaysNearTheLedger(Seed seed) {
    Plan plan = Deals.plan(deal(seed), assume(seed));
    LedgerRun ledger = Ledger.run(plan);
    Simulation simulation = Simulation.of(plan);
    double roundings = 0;
    for (AssetPlan asset : plan.assets) {
      roundings += 5.0 * asset.payments();
    }
    for (String tranche : plan.layout.tranches) {
      List<LedgerRun.TrancheRow> exact = ledger.tranche(tranche);
      List<Simulation.PathRow> near = simulation.expected(tranche);
      double paid = 0;
      double paidExact = 0;
      for (int p = 0; p < exact.size(); p++) {
        paid += near.get(p).interest() + near.get(p).principal();
        paidExact += exact.get(p).interest() + exact.get(p).principal();
        assertThat(paid)
            .as(tranche + " until " + exact.get(p).date())
            .isCloseTo(paidExact, within(roundings + 25.0 * (p + 1)));
      }
    }
    String json = simulation.run(2_000, 7, 1).json();
    assertThat(simulation.run(2_000, 7, 2).json()).isEqualTo(json);
    assertThat(json).contains("\"hedges\":{\"swap\":{\"received\":");
  }

  /// What was written reads as the same deal.
  @Seeds(30)
  void writingAndReadingGiveTheSameDeal(Seed seed) {
    Deal deal = DealReader.read("deal", deal(seed), DealReader.FileTexts.NONE);
    assertThat(deal.hedges()).hasSize(2);
    assertThat(DealReader.read("yaml", DealWriter.yaml(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
    assertThat(DealReader.read("json", DealWriter.json(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
  }
}
