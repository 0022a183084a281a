package org.zhiheng.server.deals;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.quote.Given;
import org.zhiheng.cashflow.quote.Quote;
import org.zhiheng.cashflow.quote.Quotes;
import org.zhiheng.cashflow.quote.Terms;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.run.Simulation;
import org.zhiheng.cashflow.run.SimulationRun;
import org.zhiheng.values.DayCount;

/// What a deal came to under a stress.
///
/// @param run to the minor unit
/// @param quotes of each tranche at par on closing
/// @param paths what many paths came to; none where that is too much for a page, or not asked for
public record Outcome(LedgerRun run, List<Quote> quotes, Optional<SimulationRun> paths) {

  static final int PATHS_MAX = 200_000;

  /// Fewer tell nothing of losses.
  private static final int PATHS_LEAST = 500;

  /// Tranches times payment dates that are simulated on a page: what is held of them for a block of
  /// paths stays below some 50 MB.
  public static final int CELLS_MAX = 6_000;

  /// Assets times payment dates times paths of one page: less than a second on one core.
  public static final long WORK_MAX = 100_000_000L;

  public Outcome {
    quotes = List.copyOf(quotes);
  }

  /// Runs, prices and simulates.
  ///
  /// @param paths at most; fewer where the deal is so large that they would take too long; 0: none
  ///   are simulated
  /// @throws org.zhiheng.values.ProblemsException when the assumptions lack what the deal needs
  static Outcome of(Deal deal, Assumptions assumed, Stress stress, int paths, long seed) {
    Plan plan = Draft.plan(deal, assumed, stress);
    LedgerRun run = Ledger.run(plan);
    List<Quote> quotes =
        Quotes.of(
            run,
            new Terms(
                deal.dates().closing(),
                DayCount.ACT_365F,
                Compounding.YEARLY,
                new Given.Par(),
                Optional.empty()));
    long cells = (long) deal.tranches().size() * run.payments();
    long work = (long) Math.max(1, plan.assetCount()) * run.payments();
    long most = Math.min(paths, Math.max(PATHS_LEAST, WORK_MAX / Math.max(1, work)));
    Optional<SimulationRun> simulated =
        cells > CELLS_MAX || paths == 0
            ? Optional.empty()
            : Optional.of(Simulation.of(plan).run(most, seed, 1));
    return new Outcome(run, quotes, simulated);
  }

  Deal deal() {
    return run.plan().deal();
  }

  /// The quote of a tranche; none in a deal that has none of that name.
  Optional<Quote> quote(String tranche) {
    return quotes.stream().filter(one -> one.tranche().equals(tranche)).findFirst();
  }

  /// Yield at par, and mean life, where they can be said.
  OptionalDouble yieldAtPar(String tranche) {
    return quote(tranche)
        .flatMap(Quote::figures)
        .map(Quote.Figures::yield)
        .orElse(OptionalDouble.empty());
  }

  OptionalDouble lifeYears(String tranche) {
    return quote(tranche)
        .flatMap(Quote::figures)
        .map(Quote.Figures::lifeYears)
        .orElse(OptionalDouble.empty());
  }

  Optional<SimulationRun.TrancheResult> loss(String tranche) {
    return paths.map(all -> all.tranche(tranche));
  }

  /// The most that stands drawn of all supports together, on any date.
  long drawnMost() {
    return deal().supports().stream()
        .mapToLong(support ->
            run.support(support.name()).stream()
                .map(LedgerRun.SupportRow::drawn)
                .max(Comparator.naturalOrder())
                .orElse(0L))
        .sum();
  }

  /// All that fees and deductions were paid.
  long feesPaid() {
    return Stream.concat(
            deal().deductions().stream().map(Deal.Deduction::name),
            deal().fees().stream().map(Fee::name))
        .flatMap(name -> run.fee(name).stream())
        .mapToLong(LedgerRun.FeeRow::paid)
        .sum();
  }

  /// All that the pool paid.
  long collected() {
    return run.pool().stream()
        .mapToLong(
            row -> row.interest() + row.principal() + row.prepay() + row.recovery() + row.penalty())
        .sum();
  }
}
