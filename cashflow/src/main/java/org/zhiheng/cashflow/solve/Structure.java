package org.zhiheng.cashflow.solve;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.deal.Hedge;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.price.CashFlows;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.price.Flow;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.values.DayCount;

/// What a way to structure a deal comes to under assumptions, so that it can be laid beside others.
///
/// A tranche is sold unless it is held by the originator (`held-by: originator`). What the money
/// costs the originator is the yearly rate (ACT/365F) at which all that goes to sold tranches, to
/// fees and, on balance, to the other sides of hedges is worth what sold tranches raise at par.
/// Deductions are no cost of it, nor is what a guarantor asks outside the deal.
///
/// @param deal its name
/// @param pool its balance at the cut-off, in minor units
/// @param raised by sold tranches at par, in minor units
/// @param cost of the money; none where nothing is raised or no one rate solves it
/// @param residual what rules for the residual paid, in minor units
/// @param tranches in the order of the deal
public record Structure(
    String deal, long pool, long raised, OptionalDouble cost, long residual, List<Line> tranches) {

  /// Structures of one comparison: what a person can lay side by side.
  public static final int MOST = 10;

  /// Holds the list unchangeable.
  public Structure {
    tranches = List.copyOf(tranches);
  }

  /// A tranche.
  ///
  /// @param sold whether somebody else than the originator holds it
  /// @param size in minor units
  /// @param yield of whoever buys it at par, yearly, ACT/365F
  /// @param outcome under the assumptions
  /// @param breakEven the highest CDR at which it is paid in full; none where that is so at all
  ///   rates or at none, which `bearsAll` tells
  /// @param bearsAll whether it is paid in full at every rate that is tried
  public record Line(
      boolean sold,
      long size,
      OptionalDouble yield,
      StressGrid.Outcome outcome,
      Optional<BigDecimal> breakEven,
      boolean bearsAll) {}

  /// Runs a deal and looks for the break-even of each tranche: some 120 runs a tranche.
  ///
  /// @throws org.zhiheng.values.ProblemsException when the assumptions do not do
  public static Structure of(Deal deal, Assumptions assumptions) {
    LedgerRun run = Ledger.run(Plan.of(deal, assumptions));
    List<Line> lines = new ArrayList<>();
    List<Flow> costs = new ArrayList<>(fees(run, deal));
    long raised = 0;
    for (Tranche tranche : deal.tranches()) {
      boolean sold = !"originator".equals(tranche.notes().get("held-by"));
      List<Flow> flows = flows(run.tranche(tranche.name()));
      if (sold) {
        raised = Math.addExact(raised, tranche.size());
        costs.addAll(flows);
      }
      BreakEven.Answer answer =
          BreakEven.of(deal, assumptions, Target.DEFAULT_RATE, tranche.name());
      lines.add(
          new Line(
              sold,
              tranche.size(),
              yieldOf(deal.dates().closing(), flows, tranche.size()),
              StressGrid.outcome(run, deal, tranche),
              answer.level(),
              answer.level().isEmpty() && answer.at().paidInFull(tranche.name())));
    }
    return new Structure(
        deal.name(),
        run.plan().deal().pool().balance(),
        raised,
        yieldOf(deal.dates().closing(), costs, raised),
        run.residual(),
        lines);
  }

  private static List<Flow> fees(LedgerRun run, Deal deal) {
    List<Flow> flows = new ArrayList<>();
    for (Fee fee : deal.fees()) {
      run.fee(fee.name()).forEach(row -> flows.add(new Flow(row.date(), row.paid())));
    }
    for (Hedge hedge : deal.hedges()) {
      run.hedge(hedge.name())
          .forEach(row -> flows.add(new Flow(row.date(), row.paid() - row.received())));
    }
    return flows;
  }

  private static List<Flow> flows(List<LedgerRun.TrancheRow> rows) {
    return rows.stream()
        .map(row -> new Flow(row.date(), (double) (row.interest() + row.principal())))
        .toList();
  }

  private static OptionalDouble yieldOf(LocalDate closing, List<Flow> flows, long paid) {
    return paid == 0 || flows.stream().allMatch(flow -> flow.amount() == 0)
        ? OptionalDouble.empty()
        : CashFlows.after(closing, DayCount.ACT_365F, flows)
            .yieldAt((double) paid, Compounding.YEARLY)
            .found();
  }
}
