package org.zhiheng.cashflow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;

/// Laws of runs over drawn deals.
final class LedgerProperties {

  /// What the pool pays is what somebody was paid and what accounts hold.
  @Seeds(200)
  void noCashIsLostOrMade(Seed seed) {
    RandomDeals deals = new RandomDeals(seed);
    LedgerRun run = Deals.run(deals.deal(), deals.assumptions());
    long in =
        run.pool().stream()
            .mapToLong(row ->
                row.interest() + row.principal() + row.prepay() + row.recovery() + row.penalty())
            .sum();
    long out = 0;
    for (String name : List.of("A", "B", "C")) {
      for (LedgerRun.TrancheRow row : run.tranche(name)) {
        out += row.interest() + row.principal();
        assertThat(row.end()).isEqualTo(row.begin() - row.principal()).isNotNegative();
        assertThat(row.unpaid()).isNotNegative();
      }
    }
    for (String name : List.of("trustee", "audit")) {
      out += run.fee(name).stream().mapToLong(LedgerRun.FeeRow::paid).sum();
    }
    for (String name : List.of("collect", "reserve")) {
      assertThat(run.account(name)).allMatch(row -> row.end() >= 0);
      out += run.account(name).getLast().end();
    }
    assertThat(out).isEqualTo(in);
  }

  /// The transfers tell the same as the tables.
  @Seeds(50)
  void transfersComeToTheTables(Seed seed) {
    RandomDeals deals = new RandomDeals(seed);
    LedgerRun run = Deals.run(deals.deal(), deals.assumptions());
    for (String name : List.of("A", "B", "C")) {
      long moved =
          run.transfers().stream()
              .filter(transfer -> transfer.to().equals(name))
              .mapToLong(LedgerRun.Transfer::amount)
              .sum();
      long paid =
          run.tranche(name).stream().mapToLong(row -> row.interest() + row.principal()).sum();
      assertThat(moved).isEqualTo(paid);
    }
  }

  /// More default and nothing back never brings more cash.
  @Seeds(100)
  void moreDefaultNeverBringsMoreCash(Seed seed) {
    String deal = new RandomDeals(seed).deal();
    long before = Long.MAX_VALUE;
    for (int cdr = 0; cdr <= 30; cdr += 6) {
      LedgerRun run =
          Deals.run(deal, "assume: x\npool: {default: {cdr: " + cdr + "%}, recovery: 0%}\n");
      long cash = run.pool().stream().mapToLong(row -> row.interest() + row.principal()).sum();
      // each product may be rounded up by half a cent
      long roundings = 2L * run.pool().size() * 8;
      assertThat(cash).isLessThanOrEqualTo(before == Long.MAX_VALUE ? before : before + roundings);
      before = cash;
    }
  }

  /// Rules that pay different parties from different accounts may stand in any order.
  @Seeds(50)
  void independentRulesMayStandInAnyOrder(Seed seed) {
    String deal =
        new RandomDeals(seed)
            .deal()
            .replace(
                "accounts: {collect: {}, ",
                "accounts: {collect: {}, one: {opening: \"700.00\"}, two: {opening: \"90.00\"}, ");
    String left =
        deal.replace("[fees, \"interest A", "[fees from one, principal C from two, \"interest A");
    String right =
        deal.replace("[fees, \"interest A", "[principal C from two, fees from one, \"interest A");
    String assume = "assume: x\npool: {default: {cdr: 2%}}\n";
    LedgerRun one = Deals.run(left, assume);
    LedgerRun other = Deals.run(right, assume);
    assertThat(left).isNotEqualTo(right);
    assertThat(RunJson.of(one)).isEqualTo(RunJson.of(other));
  }

  /// What was written reads as the same deal.
  @Seeds(100)
  void writingAndReadingGiveTheSameDeal(Seed seed) {
    Deal deal = DealReader.read("deal", new RandomDeals(seed).deal(), DealReader.FileTexts.NONE);
    assertThat(DealReader.read("yaml", DealWriter.yaml(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
    assertThat(DealReader.read("json", DealWriter.json(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
  }
}
