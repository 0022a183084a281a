package org.zhiheng.cli;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.cli.output.Column;
import org.zhiheng.cli.output.Sheet;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.deadlines.Question;
import org.zhiheng.deadlines.calendar.WorkingCalendar;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `zhiheng deadline compute`, `zhiheng calendar working-days`: dates, without a workspace.
final class DeadlineVerbs {

  /// A longer span is a slip of the pen.
  private static final long SPAN_DAYS_MAX = 36_600;

  private DeadlineVerbs() {}

  /// Says when something is due, and why.
  @Command(
      name = "compute",
      description = {
        "Says when something is due by a rule, and why: no workspace.",
        "due is the safe date; a value that nobody could confirm has none, and is no error."
      })
  static final class Compute implements Verb {

    private final Session session;

    @Option(names = "--rule", required = true, paramLabel = "ID", description = "See: rule list.")
    private String rule = "";

    @Option(
        names = "--event",
        required = true,
        paramLabel = "DATE",
        description = "The day the act is dated or issued.",
        converter = Options.OfDate.class)
    private LocalDate event = LocalDate.MIN;

    @Option(
        names = "--service",
        paramLabel = "WAY",
        description = "How it reaches the party: electronic, post, hand, public-notice, none.",
        converter = Options.OfService.class)
    private Optional<Service> service = Optional.empty();

    @Option(
        names = "--entered",
        paramLabel = "DATE",
        description = "The proved day on which it reached the party.",
        converter = Options.OfDate.class)
    private Optional<LocalDate> entered = Optional.empty();

    @Option(
        names = "--case",
        paramLabel = "NAME",
        description = "A special case of the rule, such as design; may be repeated.")
    private List<String> cases = List.of();

    @Option(
        names = "--as-of",
        paramLabel = "DATE",
        description = "What was known and published that day (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> asOf = Optional.empty();

    Compute(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      Deadlines deadlines = Deadlines.load();
      Answer answer =
          deadlines
              .knownOn(asOf.orElseGet(() -> today(session, deadlines.calendar())))
              .compute(
                  new Question(
                      rule, event, service, entered, new HashSet<>(cases), Optional.empty()))
              .orThrow();
      session
          .output()
          .sheet(
              new Sheet()
                  .text("rule", answer.rule())
                  .text("version", answer.version())
                  .text("kind", answer.kind().toString())
                  .day("due", answer.due())
                  .day("warnBy", Optional.of(answer.warnBy()))
                  .day("latestArguable", Optional.of(answer.latestArguable()))
                  .text("status", answer.status().toString())
                  .table(
                      "trace",
                      List.of(
                          Column.text("step"),
                          Column.text("day"),
                          Column.text("value"),
                          Column.text("zh"),
                          Column.text("en"),
                          Column.text("source")),
                      answer.trace().stream()
                          .map(step ->
                              List.of(
                                  step.what().toString(),
                                  step.day().toString(),
                                  step.value(),
                                  step.zh(),
                                  step.en(),
                                  step.source().map(DeadlineVerbs::place).orElse("")))
                          .toList())
                  .table(
                      "citations",
                      List.of(
                          Column.text("instrument"),
                          Column.text("article"),
                          Column.text("address"),
                          Column.text("readOn"),
                          Column.text("confidence")),
                      answer.citations().stream()
                          .map(citation ->
                              List.of(
                                  citation.instrument(),
                                  citation.article(),
                                  citation.address(),
                                  citation.readOn().map(LocalDate::toString).orElse(""),
                                  citation.confidence().name().toLowerCase(Locale.ROOT)))
                          .toList()));
      return ExitCode.DONE;
    }
  }

  /// Lists the working days of a span.
  @Command(
      name = "working-days",
      description = {
        "Lists and counts the working days from one day to another, both included.",
        "Make-up working days count; years without a published notice are provisional."
      })
  static final class WorkingDaysOf implements Verb {

    private final Session session;

    @Parameters(
        index = "0",
        paramLabel = "FROM",
        description = "The first day.",
        converter = Options.OfDate.class)
    private LocalDate from = LocalDate.MIN;

    @Parameters(
        index = "1",
        paramLabel = "TO",
        description = "The last day.",
        converter = Options.OfDate.class)
    private LocalDate to = LocalDate.MIN;

    @Option(
        names = "--office",
        paramLabel = "CODE",
        description = "Whose calendar (default: CN, the only one here).",
        converter = Options.OfOffice.class)
    private Optional<Office> office = Optional.empty();

    @Option(
        names = "--as-of",
        paramLabel = "DATE",
        description = "What was published that day (default: today).",
        converter = Options.OfDate.class)
    private Optional<LocalDate> asOf = Optional.empty();

    WorkingDaysOf(Session session) {
      this.session = session;
    }

    @Override
    public ExitCode done() {
      String code = office.map(Object::toString).orElse("CN");
      if (!code.equals("CN")) {
        throw new ProblemsException(
            Problem.of("calendar-unknown", "--office", code, "Only the calendar of CN is here."));
      }
      if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() > SPAN_DAYS_MAX) {
        throw new ProblemsException(
            Problem.of(
                "calendar-span",
                "FROM TO",
                from + " " + to,
                "Give a first and a last day at most a hundred years apart."));
      }
      WorkingCalendar calendar = WorkingCalendar.load();
      WorkingDays days = calendar.knownOn(asOf.orElseGet(() -> today(session, calendar)));
      session
          .output()
          .sheet(
              new Sheet()
                  .text("office", code)
                  .day("from", Optional.of(from))
                  .day("to", Optional.of(to))
                  .number("workingDays", days.count(from, to))
                  .text("status", days.published(from, to) ? "certain" : "provisional")
                  .table(
                      "days",
                      List.of(Column.text("day"), Column.text("kind"), Column.text("notice")),
                      from.datesUntil(to.plusDays(1))
                          .filter(day -> days.kind(day).worked())
                          .map(day ->
                              List.of(
                                  day.toString(),
                                  days.kind(day).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                  days.source(day).map(notice -> notice.id()).orElse("")))
                          .toList()));
      return ExitCode.DONE;
    }
  }

  /// `专利法实施细则（2023修订） 第五条`
  static String place(Citation citation) {
    return (citation.instrument() + " " + citation.article()).strip();
  }

  /// The day at the office.
  private static LocalDate today(Session session, WorkingCalendar calendar) {
    return LocalDate.ofInstant(session.around().clock().instant(), calendar.zone());
  }
}
