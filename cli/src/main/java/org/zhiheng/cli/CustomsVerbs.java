package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.customs.CustomsJson;
import org.zhiheng.jobs.administer.customs.Finding;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Money;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng customs record|notice|step|list|show`: the customs duty desk.
final class CustomsVerbs {

  private CustomsVerbs() {}

  private static CustomsDesk desk(Workspace workspace) {
    return workspace.administering().open().customs();
  }

  private static void tell(Session session, CustomsDesk.Shown shown) {
    Notice notice = shown.kept().notice();
    List<List<String>> clocks = new ArrayList<>();
    clocks.add(row(shown.security()));
    shown.detention().forEach(clock -> clocks.add(row(clock)));
    List<List<String>> steps = new ArrayList<>();
    for (Customs.Taken taken : shown.kept().steps()) {
      steps.add(List.of(taken.step().code(), taken.step().on().toString(), taken.by()));
    }
    List<List<String>> findings = new ArrayList<>();
    for (Finding finding : shown.findings()) {
      findings.add(
          List.of(finding.about().code(), finding.outcome().code(), finding.en(), finding.zh()));
    }
    Sheet sheet =
        new Sheet()
            .text("id", shown.kept().id().toString())
            .text("right", notice.right().toString())
            .text("day", notice.day().toString())
            .text("port", notice.port())
            .text("goods", notice.goods())
            .text("shipper", notice.shipper())
            .text("state", shown.state().code())
            .text("missed", shown.missed() ? "yes" : "no")
            .table(
                "clocks",
                List.of(
                    Column.text("rule"),
                    Column.day("due"),
                    Column.text("status"),
                    Column.number("daysLeft")),
                clocks)
            .table("steps", List.of(Column.text("do"), Column.day("on"), Column.text("by")), steps)
            .table(
                "findings",
                List.of(
                    Column.text("about"),
                    Column.text("outcome"),
                    Column.text("en"),
                    Column.text("zh")),
                findings);
    session.output().sheet(sheet, () -> RecordJson.text(out -> CustomsJson.shown(shown, out)));
  }

  private static List<String> row(CustomsDesk.Clock clock) {
    return List.of(
        clock.rule(), clock.due().toString(), clock.status(), Long.toString(clock.daysLeft()));
  }

  /// Writes a recordal down.
  @Command(
      name = "record",
      description = {
        "Writes a recordal with customs down, new or changed: of a number the newest counts. Tells",
        "the right of it, so that its renewal stands on the docket."
      })
  static final class RecordRecordal implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NUMBER", description = "The recordal's number.")
    private String number = "";

    @Option(
        names = "--right",
        required = true,
        paramLabel = "RIGHT",
        description = "The right: its id or a number.")
    private String right = "";

    @Option(
        names = "--first",
        required = true,
        paramLabel = "DATE",
        description = "The day it takes effect.",
        converter = Options.OfDate.class)
    private LocalDate first = LocalDate.EPOCH;

    @Option(
        names = "--last",
        paramLabel = "DATE",
        description = "Its last day (default: as the rule of its renewal counts it).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> last = Optional.empty();

    @Option(names = "--goods", paramLabel = "TEXT", description = "The lawful goods.")
    private String goods = "";

    @Option(
        names = "--seller",
        paramLabel = "NAME",
        description = "Who may trade in them; may be given several times.")
    private List<String> sellers = new ArrayList<>();

    @Option(
        names = "--guarantee",
        paramLabel = "NUMBER",
        description = "The general guarantee behind it, with --amount and --until.")
    private Optional<String> guarantee = Optional.empty();

    @Option(
        names = "--amount",
        paramLabel = "SUM",
        description = "Of the guarantee: 200000, in yuan, or USD 30000.")
    private Optional<String> amount = Optional.empty();

    @Option(
        names = "--until",
        paramLabel = "DATE",
        description = "The last day of the guarantee.",
        converter = Options.OfDate.class)
    private Optional<LocalDate> until = Optional.empty();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        description = "Of a change: its day (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> on = Optional.empty();

    RecordRecordal(Session session) {
      this.session = session;
    }

    private Optional<Guarantee> guaranteed() {
      if (guarantee.isEmpty() && amount.isEmpty() && until.isEmpty()) {
        return Optional.empty();
      }
      if (guarantee.isEmpty() || amount.isEmpty() || until.isEmpty()) {
        throw new ProblemsException(
            Problem.of(
                "required",
                "guarantee",
                guarantee.orElse(""),
                "A general guarantee has --guarantee, --amount and --until."));
      }
      return Optional.of(
          new Guarantee(guarantee.get().strip(), PledgeVerbs.sum(amount.get()), until.get()));
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        CustomsDesk desk = desk(workspace);
        Customs.Recorded recorded =
            desk.record(
                workspace.owner(),
                new Recordal(
                    number.strip(),
                    Meant.one(workspace, right),
                    first,
                    last.orElseGet(() -> desk.last(first)),
                    goods.strip(),
                    sellers.stream().map(String::strip).toList(),
                    guaranteed()),
                on.orElse(desk.today()));
        Recordal recordal = recorded.recordal();
        session
            .output()
            .sheet(
                new Sheet()
                    .text("number", recordal.number())
                    .text("right", recordal.right().toString())
                    .text("first", recordal.first().toString())
                    .text("last", recordal.last().toString())
                    .text("sellers", String.join("; ", recordal.sellers()))
                    .text(
                        "guarantee",
                        recordal
                            .guarantee()
                            .map(one -> one.number() + ", " + one.amount() + ", " + one.until())
                            .orElse("")),
                () -> RecordJson.text(out -> CustomsJson.recorded(recorded, out)));
      }
      return ExitCode.DONE;
    }
  }

  /// Takes a notice in.
  @Command(
      name = "notice",
      description = {
        "Takes in a notice of customs that suspected goods were found, and starts the three working",
        "days on the docket of the right. One that comes in too late is kept too, as missed."
      })
  static final class TakeNotice implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "RIGHT",
        description = "The right that seems infringed: its id or a number.")
    private String right = "";

    @Option(
        names = "--on",
        paramLabel = "DATE",
        description = "The day the notice is in hand (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> on = Optional.empty();

    @Option(
        names = "--port",
        required = true,
        paramLabel = "TEXT",
        description = "Where the goods are.")
    private String port = "";

    @Option(names = "--goods", required = true, paramLabel = "TEXT", description = "What they are.")
    private String goods = "";

    @Option(
        names = "--shipper",
        required = true,
        paramLabel = "NAME",
        description = "The consignor or consignee.")
    private String shipper = "";

    @Option(names = "--quantity", paramLabel = "TEXT", description = "As the notice says it.")
    private String quantity = "";

    @Option(
        names = "--worth",
        paramLabel = "SUM",
        description = "Of the goods: 15000, in yuan, or USD 2000.")
    private Optional<String> worth = Optional.empty();

    TakeNotice(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        CustomsDesk desk = desk(workspace);
        tell(
            session,
            desk.take(
                workspace.owner(),
                new Notice(
                    Meant.one(workspace, right),
                    on.orElse(desk.today()),
                    port.strip(),
                    goods.strip(),
                    shipper.strip(),
                    quantity.strip(),
                    worth.map(PledgeVerbs::sum))));
      }
      return ExitCode.DONE;
    }
  }

  /// Takes a step.
  @Command(
      name = "step",
      description = {
        "Takes a step about a notice: propose to apply, secure with --amount, sign, which another",
        "person than the proposer does, decline with --text, or detained once customs holds the",
        "goods."
      })
  static final class TakeStep implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "The notice: N7.")
    private String id = "";

    @Option(
        names = "--do",
        required = true,
        paramLabel = "STEP",
        description = "propose, secure, sign, decline or detained.")
    private String step = "";

    @Option(
        names = "--on",
        paramLabel = "DATE",
        description = "When (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> on = Optional.empty();

    @Option(
        names = "--amount",
        paramLabel = "SUM",
        description = "The security that was given: 20000, in yuan, or USD 3000.",
        defaultValue = "")
    private String amount = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "Why.", defaultValue = "")
    private String text = "";

    TakeStep(Session session) {
      this.session = session;
    }

    private Step read(LocalDate day) {
      Optional<Money> given =
          amount.isBlank() ? Optional.empty() : Optional.of(PledgeVerbs.sum(amount));
      return Step.read(step, day, text.strip(), given).orThrow();
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        CustomsDesk desk = desk(workspace);
        tell(
            session,
            desk.step(
                workspace.owner(), Customs.Id.parse(id).orThrow(), read(on.orElse(desk.today()))));
      }
      return ExitCode.DONE;
    }
  }

  /// The duty list.
  @Command(
      name = "list",
      description = {
        "Lists the newest notices: those that nobody decided on first, by the time that is left;",
        "with --recordals the recordals, by number."
      })
  static final class ListNotices implements Verb {

    private final Session session;

    @Option(names = "--recordals", description = "The recordals instead.")
    private boolean recordals;

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "At most this many, to 500 (default: 100).",
        defaultValue = "100")
    private int limit;

    ListNotices(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace()) {
        if (recordals) {
          recordals(workspace);
        } else {
          notices(workspace);
        }
      }
      return ExitCode.DONE;
    }

    private void recordals(Workspace workspace) throws IOException {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("number"),
                  Column.text("right"),
                  Column.day("first"),
                  Column.day("last"),
                  Column.text("sellers"),
                  Column.text("guarantee"),
                  Column.day("until"))) {
        for (Customs.Recorded recorded : desk(workspace).recordals(workspace.owner(), limit)) {
          Recordal recordal = recorded.recordal();
          listing.row(
              () -> RecordJson.text(out -> CustomsJson.recorded(recorded, out)),
              recordal.number(),
              recordal.right().toString(),
              recordal.first().toString(),
              recordal.last().toString(),
              String.join("; ", recordal.sellers()),
              recordal.guarantee().map(Guarantee::number).orElse(""),
              recordal.guarantee().map(one -> one.until().toString()).orElse(""));
        }
      }
    }

    private void notices(Workspace workspace) throws IOException {
      try (Listing listing =
          session
              .output()
              .listing(
                  Column.text("id"),
                  Column.text("state"),
                  Column.text("right"),
                  Column.day("day"),
                  Column.day("due"),
                  Column.number("daysLeft"),
                  Column.text("port"),
                  Column.text("shipper"))) {
        for (CustomsDesk.Shown shown : desk(workspace).list(workspace.owner(), limit)) {
          Notice notice = shown.kept().notice();
          listing.row(
              () -> RecordJson.text(out -> CustomsJson.shown(shown, out)),
              shown.kept().id().toString(),
              shown.state().code(),
              notice.right().toString(),
              notice.day().toString(),
              shown.security().due().toString(),
              Long.toString(shown.security().daysLeft()),
              notice.port(),
              notice.shipper());
        }
      }
    }
  }

  /// One notice.
  @Command(name = "show", description = "Shows a notice, its clocks and what to see about it.")
  static final class Show implements Verb {

    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", description = "The notice: N7.")
    private String id = "";

    Show(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        tell(session, desk(workspace).show(workspace.owner(), Customs.Id.parse(id).orThrow()));
      }
      return ExitCode.DONE;
    }
  }
}
