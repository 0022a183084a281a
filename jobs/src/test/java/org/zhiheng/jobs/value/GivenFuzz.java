package org.zhiheng.jobs.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.seeds.Seed;
import org.zhiheng.seeds.Seeds;
import org.zhiheng.seeds.Spoilt;
import org.zhiheng.valuation.indicator.IndicatorTree;
import org.zhiheng.values.ProblemsException;

/// What somebody gives for a valuation, spoilt. The one exception that may come out is
/// [ProblemsException].
final class GivenFuzz {

  private static final IndicatorTree TREE = IndicatorTree.load();

  private static final Known KNOWN =
      new Known(
          LocalDate.of(2026, 9, 12),
          List.of(),
          Optional.empty(),
          new YearFees(List.of(), List.of()),
          new FeesDue(List.of(), List.of(), false, Optional.empty()));

  private static final String GIVEN =
      """
      value: x
      purpose: a loan
      currency: CNY
      relief: none
      judgements:
        claims: {low: 10, high: 60, reason: read, source: s, on: 2026-09-01}
      methods:
        relief-from-royalty:
          revenue: {is: "1000000.00", source: s, on: 2026-09-01}
          growth: {is: 0%, low: -1%, high: 3%, source: s, on: 2026-09-01}
          royalty: {is: 5%, source: s, on: 2026-09-01}
          decay: {is: 0%, source: s, on: 2026-09-01}
          tax: {is: 20%, source: s, on: 2026-09-01}
          discount: {is: 10%, source: s, on: 2026-09-01}
          life: {is: 8, source: s, on: 2026-09-01}
          timing: year-end
      left-out: {market: nothing is sold, cost: not asked for}
      draw: {hazard: {is: 2%, source: s, on: 2026-09-01}, paths: 1000, seed: 7}
      """;

  @Seeds(300)
  void isReadOrRefused(Seed seed) {
    String text = Spoilt.lines(seed, GIVEN);
    try {
      assertThat(GivenReader.read(new GivenFile("spoilt.yaml", text), TREE, _ -> KNOWN))
          .isNotNull();
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.line().length()).isLessThan(2_000));
    }
  }
}
