package org.zhiheng.jobs.finance.deal;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.AssumptionsWriter;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.report.PeriodReport;
import org.zhiheng.cashflow.run.Collected;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// A report reckoned from the texts it rests on: whoever has them reckons the same.
///
/// @param report on the period
/// @param known what happened from outside, as JSON
public record Reckoned(PeriodReport report, String known) {

  /// Reckons.
  ///
  /// @param deal text of the deal
  /// @param assume text of what was supposed to happen
  /// @param known text of what happened; none for nothing that anybody told
  /// @param collected CSV of what came in since the cut-off
  /// @param until the payment date
  /// @throws ProblemsException with all that is wrong in a file; `deal-known` when the file of what
  ///   happened supposes something
  public static Reckoned of(
      String deal, String assume, Optional<String> known, String collected, LocalDate until) {
    Deal read = DealReader.read("deal", deal, DealReader.FileTexts.NONE);
    return of(read, AssumptionsReader.read("assume", assume, read), known, collected, until);
  }

  /// How a deal was assumed to go.
  ///
  /// @throws ProblemsException with all that is wrong in a file
  public static LedgerRun expected(String deal, String assume) {
    Deal read = DealReader.read("deal", deal, DealReader.FileTexts.NONE);
    return Ledger.run(Plan.of(read, AssumptionsReader.read("assume", assume, read)));
  }

  /// Reckons, of a deal that is read.
  public static Reckoned of(
      Deal deal, Assumptions assumed, Optional<String> known, String collected, LocalDate until) {
    Assumptions happened =
        known.map(text -> AssumptionsReader.read("known", text, deal)).orElse(Assumptions.NONE);
    if (!happened.pool().equals(Assumptions.Behaviour.NONE)
        || !happened.assets().isEmpty()
        || happened.purchase().isPresent()) {
      throw new ProblemsException(
          Problem.of(
              "deal-known",
              "known",
              happened.name(),
              "What happened is told by rates and flags; what the pool paid is in the list of"
                  + " collections."));
    }
    Plan expected = Plan.of(deal, assumed);
    Plan actual = Plan.of(deal, assumed.knowing(happened));
    PeriodReport report =
        PeriodReport.of(Ledger.run(expected), Collected.read(actual, until, collected), happened);
    return new Reckoned(report, AssumptionsWriter.json(happened, deal));
  }
}
