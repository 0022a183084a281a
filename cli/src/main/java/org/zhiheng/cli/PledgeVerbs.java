package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.finance.PledgeChange;
import org.zhiheng.jobs.finance.PledgeTerms;
import org.zhiheng.jobs.finance.Pledging;
import org.zhiheng.jobs.finance.Reservation;
import org.zhiheng.jobs.finance.TitleJson;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Money;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng pledge register|change|release|list`
final class PledgeVerbs {

  private PledgeVerbs() {}

  private static ExitCode tell(Session session, Pledging pledging) {
    return switch (pledging) {
      case Pledging.Refused refused -> throw new ProblemsException(refused.problems());
      case Pledging.Done done -> {
        Sheet sheet =
            new Sheet()
                .text("right", done.right().toString())
                .text("deal", done.reservation().deal().text())
                .text("outcome", "done")
                .number("version", done.version());
        done.check()
            .ifPresent(check ->
                sheet
                    .text("verdict", check.verdict().code())
                    .text(
                        "notShown",
                        check.open().stream()
                            .map(Finding::ground)
                            .map(ground -> ground.code())
                            .collect(Collectors.joining(", "))));
        session.output().sheet(sheet);
        yield ExitCode.DONE;
      }
    };
  }

  /// A sum as typed: without a currency it is in yuan.
  static Money sum(String typed) {
    String text = typed.strip();
    return (text.matches("[A-Za-z]{3} .*")
            ? Money.parse(text)
            : Money.parse(Currency.getInstance("CNY"), text))
        .orThrow();
  }

  /// Registers a pledge.
  @Command(
      name = "register",
      description = {
        "Registers a pledge and has the right back a deal; a right backs one deal at most.",
        "Refused with the grounds when the title is blocked, or a warning is not acknowledged;",
        "what is not shown is said. See title check."
      })
  static final class Register implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Option(names = "--deal", required = true, paramLabel = "NAME", description = "What it backs.")
    private String deal = "";

    @Option(
        names = "--creditor",
        required = true,
        paramLabel = "NAME",
        description = "To whom it is pledged.")
    private String creditor = "";

    @Option(
        names = "--secured",
        required = true,
        paramLabel = "AMOUNT",
        description = "The debt: 5000000.00, or with its currency, USD 700000.00.")
    private String secured = "";

    @Option(
        names = "--term",
        required = true,
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The last day of the debt.")
    private LocalDate term = LocalDate.EPOCH;

    @Option(
        names = "--number",
        required = true,
        paramLabel = "NUMBER",
        description = "The office's number of the pledge, or the contract's until there is one.")
    private String number = "";

    @Option(
        names = "--pledgor",
        paramLabel = "NAME",
        description = "Who pledges; may be given several times (default: the owners).")
    private List<String> pledgors = List.of();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The day from which it stands (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
        names = "--extract-days",
        paramLabel = "N",
        description = "How old a register extract or a statement may be (default: 30).",
        defaultValue = "30")
    private int extractDays = TitleQuestion.EXTRACT_DAYS;

    Register(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      TitleVerbs.daysChecked(extractDays);
      DealName name = DealName.parse(deal).orThrow();
      Money sum = sum(secured);
      try (Workspace workspace = session.workspace()) {
        FinanceDesk desk = workspace.financing().open();
        return tell(
            session,
            desk.register(
                workspace.owner(),
                Meant.one(workspace, typed),
                new PledgeTerms(
                    name,
                    number,
                    pledgors,
                    creditor,
                    sum,
                    term,
                    on.orElseGet(desk::today),
                    extractDays)));
      }
    }
  }

  /// Takes a pledge over that is on record.
  @Command(
      name = "adopt",
      description = {
        "Has a right back a deal by the one pledge that is on its record already. Refused with the",
        "grounds when anything but that pledge stands against it; what is not shown: title check."
      })
  static final class Adopt implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Option(names = "--deal", required = true, paramLabel = "NAME", description = "What it backs.")
    private String deal = "";

    Adopt(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      DealName name = DealName.parse(deal).orThrow();
      try (Workspace workspace = session.workspace()) {
        FinanceDesk desk = workspace.financing().open();
        return tell(session, desk.adopt(workspace.owner(), Meant.one(workspace, typed), name));
      }
    }
  }

  /// Changes a pledge.
  @Command(
      name = "change",
      description = "Changes the pledge that a right backs its deal by; what is not given stays.")
  static final class Change implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Option(names = "--creditor", paramLabel = "NAME", description = "To whom it is pledged.")
    private Optional<String> creditor = Optional.empty();

    @Option(names = "--secured", paramLabel = "AMOUNT", description = "The debt.")
    private Optional<String> secured = Optional.empty();

    @Option(
        names = "--term",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The last day of the debt.")
    private Optional<LocalDate> term = Optional.empty();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The day from which the change holds (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    Change(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Optional<Money> sum = secured.map(PledgeVerbs::sum);
      try (Workspace workspace = session.workspace()) {
        FinanceDesk desk = workspace.financing().open();
        return tell(
            session,
            desk.change(
                workspace.owner(),
                Meant.one(workspace, typed),
                new PledgeChange(creditor, sum, term, on.orElseGet(desk::today))));
      }
    }
  }

  /// Releases a pledge.
  @Command(
      name = "release",
      description = "Releases the pledge that a right backs its deal by: it backs none then.")
  static final class Release implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    @Option(
        names = "--on",
        paramLabel = "DATE",
        converter = Options.OfDate.class,
        description = "The day from which it stands no more (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    Release(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        FinanceDesk desk = workspace.financing().open();
        return tell(
            session,
            desk.release(
                workspace.owner(), Meant.one(workspace, typed), on.orElseGet(desk::today)));
      }
    }
  }

  /// Lists the deals of a right.
  @Command(
      name = "list",
      description = "Lists the deals that a right backs or backed, oldest first.")
  static final class ListDeals implements Verb {

    private final Session session;

    @Parameters(paramLabel = "RIGHT", description = "Its id (R42) or any of its numbers.")
    private String typed = "";

    ListDeals(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        List<Reservation> all =
            workspace
                .financing()
                .open()
                .reservations(workspace.owner(), Meant.one(workspace, typed));
        try (Listing listing =
            session
                .output()
                .listing(
                    Column.text("deal"),
                    Column.text("number"),
                    Column.text("by"),
                    Column.text("at"),
                    Column.text("freedBy"),
                    Column.text("freedAt"))) {
          for (Reservation one : all) {
            listing.row(
                () -> RecordJson.text(out -> TitleJson.write(one, out)),
                one.deal().text(),
                one.recordNumber(),
                one.by(),
                one.at().toString(),
                one.freed().map(Reservation.Freed::by).orElse(""),
                one.freed().map(freed -> freed.at().toString()).orElse(""));
          }
        }
      }
      return ExitCode.DONE;
    }
  }
}
