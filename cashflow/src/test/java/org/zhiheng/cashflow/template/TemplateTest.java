package org.zhiheng.cashflow.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.run.Simulation;
import org.zhiheng.cashflow.run.SimulationRun;
import org.zhiheng.cashflow.solve.Level;
import org.zhiheng.cashflow.solve.StressGrid;

final class TemplateTest {

  private static Deal deal(Template template) {
    return DealReader.read(template.code(), template.deal(), DealReader.FileTexts.NONE);
  }

  private static Assumptions assumptions(Template template, Deal deal) {
    return AssumptionsReader.read(template.code(), template.assumptions(), deal);
  }

  /// It is read, written and run; under its own assumptions all that is sold is paid in full and on
  /// time, and the originator gets something back.
  @ParameterizedTest
  @EnumSource(Template.class)
  void runsUnderItsOwnAssumptions(Template template) {
    Deal deal = deal(template);
    assertThat(deal.name()).isEqualTo(template.code());
    assertThat(DealReader.read("again", DealWriter.json(deal), DealReader.FileTexts.NONE))
        .isEqualTo(deal);
    LedgerRun run = Ledger.run(Plan.of(deal, assumptions(template, deal)));
    deal.tranches().stream()
        .filter(tranche -> !"originator".equals(tranche.notes().get("held-by")))
        .forEach(tranche -> {
          assertThat(run.paidInFull(tranche.name())).as(tranche.name()).isTrue();
          assertThat(run.firstUnpaid(tranche.name())).as(tranche.name()).isEmpty();
        });
    assertThat(run.residual()).isPositive();
    // what is sold is not more than what the pool is worth
    assertThat(deal.tranches().stream().mapToLong(tranche -> tranche.size()).sum())
        .isBetween(deal.pool().balance() * 9 / 10, deal.pool().balance() * 102 / 100);
  }

  /// Without a guarantor, more default is borne by the junior class first, and in the end by all.
  @ParameterizedTest
  @EnumSource(Template.class)
  void theJuniorClassLosesFirst(Template template) {
    Deal deal =
        DealReader.read(
            template.code(),
            template.deal().replaceAll("covers: \\[[^]]*\\], cap: none", "covers: [], cap: 0"),
            DealReader.FileTexts.NONE);
    List<Level> defaults =
        List.of("0", "5", "20", "90%").stream().map(one -> Level.parse(one).orThrow()).toList();
    StressGrid grid =
        StressGrid.of(
            deal,
            assumptions(template, deal),
            new StressGrid.Axes(defaults, List.of(Level.ASSUMED), List.of(Level.ASSUMED)));
    for (StressGrid.Cell cell : grid.cells()) {
      StressGrid.Outcome senior = cell.tranches().getFirst();
      StressGrid.Outcome junior = cell.tranches().getLast();
      if (senior.loss() > 0) {
        assertThat(junior.loss()).isEqualTo(deal.tranches().getLast().size());
      }
    }
    assertThat(grid.cells().getFirst().tranches().getFirst().loss()).isZero();
    assertThat(grid.cells().getLast().tranches().getFirst().loss()).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Template.class)
  void isSimulated(Template template) {
    Deal deal = deal(template);
    SimulationRun run = Simulation.of(Plan.of(deal, assumptions(template, deal))).run(2_000, 7, 1);
    assertThat(run.defaulted()).isBetween(0.0001, 0.2);
    assertThat(run.tranche(deal.tranches().getFirst().name()).expectedLoss())
        .isLessThanOrEqualTo(run.tranche(deal.tranches().getLast().name()).expectedLoss());
  }

  /// What is made up is called so where it is read, and the two facts stand where they are said to.
  @ParameterizedTest
  @EnumSource(Template.class)
  void saysWhatIsMadeUp(Template template) {
    assertThat(template.deal().lines().filter(line -> line.startsWith("#")))
        .anyMatch(line -> line.contains("ILLUSTRATIVE"));
    assertThat(template.assumptions()).contains("ILLUSTRATIVE");
    assertThat(deal(template).report()).containsKey("illustrative");
  }

  @Test
  void theSeedCaseHasTheTwoFactsAndSaysThatTheyAreTheOnlyOnes() {
    Deal deal = deal(Template.SEED_CASE);
    assertThat(deal.tranches().getFirst().size()).isEqualTo(21_000_000_00L);
    assertThat(DealWriter.json(deal)).contains("\"coupon\":{\"rate\":\"2.15%\"}");
    assertThat(deal.report())
        .containsEntry("facts", "21000000 yuan and 2.15 %")
        .containsEntry("illustrative", "everything else");
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThereAre() {
    assertThat(Template.parse(" Seed-Case ").orThrow()).isEqualTo(Template.SEED_CASE);
    assertThatThrownBy(() -> Template.parse("loans").orThrow())
        .hasMessageContaining("pledge-loans, second-licence, lease-back, receivables, seed-case");
  }
}
