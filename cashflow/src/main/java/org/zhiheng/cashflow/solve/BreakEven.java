package org.zhiheng.cashflow.solve;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.Kind;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// Looks for the level of one figure at which a deal just holds.
///
/// The range is tried in steps of a hundredth part first, then the first step in which it ceases to
/// hold is halved down to a millionth. A spell of failing that is shorter than such a step may be
/// passed over.
public final class BreakEven {

  private static final int CELLS = 100;
  private static final long ONE = 1_000_000;

  private final Deal deal;
  private final Assumptions assumptions;
  private final Target target;
  private final Tranche tranche;
  private final Map<Long, LedgerRun> runs = new HashMap<>();

  private BreakEven(Deal deal, Assumptions assumptions, Target target, Tranche tranche) {
    this.deal = deal;
    this.assumptions = assumptions;
    this.target = target;
    this.tranche = tranche;
  }

  /// What was found.
  ///
  /// @param level the last at which it holds; none where it holds at all levels or at none
  /// @param beyond the first at which it does not, a millionth further
  /// @param at the run at `level`, or at the end of the range that comes nearest
  /// @param runs how many were made
  /// @param reason one sentence
  public record Answer(
      Optional<BigDecimal> level,
      Optional<BigDecimal> beyond,
      LedgerRun at,
      int runs,
      String reason) {}

  /// Looks for the level.
  ///
  /// @throws ProblemsException when there is no such tranche, or the assumptions do not do
  public static Answer of(Deal deal, Assumptions assumptions, Target target, String tranche) {
    Tranche found =
        deal.tranches().stream()
            .filter(one -> one.name().equals(tranche))
            .findFirst()
            .orElseThrow(() ->
                new ProblemsException(
                    Problem.of(
                        "deal-name",
                        "tranche",
                        tranche,
                        "The tranches are "
                            + String.join(
                                ", ", deal.tranches().stream().map(Tranche::name).toList())
                            + ".")));
    return new BreakEven(deal, assumptions, target, found).answer();
  }

  private Answer answer() {
    long from = target.holdsLow() ? target.least() : target.most();
    if (!holds(from)) {
      return none(from, "It does not hold at " + level(from) + ", where it is easiest.");
    }
    long holds = from;
    Optional<Long> fails = Optional.empty();
    for (long step : steps()) {
      if (!holds(step)) {
        fails = Optional.of(step);
        break;
      }
      holds = step;
    }
    if (fails.isEmpty()) {
      return none(holds, "It holds at every level that is tried, as far as " + level(holds) + ".");
    }
    long beyond = fails.get();
    while (Math.abs(beyond - holds) > 1) {
      long middle = holds + (beyond - holds) / 2;
      if (holds(middle)) {
        holds = middle;
      } else {
        beyond = middle;
      }
    }
    return new Answer(
        Optional.of(level(holds)),
        Optional.of(level(beyond)),
        run(holds),
        runs.size(),
        "It holds at " + level(holds) + " and no longer at " + level(beyond) + ".");
  }

  /// Levels to try, away from where it is easiest: equal steps, or doubling ones for a multiple.
  private List<Long> steps() {
    if (target == Target.DEFAULT_MULTIPLE) {
      return LongStream.iterate(
              ONE / 4, step -> step <= target.most(), step -> step + Math.max(ONE / 4, step / 4))
          .boxed()
          .toList();
    }
    return LongStream.rangeClosed(1, CELLS)
        .map(cell -> cell * (target.most() - target.least()) / CELLS)
        .map(step -> target.holdsLow() ? target.least() + step : target.most() - step)
        .boxed()
        .toList();
  }

  private Answer none(long at, String reason) {
    return new Answer(Optional.empty(), Optional.empty(), run(at), runs.size(), reason);
  }

  private static BigDecimal level(long millionths) {
    return BigDecimal.valueOf(millionths, Target.SCALE);
  }

  private boolean holds(long millionths) {
    LedgerRun run = run(millionths);
    return target == Target.COUPON ? run.residual() > 0 : run.paidInFull(tranche.name());
  }

  private LedgerRun run(long millionths) {
    return runs.computeIfAbsent(
        millionths, level -> Ledger.run(Plan.of(changed(level), assumed(level))));
  }

  private Deal changed(long level) {
    return target == Target.COUPON
        ? deal.withTranche(tranche.withCoupon(new Coupon.Fixed(rate(level), new TreeMap<>())))
        : deal;
  }

  private Assumptions assumed(long level) {
    UnaryOperator<Behaviour> change =
        switch (target) {
          case DEFAULT_RATE -> behaviour -> behaviour.withDefault(same(level));
          case DEFAULT_MULTIPLE ->
              behaviour ->
                  behaviour.withRisks(
                      behaviour.risks().stream().map(risk -> risk.times(level, ONE)).toList());
          case RECOVERY ->
              behaviour ->
                  behaviour.withRisks(
                      behaviour.risks().stream()
                          .map(risk ->
                              new Risk(risk.name(), risk.rate(), rate(level), risk.lagMonths()))
                          .toList());
          case PREPAY_RATE ->
              behaviour -> new Behaviour(behaviour.risks(), same(level), behaviour.delinquency());
          case COUPON -> UnaryOperator.identity();
        };
    return assumptions.with(change);
  }

  private static RateVector same(long level) {
    return new RateVector(Kind.ANNUAL, List.of(rate(level)));
  }

  private static Rate.PerYear rate(long millionths) {
    return new Rate.PerYear(millionths * 1_000);
  }
}
