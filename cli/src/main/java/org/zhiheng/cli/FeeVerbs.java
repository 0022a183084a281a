package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.jobs.administer.FeeRelief;
import org.zhiheng.jobs.administer.FeesDue;
import org.zhiheng.jobs.administer.PaymentList;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhiheng fee due`
final class FeeVerbs {

  private FeeVerbs() {}

  /// Says what keeps a right alive.
  @Command(
      name = "due",
      description = {
        "Says what must be paid to keep a right alive, if it is paid on that day.",
        "All that is owing, and of what is not yet due the first."
      })
  static final class Due implements Verb {

    private final Session session;

    @Mixin private OneRight one = new OneRight();

    @Mixin private PaymentOptions payment = new PaymentOptions();

    @Option(names = "--paper", description = "Renewals filed on paper; else online.")
    private boolean paper;

    Due(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RightId right = Meant.one(workspace, one.typed());
        AdministerDesk desk = workspace.administering().open();
        LocalDate day = payment.on(desk.docket().today());
        FeesDue due =
            desk.docket()
                .fees(
                    workspace.owner(),
                    right,
                    new Upkeep.Terms(payment.relief(), paper ? Filing.PAPER : Filing.ONLINE, day))
                .orElseThrow(() ->
                    new ProblemsException(
                        Problem.of("not-found", "", one.typed(), "There is no such right.")));
        session
            .output()
            .sheet(
                new Sheet()
                    .text("right", right.toString())
                    .day("on", Optional.of(day))
                    .truth("ended", Boolean.toString(due.ended()))
                    .text("relief", due.relief().map(Due::said).orElse(""))
                    .table(
                        "fees",
                        List.of(
                            Column.text("fee"),
                            Column.number("patentYear"),
                            Column.text("due"),
                            Column.text("graceDue"),
                            Column.text("currency"),
                            Column.text("full"),
                            Column.text("reduced"),
                            Column.text("ground"),
                            Column.text("surcharge"),
                            Column.text("total"),
                            Column.number("units"),
                            Column.text("payer"),
                            Column.text("confidence"),
                            Column.text("source"),
                            Column.text("key")),
                        due.fees().stream().map(Due::row).toList())
                    .table(
                        "problems",
                        List.of(
                            Column.text("code"), Column.text("deadline"), Column.text("reason")),
                        due.problems().stream()
                            .map(problem ->
                                List.of(problem.code(), problem.path(), problem.reason()))
                            .toList()));
      }
      return ExitCode.DONE;
    }

    private static String said(FeeRelief relief) {
      return relief.kind().code()
          + ", "
          + relief.applicant()
          + ", "
          + relief.year()
          + ", from "
          + relief.from()
          + ", "
          + relief.event();
    }

    private static List<String> row(FeeDue fee) {
      return List.of(
          fee.fee(),
          fee.patentYear().map(Object::toString).orElse(""),
          fee.due().toString(),
          fee.graceDue().toString(),
          fee.total().currency().getCurrencyCode(),
          fee.full().decimal(),
          fee.reduced().decimal(),
          fee.ground().orElse(""),
          fee.surcharge().decimal(),
          fee.total().decimal(),
          Integer.toString(fee.units()),
          fee.payer(),
          fee.confidence().name().toLowerCase(Locale.ROOT),
          fee.citations().stream().map(DeadlineVerbs::place).collect(Collectors.joining("; ")),
          fee.key());
    }
  }

  /// Lists what must be paid for all rights.
  @Command(
      name = "batch",
      description = {
        "Lists what must be paid to keep all rights alive: what is owing on the day of payment, and",
        "what is due by another day. What nobody can say is told on stderr, never left out."
      })
  static final class Batch implements Verb {

    private static final int AHEAD_DAYS = 90;

    private final Session session;

    @Option(
        names = "--until",
        paramLabel = "DATE",
        description = "Fees due by this day (default: 90 days after that of payment).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> until = Optional.empty();

    @Mixin private PaymentOptions payment = new PaymentOptions();

    @Option(names = "--paper", description = "Renewals filed on paper; else online.")
    private boolean paper;

    Batch(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Map<Currency, Money> totals = new LinkedHashMap<>();
      int[] counted = new int[2];
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("right"),
                      Column.text("number"),
                      Column.text("title"),
                      Column.text("fee"),
                      Column.number("patentYear"),
                      Column.day("due"),
                      Column.day("graceDue"),
                      Column.text("currency"),
                      Column.text("full"),
                      Column.text("reduced"),
                      Column.text("surcharge"),
                      Column.text("total"),
                      Column.text("payer"),
                      Column.text("confidence"),
                      Column.text("key"))) {
        AdministerDesk desk = workspace.administering().open();
        LocalDate day = payment.on(desk.docket().today());
        desk.docket()
            .payments(
                workspace.owner(),
                desk.board(),
                new Upkeep.Terms(payment.relief(), paper ? Filing.PAPER : Filing.ONLINE, day),
                until.orElse(day.plusDays(AHEAD_DAYS)),
                new PaymentList.Taker() {
                  @Override
                  public void fee(DocketBoard.Case right, FeeDue fee) {
                    counted[0]++;
                    totals.merge(fee.total().currency(), fee.total(), Money::plus);
                    row(listing, right, fee);
                  }

                  @Override
                  public void unknown(DocketBoard.Case right, Problem problem) {
                    counted[1]++;
                    session.say(right.right() + " " + problem.line());
                  }

                  @Override
                  public void ended(DocketBoard.Case right) {
                    session.say(right.right() + " was missed for good: only restoration is left.");
                  }
                });
      }
      session.say(
          counted[0]
              + " fees, "
              + counted[1]
              + " not known; "
              + totals.values().stream()
                  .map(money -> money.currency().getCurrencyCode() + " " + money.decimal())
                  .collect(Collectors.joining(", ", "in all ", "")));
      return ExitCode.DONE;
    }

    private static void row(Listing listing, DocketBoard.Case right, FeeDue fee) {
      listing.row(
          () -> RecordJson.text(out -> DocketJson.write(right, fee, out)),
          right.right().toString(),
          right.number(),
          right.title(),
          fee.fee(),
          fee.patentYear().map(Object::toString).orElse(""),
          fee.due().toString(),
          fee.graceDue().toString(),
          fee.total().currency().getCurrencyCode(),
          fee.full().decimal(),
          fee.reduced().decimal(),
          fee.surcharge().decimal(),
          fee.total().decimal(),
          fee.payer(),
          fee.confidence().name().toLowerCase(Locale.ROOT),
          fee.key());
    }
  }
}
