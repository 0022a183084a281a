package org.zhiheng.cashflow.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.values.ProblemsException;

final class StressGridTest {

  /// 1,000,000.00 and no interest fall due once, after 365 days: a CDR of 10 % takes a tenth.
  private static final String ONCE =
      """
      deal: once
      dates: {cutoff: 2025-01-10, closing: 2025-01-10, pay: annually on 31, legal: 2027-12-31}
      pool:
        assets:
          - {kind: bullet, balance: "1000000.00", rate: 0%, term: 1, every: 12, next: 2026-01-10}
      tranches:
        A: {size: "900000.00", coupon: COUPON, maturity: 2026-01-31}
        sub: {size: "100000.00", held-by: originator}
      fees: {once: {fixed: "FEE"}}
      waterfall:
        normal: [fees, interest A, principal A, principal sub, residual sub]
      """;

  private static Deal deal(String coupon, String fee) {
    return DealReader.read(
        "deal", ONCE.replace("COUPON", coupon).replace("FEE", fee), DealReader.FileTexts.NONE);
  }

  private static Assumptions assume(Deal deal) {
    return AssumptionsReader.read(
        "assume", "assume: x\npool: {default: {cdr: 4%}, recovery: {rate: 50%, lag: 0}}\n", deal);
  }

  private static List<Level> levels(String... texts) {
    return List.of(texts).stream().map(text -> Level.parse(text).orThrow()).toList();
  }

  @Test
  void eachCellIsWhatItIsReckonedToBeByHand() {
    Deal deal = deal("0%", "0.00");
    StressGrid grid =
        StressGrid.of(
            deal,
            assume(deal),
            new StressGrid.Axes(
                levels("0", "1", "5", "60%"), levels("1", "0%", "1.6"), levels("1")));
    assertThat(grid.cells()).hasSize(12);
    // 4 % of 1,000,000 default, half of them come back: 20,000 are lost, all by sub
    assertThat(grid.cells().get(3))
        .satisfies(cell -> {
          assertThat(cell.defaulted()).isEqualTo(40_000_00);
          assertThat(cell.recovered()).isEqualTo(20_000_00);
          assertThat(cell.tranches())
              .extracting(StressGrid.Outcome::loss)
              .containsExactly(0L, 20_000_00L);
          assertThat(cell.tranches().getFirst().inFull()).isTrue();
          assertThat(cell.tranches().getFirst().firstUnpaid()).isEmpty();
        });
    // five times and nothing back: 200,000 are lost, half of it by A
    assertThat(grid.cells().get(7).tranches())
        .satisfiesExactly(
            a -> {
              assertThat(a.inFull()).isFalse();
              assertThat(a.loss()).isEqualTo(100_000_00);
              assertThat(a.firstUnpaid()).hasValue(LocalDate.of(2026, 1, 31));
              // what is paid is paid on 31 January 2026
              assertThat(a.lifeYears().orElseThrow()).isCloseTo(386d / 365, within(1e-12));
            },
            sub -> {
              assertThat(sub.loss()).isEqualTo(100_000_00);
              assertThat(sub.lifeYears()).isEmpty();
              assertThat(sub.firstUnpaid()).hasValue(LocalDate.of(2027, 12, 31));
            });
    // 60 % default instead, 80 % of them come back
    assertThat(grid.cells().get(11).defaulted()).isEqualTo(600_000_00);
    assertThat(grid.cells().get(11).recovered()).isEqualTo(480_000_00);
    assertThat(grid.cells().get(11).tranches().getFirst().loss()).isEqualTo(20_000_00);
  }

  /// More default never makes a tranche lose less, more recovery never more.
  @Test
  void lossesRiseWithDefaultsAndFallWithRecoveries() {
    Deal deal = deal("3%", "1000.00");
    List<Level> defaults = levels("0", "0.5", "1", "2", "4", "8", "16");
    List<Level> recoveries = levels("0%", "20%", "40%", "80%");
    List<StressGrid.Cell> cells =
        StressGrid.of(
                deal, assume(deal), new StressGrid.Axes(defaults, recoveries, levels("1", "10%")))
            .cells();
    for (int d = 0; d < defaults.size(); d++) {
      for (int r = 0; r < recoveries.size(); r++) {
        long loss = cells.get((d * 4 + r) * 2).tranches().getFirst().loss();
        if (d > 0) {
          assertThat(loss)
              .isGreaterThanOrEqualTo(
                  cells.get(((d - 1) * 4 + r) * 2).tranches().getFirst().loss());
        }
        if (r > 0) {
          assertThat(loss)
              .isLessThanOrEqualTo(cells.get((d * 4 + r - 1) * 2).tranches().getFirst().loss());
        }
      }
    }
  }

  @Test
  void levelsAreReadAsTheyAreWritten() {
    assertThat(levels("1.5", "0", "30%", "0.25%"))
        .extracting(Object::toString)
        .containsExactly("1.5", "0", "30%", "0.25%");
    for (String wrong : List.of("", "x", "-1", "101%", "1001", "0.0000001", "1e9")) {
      assertThatThrownBy(() -> Level.parse(wrong).orThrow()).hasMessageContaining("multiple");
    }
  }

  @Test
  void aGridThatIsTooGreatIsRefused() {
    Deal deal = deal("0%", "0.00");
    List<Level> many = Collections.nCopies(11, Level.ASSUMED);
    assertThatThrownBy(
            () -> StressGrid.of(deal, assume(deal), new StressGrid.Axes(many, many, many)))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("1331");
  }

  @Test
  void aStructureIsToldByItsYieldsItsCostAndItsBreakEven() {
    Deal deal = deal("3%", "4500.00");
    Structure structure = Structure.of(deal, assume(deal));
    assertThat(structure.raised()).isEqualTo(900_000_00);
    // 900,000.00 at 3 % for 386 days of 365 is 28,553.42, and is paid with the principal then
    Structure.Line a = structure.tranches().getFirst();
    assertThat(a.sold()).isTrue();
    assertThat(a.yield().orElseThrow())
        .isCloseTo(Math.pow(1 + 28_553.42 / 900_000, 365d / 386) - 1, within(1e-9));
    // the fee is paid by the originator besides
    assertThat(structure.cost().orElseThrow())
        .isCloseTo(Math.pow(1 + 33_053.42 / 900_000, 365d / 386) - 1, within(1e-9));
    // half of what defaults comes back: 1,000,000 - x / 2 >= 900,000 + 33,053.42
    assertThat(a.breakEven().orElseThrow())
        .isCloseTo(new BigDecimal("0.133893"), within(new BigDecimal("0.000002")));
    Structure.Line sub = structure.tranches().getLast();
    assertThat(sub.sold()).isFalse();
    // what is left for sub is less than its size even without a default
    assertThat(sub.breakEven()).isEmpty();
    assertThat(sub.bearsAll()).isFalse();
    assertThat(sub.outcome().loss()).isEqualTo(100_000_00 - (980_000_00 - 933_053_42));
  }
}
