package org.zhiheng.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketJson;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.administer.Unanswered;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `zhiheng deadline list|due|close|reopen|assign`: the docket.
final class DocketVerbs {

  private DocketVerbs() {}

  private static final Column[] COLUMNS = {
    Column.text("due"),
    Column.text("warnBy"),
    Column.text("latestArguable"),
    Column.text("status"),
    Column.text("state"),
    Column.text("event"),
    Column.text("en"),
    Column.text("key")
  };

  private static void list(Session session, Docket docket, RuleBook book) {
    try (Listing listing = session.output().listing(COLUMNS)) {
      for (Deadline deadline : docket.deadlines()) {
        listing.row(
            () -> RecordJson.text(out -> DocketJson.write(deadline, book, out)),
            deadline.answer().due().map(LocalDate::toString).orElse(""),
            deadline.answer().warnBy().toString(),
            deadline.answer().latestArguable().toString(),
            deadline.answer().status().toString(),
            words(deadline.state()) + (deadline.beforeRecord() ? ", before this record" : ""),
            deadline.question().event().toString(),
            book.rule(deadline.question().rule()).found().map(rule -> rule.title().en()).orElse(""),
            deadline.key());
      }
    }
    for (Unanswered broken : docket.unanswered()) {
      session.say(
          "not counted: " + broken.rule() + " from " + broken.event() + ": " + broken.problem());
    }
  }

  private static String words(State state) {
    return switch (state) {
      case State.Running running -> "running, " + running.daysLeft() + " days";
      case State.Met met -> "met " + met.on() + (met.beyondSafe() ? ", after the safe date" : "");
      case State.Missed missed ->
          "missed"
              + missed.doneOn().map(day -> ", done " + day).orElse("")
              + (missed.opens().isEmpty() ? "" : ", opens " + String.join(" ", missed.opens()));
      case State.Over _ -> "over";
      case State.Settled settled -> "settled by " + settled.by();
      case State.Ended ended -> "ended " + ended.on();
      case State.Closed closed -> "closed: " + closed.closing().reason();
    };
  }

  private static Problem notFound(String typed) {
    return Problem.of("not-found", "", typed, "There is no such right.");
  }

  /// Lists the deadlines of one right.
  @Command(
      name = "list",
      description = {
        "Lists all deadlines of a right: those that run, were met, were missed, and why.",
        "Nothing is left out; what cannot be counted is said with the reason."
      })
  static final class ListDeadlines implements Verb {

    private final Session session;

    @Mixin private OneRight one = new OneRight();

    @Option(
        names = "--on",
        paramLabel = "DATE",
        description = "The day that is asked from, and what was known on it (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> on = Optional.empty();

    ListDeadlines(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        RightId right = Meant.one(workspace, one.typed());
        AdministerDesk desk = workspace.administering().open();
        list(
            session,
            desk.docket()
                .docket(workspace.owner(), right, on.orElseGet(desk.docket()::today))
                .orElseThrow(() -> new ProblemsException(notFound(one.typed()))),
            desk.docket().deadlines().book());
      }
      return ExitCode.DONE;
    }
  }

  /// Lists what is due, of all rights.
  @Command(
      name = "due",
      description = {
        "Lists what is due soon, of all rights, the earliest first.",
        "Counts anew what changed before it lists."
      })
  static final class Due implements Verb {

    private final Session session;

    @Mixin private DueOptions due = new DueOptions();

    Due(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      due.check();
      try (Workspace workspace = session.workspace()) {
        AdministerDesk desk = workspace.administering().open();
        desk.keeper().catchUp();
        DocketBoard.Query query = due.query(workspace, desk.docket().today());
        RuleBook book = desk.docket().deadlines().book();
        try (Listing listing =
            session
                .output()
                .listing(
                    Column.text("due"),
                    Column.text("warnBy"),
                    Column.text("latestArguable"),
                    Column.text("status"),
                    Column.text("right"),
                    Column.text("number"),
                    Column.text("title"),
                    Column.text("assigned"),
                    Column.text("key"))) {
          for (DocketBoard.Row row : desk.board().page(query)) {
            listing.row(
                () -> RecordJson.text(out -> DocketJson.write(row, book, out)),
                row.due().map(LocalDate::toString).orElse(""),
                row.warnBy().toString(),
                row.latest().toString(),
                row.status(),
                row.right().toString(),
                row.number(),
                row.title(),
                row.assigned(),
                row.key());
          }
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Says how offices keep their times.
  @Command(
      name = "limits",
      description = {
        "Says how offices keep their times, of all rights: statutory limits and service targets, by",
        "rule and month of the event; share within time, median and 90th percentile in days."
      })
  static final class Limited implements Verb {

    private final Session session;

    @Option(
        names = "--since",
        paramLabel = "DATE",
        description = "Events of that day or later (default: a year ago).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> since = Optional.empty();

    Limited(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        AdministerDesk desk = workspace.administering().open();
        desk.keeper().catchUp();
        try (Listing listing =
            session
                .output()
                .listing(
                    Column.text("rule"),
                    Column.text("month"),
                    Column.number("all"),
                    Column.number("within"),
                    Column.number("late"),
                    Column.number("running"),
                    Column.number("over"),
                    Column.number("percentWithin"),
                    Column.number("medianDays"),
                    Column.number("ninetyDays"))) {
          for (DocketBoard.Kept kept :
              desk.board()
                  .limits(
                      workspace.owner().organisation(),
                      since.orElseGet(() -> desk.docket().today().minusYears(1)))) {
            listing.row(
                () -> RecordJson.text(out -> DocketJson.write(kept, out)),
                kept.rule(),
                kept.month().toString().substring(0, "2026-11".length()),
                Long.toString(kept.all()),
                Long.toString(kept.within()),
                Long.toString(kept.late()),
                Long.toString(kept.running()),
                Long.toString(kept.over()),
                number(kept.share()),
                number(kept.median()),
                number(kept.ninety()));
          }
        }
      }
      return ExitCode.DONE;
    }

    private static String number(Optional<Long> value) {
      return value.map(Object::toString).orElse("");
    }
  }

  /// Says something of one deadline, and shows it.
  private static ExitCode note(Session session, OneDeadline one, DocketNotes.What what, String text)
      throws IOException {
    try (Workspace workspace = session.workspace()) {
      RightId right = Meant.one(workspace, one.right());
      AdministerDesk desk = workspace.administering().open();
      Docket docket = desk.docket().note(workspace.owner(), right, one.key(), what, text).orThrow();
      list(
          session,
          new Docket(
              docket.deadlines().stream()
                  .filter(deadline -> deadline.key().equals(one.key()))
                  .toList(),
              List.of()),
          desk.docket().deadlines().book());
    }
    return ExitCode.DONE;
  }

  /// Takes a deadline off the docket.
  @Command(
      name = "close",
      description = "Takes a deadline off the docket, with a reason; shows it.")
  static final class Close implements Verb {

    private final Session session;

    @Mixin private OneDeadline one = new OneDeadline();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    Close(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      return note(session, one, DocketNotes.What.CLOSE, reason);
    }
  }

  /// Puts it back.
  @Command(
      name = "reopen",
      description = "Puts a closed deadline back on the docket, with a reason; shows it.")
  static final class Reopen implements Verb {

    private final Session session;

    @Mixin private OneDeadline one = new OneDeadline();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    Reopen(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      return note(session, one, DocketNotes.What.REOPEN, reason);
    }
  }

  /// Gives a deadline to a person.
  @Command(name = "assign", description = "Gives a deadline to a person; shows it.")
  static final class Assign implements Verb {

    private final Session session;

    @Mixin private OneDeadline one = new OneDeadline();

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "Whom.")
    private String name = "";

    Assign(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      return note(session, one, DocketNotes.What.ASSIGN, name);
    }
  }
}
