package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.run.Explanation;
import org.zhiheng.cashflow.run.Ledger;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.cashflow.solve.BreakEven;
import org.zhiheng.cashflow.solve.Target;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.values.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng deal solve|why`: questions to the run of a deal, without a workspace.
final class DealQuestions {

  private DealQuestions() {}

  /// The deal that is asked about, and what is supposed to happen.
  static final class Asked {

    @Parameters(index = "0", paramLabel = "DEAL", description = "The deal, YAML or JSON.")
    private Path file = Path.of("");

    @Option(
        names = "--assume",
        paramLabel = "FILE",
        description = "What is supposed to happen (default: only what is scheduled).")
    private Optional<Path> assume = Optional.empty();

    Deal deal(Session session) throws IOException {
      return DealVerbs.deal(session, file);
    }

    Assumptions assumptions(Session session, Deal deal) throws IOException {
      return DealVerbs.assumptions(session, assume, deal);
    }

    LedgerRun run(Session session, Deal deal) throws IOException {
      return Ledger.run(Plan.of(deal, assumptions(session, deal)));
    }
  }

  /// Looks for the level at which a deal just holds.
  @Command(
      name = "solve",
      description = {
        "Looks for the level at which a deal just holds, by whole runs: no workspace.",
        "default-rate, default-multiple, prepay-rate: the highest at which the tranche is paid in",
        "full; recovery: the lowest; coupon: the highest at which residual rules are paid."
      })
  static final class Solve implements Verb {

    private final Session session;

    @Mixin private Asked asked = new Asked();

    @Option(
        names = "--for",
        required = true,
        paramLabel = "TARGET",
        description = "default-rate, default-multiple, recovery, prepay-rate or coupon.",
        converter = Options.OfTarget.class)
    private Target target = Target.DEFAULT_RATE;

    @Option(names = "--tranche", required = true, paramLabel = "NAME", description = "Whose.")
    private String tranche = "";

    Solve(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Deal deal = asked.deal(session);
      Assumptions assumptions = asked.assumptions(session, deal);
      BreakEven.Answer answer = BreakEven.of(deal, assumptions, target, tranche);
      session
          .output()
          .sheet(
              new Sheet()
                  .text("deal", deal.name())
                  .text("assume", assumptions.name())
                  .text("target", target.code())
                  .text("tranche", tranche)
                  .decimal("level", answer.level())
                  .decimal("beyond", answer.beyond())
                  .text("reason", answer.reason())
                  .number("runs", answer.runs())
                  .text("residual", new Money(answer.at().residual(), deal.currency()).decimal())
                  .table(
                      "tranches",
                      List.of(
                          Column.text("tranche"),
                          Column.text("interest"),
                          Column.text("principal"),
                          Column.text("unpaidInterest"),
                          Column.text("unpaidPrincipal"),
                          Column.truth("inFull")),
                      deal.tranches().stream()
                          .map(one -> row(deal, answer.at(), one.name(), one.size()))
                          .toList()));
      return ExitCode.DONE;
    }

    private static List<String> row(Deal deal, LedgerRun run, String name, long size) {
      List<LedgerRun.TrancheRow> rows = run.tranche(name);
      long interest = rows.stream().mapToLong(LedgerRun.TrancheRow::interest).sum();
      long principal = rows.stream().mapToLong(LedgerRun.TrancheRow::principal).sum();
      return List.of(
          name,
          new Money(interest, deal.currency()).decimal(),
          new Money(principal, deal.currency()).decimal(),
          new Money(rows.getLast().unpaid(), deal.currency()).decimal(),
          new Money(size - principal, deal.currency()).decimal(),
          Boolean.toString(run.paidInFull(name)));
    }
  }

  /// Says why a tranche was paid what it was paid on a date.
  @Command(
      name = "why",
      description = {
        "Says why a tranche was paid what it was paid on a payment date: no workspace.",
        "The rules that can pay it, what each did, and every transfer of the date."
      })
  static final class Why implements Verb {

    private final Session session;

    @Mixin private Asked asked = new Asked();

    @Option(names = "--tranche", required = true, paramLabel = "NAME", description = "Whose.")
    private String tranche = "";

    @Option(
        names = "--on",
        required = true,
        paramLabel = "DATE",
        description = "A payment date.",
        converter = Options.OfDate.class)
    private LocalDate on = LocalDate.EPOCH;

    Why(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Deal deal = asked.deal(session);
      Explanation why = Explanation.of(asked.run(session, deal), tranche, on);
      session
          .output()
          .sheet(
              new Sheet()
                  .text("deal", deal.name())
                  .text("tranche", tranche)
                  .day("on", Optional.of(on))
                  .text("status", why.status())
                  .text("answer", why.sentence(deal))
                  .text("begin", decimal(deal, why.begin()))
                  .text("dueInterest", decimal(deal, why.dueInterest()))
                  .text("interest", decimal(deal, why.interest()))
                  .text("principal", decimal(deal, why.principal()))
                  .text("end", decimal(deal, why.end()))
                  .text("cash", decimal(deal, why.cash()))
                  .table(
                      "rules",
                      List.of(Column.text("rule"), Column.text("paid"), Column.text("why")),
                      why.rules().stream()
                          .map(one -> List.of(one.rule(), decimal(deal, one.paid()), one.why()))
                          .toList())
                  .table(
                      "transfers",
                      List.of(
                          Column.text("rule"),
                          Column.text("from"),
                          Column.text("to"),
                          Column.text("amount"),
                          Column.text("why")),
                      why.transfers().stream()
                          .map(one ->
                              List.of(
                                  one.rule(),
                                  one.from(),
                                  one.to(),
                                  decimal(deal, one.amount()),
                                  one.why()))
                          .toList())
                  .table(
                      "changes",
                      List.of(Column.text("by"), Column.truth("holds"), Column.text("status")),
                      why.changes().stream()
                          .map(
                              one -> List.of(one.by(), Boolean.toString(one.holds()), one.status()))
                          .toList()));
      return ExitCode.DONE;
    }

    private static String decimal(Deal deal, long minor) {
      return new Money(minor, deal.currency()).decimal();
    }
  }
}
