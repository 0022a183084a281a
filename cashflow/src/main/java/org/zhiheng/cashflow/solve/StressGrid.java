package org.zhiheng.cashflow.solve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.Kind;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.price.AverageLife;
import org.zhiheng.cashflow.price.Flow;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// What tranches come to when defaults, recoveries and early payments are otherwise than assumed,
/// each with each: a whole run to the minor unit for every cell.
///
/// A rate of default given as a level is a CDR of the whole pool, the same every year; a multiple
/// is one of all risks. A cell of a hundred assets over three years costs some milliseconds.
///
/// @param cells defaults outermost, then recoveries, then early payments, each as they were given
public record StressGrid(List<Cell> cells) {

  /// Cells of one grid.
  public static final int CELLS_MAX = 1_000;

  /// Holds the list unchangeable.
  public StressGrid {
    cells = List.copyOf(cells);
  }

  /// The levels that are tried; each list holds at least one.
  public record Axes(List<Level> defaults, List<Level> recoveries, List<Level> prepays) {

    /// Holds the lists unchangeable.
    ///
    /// @throws IllegalArgumentException when one is empty
    public Axes {
      defaults = List.copyOf(defaults);
      recoveries = List.copyOf(recoveries);
      prepays = List.copyOf(prepays);
      if (defaults.isEmpty() || recoveries.isEmpty() || prepays.isEmpty()) {
        throw new IllegalArgumentException("each axis must have a level");
      }
    }
  }

  /// One combination. Amounts are in minor units.
  ///
  /// @param defaulted what of the pool defaulted or ended by other events
  /// @param residual what rules for the residual paid
  public record Cell(
      Level defaults,
      Level recovery,
      Level prepay,
      long defaulted,
      long recovered,
      long residual,
      List<Outcome> tranches) {

    /// Holds the list unchangeable.
    public Cell {
      tranches = List.copyOf(tranches);
    }
  }

  /// What a tranche came to.
  ///
  /// @param inFull whether all principal and interest was paid in the end
  /// @param loss principal never paid
  /// @param unpaidInterest interest never paid
  /// @param lifeYears mean time until principal is back, from closing, ACT/365F
  /// @param firstUnpaid the first date on which something that was due was not paid
  public record Outcome(
      String tranche,
      boolean inFull,
      long loss,
      long unpaidInterest,
      OptionalDouble lifeYears,
      Optional<LocalDate> firstUnpaid) {}

  /// Runs all cells.
  ///
  /// @throws ProblemsException when there are more than [#CELLS_MAX] (`deal-limit`), or the
  ///   assumptions do not do
  public static StressGrid of(Deal deal, Assumptions assumptions, Axes axes) {
    long count = (long) axes.defaults().size() * axes.recoveries().size() * axes.prepays().size();
    if (count > CELLS_MAX) {
      throw new ProblemsException(
          Problem.of(
              "deal-limit",
              "levels",
              Long.toString(count),
              "A grid has at most " + CELLS_MAX + " combinations."));
    }
    List<Cell> cells = new ArrayList<>();
    for (Level defaults : axes.defaults()) {
      for (Level recovery : axes.recoveries()) {
        for (Level prepay : axes.prepays()) {
          Assumptions moved =
              assumptions.with(defaults(defaults)).with(recovery(recovery)).with(prepay(prepay));
          LedgerRun run = Ledger.run(Plan.of(deal, moved));
          List<LedgerRun.PoolRow> pool = run.pool();
          cells.add(
              new Cell(
                  defaults,
                  recovery,
                  prepay,
                  pool.stream().mapToLong(LedgerRun.PoolRow::defaulted).sum(),
                  pool.stream().mapToLong(LedgerRun.PoolRow::recovery).sum(),
                  run.residual(),
                  deal.tranches().stream().map(tranche -> outcome(run, deal, tranche)).toList()));
        }
      }
    }
    return new StressGrid(cells);
  }

  static Outcome outcome(LedgerRun run, Deal deal, Tranche tranche) {
    List<LedgerRun.TrancheRow> rows = run.tranche(tranche.name());
    long principal = rows.stream().mapToLong(LedgerRun.TrancheRow::principal).sum();
    return new Outcome(
        tranche.name(),
        run.paidInFull(tranche.name()),
        tranche.size() - principal,
        rows.getLast().unpaid(),
        principal == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                AverageLife.of(
                        deal.dates().closing(),
                        DayCount.ACT_365F,
                        rows.stream().map(row -> new Flow(row.date(), row.principal())).toList())
                    .years()),
        run.firstUnpaid(tranche.name()));
  }

  private static UnaryOperator<Behaviour> defaults(Level level) {
    return switch (level) {
      case Level.Times times ->
          behaviour ->
              behaviour.withRisks(
                  behaviour.risks().stream()
                      .map(risk -> risk.times(times.millionths(), Level.Times.ONE))
                      .toList());
      case Level.At at -> behaviour -> behaviour.withDefault(same(at.rate()));
    };
  }

  private static UnaryOperator<Behaviour> recovery(Level level) {
    return behaviour ->
        behaviour.withRisks(
            behaviour.risks().stream()
                .map(risk ->
                    new Risk(
                        risk.name(), risk.rate(), part(level, risk.recovery()), risk.lagMonths()))
                .toList());
  }

  private static Rate.PerYear part(Level level, Rate.PerYear assumed) {
    return switch (level) {
      case Level.Times times -> {
        RateVector moved =
            new RateVector(Kind.ANNUAL, List.of(assumed))
                .times(times.millionths(), Level.Times.ONE);
        yield moved.values().getFirst();
      }
      case Level.At at -> at.rate();
    };
  }

  private static UnaryOperator<Behaviour> prepay(Level level) {
    return behaviour ->
        new Behaviour(
            behaviour.risks(),
            switch (level) {
              case Level.Times times ->
                  behaviour.prepay().times(times.millionths(), Level.Times.ONE);
              case Level.At at -> same(at.rate());
            },
            behaviour.delinquency());
  }

  private static RateVector same(Rate.PerYear rate) {
    return new RateVector(Kind.ANNUAL, List.of(rate));
  }
}
