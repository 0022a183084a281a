package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.FeeRelief;
import org.zhiheng.jobs.administer.Part;
import org.zhiheng.jobs.administer.Receipt;
import org.zhiheng.jobs.administer.Upkeep;
import org.zhiheng.jobs.administer.fee.FeeDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng fee receipt|receipts|relief`: what was paid, and what is taken off.
final class ReceiptVerbs {

  private ReceiptVerbs() {}

  private static Listing listing(Session session) {
    return session
        .output()
        .listing(
            Column.text("right"),
            Column.text("rightNumber"),
            Column.text("title"),
            Column.text("number"),
            Column.day("on"),
            Column.text("currency"),
            Column.text("amount"),
            Column.text("payer"),
            Column.text("deadline"),
            Column.text("closedBy"),
            Column.text("event"),
            Column.text("by"));
  }

  private static void row(
      Listing listing, RightId right, String number, String title, Receipt receipt) {
    listing.row(
        () -> RecordJson.text(out -> DocketJson.write(right, number, title, receipt, out)),
        right.toString(),
        number,
        title,
        receipt.number(),
        receipt.on().toString(),
        receipt.amount().currency().getCurrencyCode(),
        receipt.amount().decimal(),
        receipt.payer(),
        receipt.deadline(),
        receipt.closedBy().toString(),
        receipt.event().toString(),
        receipt.by());
  }

  /// Writes a receipt down.
  @Command(
      name = "receipt",
      description = {
        "Writes the receipt of a fee down on its right, tied to the event that met the deadline.",
        "The same one again changes nothing; shows the receipts of the right."
      })
  static final class Add implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The receipt's number.")
    private String number = "";

    @Mixin private OneDeadline one = new OneDeadline();

    @Option(
        names = "--on",
        required = true,
        paramLabel = "DATE",
        description = "The day of payment.",
        converter = Options.OfDate.class)
    private LocalDate on = LocalDate.EPOCH;

    @Option(
        names = "--amount",
        required = true,
        paramLabel = "SUM",
        description = "What was paid: 900, in yuan, or USD 120.")
    private String amount = "";

    @Option(names = "--payer", required = true, paramLabel = "NAME", description = "Who paid.")
    private String payer = "";

    Add(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          Listing listing = listing(session)) {
        RightId right = Meant.one(workspace, one.right());
        FeeDesk desk = workspace.administering().open().fees();
        desk.add(
            workspace.owner(),
            right,
            one.key(),
            new Receipt.Given(number.strip(), on, PledgeVerbs.sum(amount), payer.strip()));
        desk.receipts(workspace.owner(), right)
            .forEach(receipt -> row(listing, right, "", "", receipt));
      }
      return ExitCode.DONE;
    }
  }

  /// Lists receipts.
  @Command(
      name = "receipts",
      description = "Lists the receipts of all rights; with --format csv for bookkeeping.")
  static final class ListReceipts implements Verb {

    private final Session session;

    ListReceipts(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace();
          Listing listing = listing(session)) {
        FeeDesk desk = workspace.administering().open().fees();
        Optional<Part> part = Optional.of(new Part(0, Part.MOST_MAX));
        while (part.isPresent()) {
          part =
              desk.receipts(
                  workspace.owner(),
                  part.get(),
                  (right, receipt) ->
                      row(listing, right.right(), right.number(), right.title(), receipt));
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Writes relief down.
  @Command(
      name = "relief",
      description = {
        "Writes down that the fees of a right are reduced: sole, 85 percent, joint, 70, or none,",
        "which ends it. Fees are reckoned with it from that day on; without it the full fee is",
        "asked."
      })
  static final class Relieve implements Verb {

    private final Session session;

    @Mixin private OneRight one = new OneRight();

    @Option(
        names = "--kind",
        required = true,
        paramLabel = "KIND",
        description = "sole, joint or none.",
        converter = Options.OfRelief.class)
    private Upkeep.Relief kind = Upkeep.Relief.NONE;

    @Option(
        names = "--year",
        required = true,
        paramLabel = "YEAR",
        description = "The year that the applicant filed for relief for.")
    private String year = "";

    @Option(
        names = "--applicant",
        required = true,
        paramLabel = "NAME",
        description = "Whose relief it is.")
    private String applicant = "";

    @Option(
        names = "--from",
        required = true,
        paramLabel = "DATE",
        description = "The first day it holds.",
        converter = Options.OfDate.class)
    private LocalDate from = LocalDate.EPOCH;

    Relieve(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        FeeRelief relief =
            workspace
                .administering()
                .open()
                .fees()
                .relieve(
                    workspace.owner(),
                    Meant.one(workspace, one.typed()),
                    kind,
                    FeeRelief.year(year.strip()).orThrow(),
                    applicant.strip(),
                    from);
        session
            .output()
            .sheet(
                new Sheet()
                    .text("relief", relief.kind().code())
                    .number("year", relief.year())
                    .text("applicant", relief.applicant())
                    .day("from", Optional.of(relief.from()))
                    .text("event", relief.event().toString()));
      }
      return ExitCode.DONE;
    }
  }
}
