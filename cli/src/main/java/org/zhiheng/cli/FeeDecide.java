package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.deadlines.fee.Filing;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.jobs.administer.PaymentList;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.jobs.value.GivenFile;
import org.zhiheng.jobs.value.KeepOrDrop;
import org.zhiheng.jobs.value.ValueDesk;
import org.zhiheng.jobs.value.ValueJson;
import org.zhiheng.valuation.ModelReport;
import org.zhiheng.values.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhiheng fee decide`: each fee beside what the patent may be worth.
@Command(
    name = "decide",
    description = {
      "Lists the fees of all patents beside what each may be worth, and advises to keep, to drop or",
      "to look ("
          + KeepOrDrop.RULE
          + ": keep when the low end of the value is no less than the fee, drop when",
      "the high end is below it, never drop what is pledged or licensed). Nothing is changed."
    })
final class FeeDecide implements Verb {

  private static final int AHEAD_DAYS = 90;

  private final Session session;

  @Option(
      names = "--with",
      required = true,
      paramLabel = "FILE",
      description = "Figures for the methods, as of `value`; the same for all.")
  private Path with = Path.of("");

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Fees due by this day (default: 90 days after that of payment).",
      converter = Options.OfDate.class)
  private Optional<LocalDate> until = Optional.empty();

  @Mixin private PaymentOptions payment = new PaymentOptions();

  FeeDecide(Session session) {
    this.session = session;
  }

  @Override
  public ExitCode done() throws IOException {
    Path at = session.around().folder().resolve(with);
    GivenFile file = new GivenFile(String.valueOf(at.getFileName()), DealVerbs.text(at));
    session.say(ModelReport.NOTICE);
    try (Workspace workspace = session.workspace();
        Listing listing =
            session
                .output()
                .listing(
                    Column.text("right"),
                    Column.text("number"),
                    Column.text("title"),
                    Column.number("patentYear"),
                    Column.day("due"),
                    Column.text("currency"),
                    Column.text("fee"),
                    Column.text("valueLow"),
                    Column.text("valueHigh"),
                    Column.text("advice"),
                    Column.text("reason"))) {
      AdministerDesk desk = workspace.administering().open();
      LocalDate day = payment.on(desk.docket().today());
      ValueDesk values = new ValueDesk(workspace.records(), desk.docket());
      desk.docket()
          .payments(
              workspace.owner(),
              desk.board(),
              new Upkeep.Terms(payment.relief(), Filing.ONLINE, day),
              until.orElse(day.plusDays(AHEAD_DAYS)),
              new PaymentList.Taker() {
                @Override
                public void fee(DocketBoard.Case right, FeeDue fee) {
                  if (fee.patentYear().isPresent()) {
                    row(
                        listing,
                        right,
                        values.decided(workspace.owner(), right.right(), fee, day, file));
                  }
                }

                @Override
                public void unknown(DocketBoard.Case right, Problem problem) {
                  session.say(right.right() + " " + problem.line());
                }

                @Override
                public void ended(DocketBoard.Case right) {
                  session.say(right.right() + " was missed for good: only restoration is left.");
                }
              });
    }
    return ExitCode.DONE;
  }

  private static void row(Listing listing, DocketBoard.Case right, KeepOrDrop decided) {
    FeeDue fee = decided.fee();
    listing.row(
        () -> RecordJson.text(out -> ValueJson.write(right, decided, out)),
        right.right().toString(),
        right.number(),
        right.title(),
        fee.patentYear().map(Object::toString).orElse(""),
        fee.due().toString(),
        fee.total().currency().getCurrencyCode(),
        fee.total().decimal(),
        decided.value().map(range -> ValueJson.money(range.low())).orElse(""),
        decided.value().map(range -> ValueJson.money(range.high())).orElse(""),
        decided.advice().code(),
        decided.reason());
  }
}
