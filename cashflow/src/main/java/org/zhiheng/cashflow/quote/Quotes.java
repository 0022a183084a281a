package org.zhiheng.cashflow.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.price.AverageLife;
import org.zhiheng.cashflow.price.CashFlows;
import org.zhiheng.cashflow.price.Compounding;
import org.zhiheng.cashflow.price.Flow;
import org.zhiheng.cashflow.price.Measures;
import org.zhiheng.cashflow.price.Solution;
import org.zhiheng.cashflow.price.Yield;
import org.zhiheng.cashflow.price.ZeroCurve;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.values.DayCount;

/// Prices the tranches of a run by what the run pays them.
///
/// Interest in arrears is no accrued interest: it is part of what the price buys. Flows are in
/// minor units, so that values are too.
public final class Quotes {

  private final LedgerRun run;
  private final Terms terms;

  private Quotes(LedgerRun run, Terms terms) {
    this.run = run;
    this.terms = terms;
  }

  /// A quote for each tranche, in the order of the deal.
  ///
  /// @throws IllegalArgumentException when the day is before closing, or a yield takes all
  public static List<Quote> of(LedgerRun run, Terms terms) {
    Deal deal = run.plan().deal();
    if (terms.day().isBefore(deal.dates().closing())) {
      throw new IllegalArgumentException(
          "day must not be before closing on " + deal.dates().closing() + ": " + terms.day());
    }
    Quotes quotes = new Quotes(run, terms);
    return deal.tranches().stream().map(quotes::quote).toList();
  }

  private Quote quote(Tranche tranche) {
    long face = tranche.size();
    List<Flow> paid = new ArrayList<>();
    List<Flow> principal = new ArrayList<>();
    long cash = 0;
    for (LedgerRun.TrancheRow row : run.tranche(tranche.name())) {
      if (!row.date().isAfter(terms.day())) {
        face = row.end();
        continue;
      }
      long both = Math.addExact(row.interest(), row.principal());
      cash = Math.addExact(cash, both);
      paid.add(new Flow(row.date(), both));
      principal.add(new Flow(row.date(), row.principal()));
    }
    if (cash == 0) {
      return new Quote(
          tranche.name(),
          face,
          0,
          Optional.empty(),
          Optional.of("Nothing is paid after " + terms.day() + "."));
    }
    CashFlows flows = CashFlows.after(terms.day(), terms.dayCount(), paid);
    double accrued = run.accrued(tranche.name(), terms.day());
    if (face == 0 && !needsNoFace()) {
      return new Quote(
          tranche.name(),
          face,
          cash,
          Optional.empty(),
          Optional.of("Nothing is outstanding on " + terms.day() + ", so no price for 100."));
    }
    double value =
        switch (terms.given()) {
          case Given.Par() -> face + accrued;
          case Given.Price(double clean) -> face * clean / 100 + accrued;
          case Given.AtYield(double rate) ->
              flows.presentValue(new Yield(rate, terms.compounding()));
          case Given.OnCurve(ZeroCurve curve, double spread) -> curve.presentValue(flows, spread);
        };
    return quote(tranche.name(), face, cash, flows, paid, principal, accrued, value);
  }

  private boolean needsNoFace() {
    return switch (terms.given()) {
      case Given.AtYield _, Given.OnCurve _ -> true;
      case Given.Par _, Given.Price _ -> false;
    };
  }

  private Quote quote(
      String tranche,
      long face,
      long cash,
      CashFlows flows,
      List<Flow> paid,
      List<Flow> principal,
      double accrued,
      double value) {
    Solution solved =
        terms.given() instanceof Given.AtYield(double rate)
            ? new Solution.Found(rate, rate, rate, 0, 0)
            : flows.yieldAt(value, terms.compounding());
    OptionalDouble found = solved.found();
    Optional<Measures> measures =
        found.isPresent()
            ? Optional.of(flows.measures(new Yield(found.getAsDouble(), terms.compounding())))
            : Optional.empty();
    Quote.Figures figures =
        new Quote.Figures(
            accrued,
            value,
            for100(value - accrued, face),
            for100(value, face),
            found,
            life(principal),
            measure(measures, Measures::macaulay),
            measure(measures, Measures::modified),
            measure(measures, Measures::convexity),
            measure(measures, Measures::basisPoint),
            terms.curve().isEmpty()
                ? OptionalDouble.empty()
                : terms.curve().get().spread(flows, value).found(),
            CashFlows.after(terms.day(), DayCount.ACT_365F, paid)
                .yieldAt(value, Compounding.YEARLY)
                .found(),
            irr(paid, value));
    return new Quote(
        tranche,
        face,
        cash,
        Optional.of(figures),
        switch (solved) {
          case Solution.Found _ -> Optional.empty();
          case Solution.Several several ->
              Optional.of("There are " + several.values().size() + " yields.");
          case Solution.None none -> Optional.of(none.reason());
        });
  }

  private static OptionalDouble for100(double amount, long face) {
    return face == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * amount / face);
  }

  private OptionalDouble life(List<Flow> principal) {
    return principal.stream().anyMatch(flow -> flow.amount() > 0)
        ? OptionalDouble.of(AverageLife.of(terms.day(), terms.dayCount(), principal).years())
        : OptionalDouble.empty();
  }

  private static OptionalDouble measure(
      Optional<Measures> measures, ToDoubleFunction<Measures> which) {
    return measures.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(which.applyAsDouble(measures.get()));
  }

  /// By whole payment periods: only from a day on which one begins.
  private OptionalDouble irr(List<Flow> paid, double value) {
    LocalDate closing = run.plan().deal().dates().closing();
    boolean begins =
        terms.day().equals(closing)
            || run.plan().deal().tranches().stream()
                .flatMap(any -> run.tranche(any.name()).stream())
                .anyMatch(row -> row.date().equals(terms.day()));
    if (!begins) {
      return OptionalDouble.empty();
    }
    double[] periods = IntStream.rangeClosed(1, paid.size()).asDoubleStream().toArray();
    double[] amounts = paid.stream().mapToDouble(Flow::amount).toArray();
    return CashFlows.at(periods, amounts).yieldAt(value, Compounding.YEARLY).found();
  }
}
