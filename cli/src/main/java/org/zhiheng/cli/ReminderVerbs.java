package org.zhiheng.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Listing;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.ReminderJson;
import org.zhiheng.jobs.administer.remind.ReminderRounds;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `zhiheng reminder list|set|drop|outbox|send`.
final class ReminderVerbs {

  private ReminderVerbs() {}

  private static void show(Session session, List<Recipient> recipients) {
    try (Listing listing =
        session
            .output()
            .listing(
                Column.text("person"),
                Column.text("mail"),
                Column.text("language"),
                Column.text("days"),
                Column.text("others"),
                Column.text("away"),
                Column.text("escalation"))) {
      for (Recipient one : recipients) {
        listing.row(
            () -> RecordJson.text(out -> ReminderJson.write(one, out)),
            one.person(),
            one.mail(),
            one.language(),
            one.days().stream().map(Object::toString).collect(Collectors.joining(",")),
            one.others() ? "yes" : "no",
            one.away()
                .map(away -> away.from() + " to " + away.until() + ": " + away.delegate())
                .orElse(""),
            one.escalation()
                .map(escalation -> escalation.days() + " days: " + escalation.to())
                .orElse(""));
      }
    }
  }

  /// Lists who is reminded.
  @Command(name = "list", description = "Lists who is reminded of deadlines, and how.")
  static final class ListRecipients implements Verb {

    private final Session session;

    ListRecipients(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        show(session, workspace.administering().open().reminders().recipients(workspace.owner()));
      }
      return ExitCode.DONE;
    }
  }

  /// Puts a person on the list.
  @Command(
      name = "set",
      description = {
        "Puts a person on the list of those who are reminded, or says anew how; shows the list.",
        "Deadlines are given to people with: deadline assign."
      })
  static final class Keep implements Verb {

    private final Session session;

    @Option(
        names = "--person",
        required = true,
        paramLabel = "NAME",
        description = "The name that deadlines are given to.")
    private String person = "";

    @Option(names = "--mail", required = true, paramLabel = "ADDRESS", description = "One address.")
    private String mail = "";

    @Option(
        names = "--language",
        paramLabel = "zh|en",
        description = "Of the letters (default: zh).",
        defaultValue = "zh")
    private String language = "zh";

    @Option(
        names = "--days",
        paramLabel = "N,N,…",
        split = ",",
        description = "How many days before the warning date (default: 30,14,7,1).")
    private List<Integer> days = new ArrayList<>();

    @Option(
        names = "--others",
        description = "Also what was given to nobody, or to nobody on the list.")
    private boolean others;

    @Option(
        names = "--away-from",
        paramLabel = "DATE",
        description = "First day away; needs --away-until and --delegate.",
        converter = Options.OfDate.class)
    private Optional<LocalDate> awayFrom = Optional.empty();

    @Option(
        names = "--away-until",
        paramLabel = "DATE",
        description = "Last day away.",
        converter = Options.OfDate.class)
    private Optional<LocalDate> awayUntil = Optional.empty();

    @Option(
        names = "--delegate",
        paramLabel = "NAME",
        description = "Who on the list gets the letters meanwhile.")
    private Optional<String> delegate = Optional.empty();

    @Option(
        names = "--escalate-days",
        paramLabel = "N",
        description = "From so many days on, and when missed, another is told too.")
    private Optional<Integer> escalateDays = Optional.empty();

    @Option(names = "--escalate-to", paramLabel = "NAME", description = "Who on the list.")
    private Optional<String> escalateTo = Optional.empty();

    Keep(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      together("--away-from, --away-until, --delegate", awayFrom, awayUntil, delegate);
      together("--escalate-days, --escalate-to", escalateDays, escalateTo);
      Recipient typed =
          new Recipient(
              person.strip(),
              mail.strip(),
              language,
              days.isEmpty() ? Recipient.USUAL_DAYS : days,
              others,
              awayFrom.map(from ->
                  new Recipient.Away(from, awayUntil.orElseThrow(), delegate.orElseThrow())),
              escalateDays.map(
                  before -> new Recipient.Escalation(before, escalateTo.orElseThrow())));
      try (Workspace workspace = session.workspace()) {
        AdministerDesk desk = workspace.administering().open();
        desk.reminders().keep(workspace.owner(), typed);
        show(session, desk.reminders().recipients(workspace.owner()));
      }
      return ExitCode.DONE;
    }

    private static void together(String names, Optional<?>... values) {
      long given = List.of(values).stream().filter(Optional::isPresent).count();
      if (given != 0 && given != values.length) {
        throw new ProblemsException(
            Problem.of("usage", "", names, "These options go together: all or none."));
      }
    }
  }

  /// Takes a person off the list.
  @Command(name = "drop", description = "Takes a person off the list; shows the list.")
  static final class Drop implements Verb {

    private final Session session;

    @Option(names = "--person", required = true, paramLabel = "NAME", description = "Whom.")
    private String person = "";

    Drop(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        AdministerDesk desk = workspace.administering().open();
        if (!desk.reminders().drop(workspace.owner(), person)) {
          throw new ProblemsException(
              Problem.of("not-found", "--person", person, "Nobody of that name is on the list."));
        }
        show(session, desk.reminders().recipients(workspace.owner()));
      }
      return ExitCode.DONE;
    }
  }

  /// Lists the letters.
  @Command(
      name = "outbox",
      description = "Lists the letters, the newest first: sent, waiting, given up, and why.")
  static final class Outbox implements Verb {

    private final Session session;

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "At most this many, to 500 (default: 100).",
        defaultValue = "100")
    private int limit;

    Outbox(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      Limits.check(limit);
      try (Workspace workspace = session.workspace();
          Listing listing =
              session
                  .output()
                  .listing(
                      Column.text("made"),
                      Column.text("to"),
                      Column.text("state"),
                      Column.number("tries"),
                      Column.text("nextTry"),
                      Column.text("subject"),
                      Column.text("failure"))) {
        for (Reminders.Outgoing one :
            workspace.administering().open().reminders().outbox(workspace.owner(), limit)) {
          listing.row(
              () -> RecordJson.text(out -> ReminderJson.write(one, out)),
              one.made().toString(),
              one.to(),
              one.state(),
              Integer.toString(one.tries()),
              one.nextTry().map(Instant::toString).orElse(""),
              one.subject(),
              one.failure());
        }
      }
      return ExitCode.DONE;
    }
  }

  /// Writes and sends now.
  @Command(
      name = "send",
      description = {
        "Writes the letters that are due now and hands over those that wait, as the server does",
        "every minute. Without ZHIHENG_SMTP_URL they wait in the outbox."
      })
  static final class Send implements Verb {

    private final Session session;

    Send(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() throws IOException {
      try (Workspace workspace = session.workspace()) {
        AdministerDesk desk = workspace.administering().open();
        desk.keeper().catchUp();
        ReminderRounds.Done done = desk.reminders().rounds().round();
        try (Listing listing =
            session
                .output()
                .listing(
                    Column.number("written"), Column.number("sent"), Column.number("failed"))) {
          listing.row(
              Integer.toString(done.written()),
              Integer.toString(done.sent()),
              Integer.toString(done.failed()));
        }
      }
      return ExitCode.DONE;
    }
  }
}
