package org.zhiheng.server.administer;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.DeadlineName;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketCalendar;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.FeeDue;
import org.zhiheng.jobs.administer.FeeRelief;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Citation;

/// Puts deadlines into words for a reader, on a day.
final class DocketReading {

  /// What is due within so many days is near.
  private static final int NEAR_DAYS = 14;

  private final Words words;
  private final RuleBook book;
  private final LocalDate today;

  DocketReading(Words words, RuleBook book, LocalDate today) {
    this.words = words;
    this.book = book;
    this.today = today;
  }

  BoardView.Row row(DocketBoard.Row row) {
    LocalDate day = row.due().orElse(row.warnBy());
    return new BoardView.Row(
        DeadlineName.of(row).toString(),
        row.right().toString(),
        row.number(),
        row.title(),
        words.code("kind", row.rightKind().code()),
        row.rule(),
        title(row.rule(), row.patentYear()),
        row.due()
            .map(words::date)
            .orElse(words.say("docket.due.unknown", words.date(row.warnBy()))),
        left(day),
        urgency(day),
        row.status(),
        words.code("docket.status", row.status()),
        row.assigned(),
        words.date(row.latest()));
  }

  BoardView.Broken broken(DocketBoard.Broken broken) {
    return new BoardView.Broken(
        broken.right().toString(),
        broken.title(),
        title(broken.rule(), 0),
        words.date(broken.event()),
        broken.reason());
  }

  DocketCalendar.Entry entry(DocketBoard.Row row) {
    return new DocketCalendar.Entry(
        row.right() + "/" + row.key(),
        row.warnBy(),
        title(row.rule(), row.patentYear()) + " · " + row.number() + " " + row.title(),
        words.say(
            "board.calendar.text",
            row.due().map(words::date).orElse(words.orDash("")),
            words.date(row.warnBy()),
            words.date(row.latest()),
            words.code("docket.status", row.status()),
            row.rule()));
  }

  LimitsView.Row kept(DocketBoard.Kept kept) {
    return new LimitsView.Row(
        title(kept.rule(), 0),
        book.rule(kept.rule())
            .found()
            .map(rule -> words.code("docket.kind", rule.kind().toString()))
            .orElse(""),
        kept.month().toString().substring(0, "2026-11".length()),
        words.number(kept.all()),
        words.number(kept.running()),
        words.number(kept.over()),
        kept.share()
            .map(share ->
                words.say(
                    "limits.share",
                    share,
                    words.number(kept.within()),
                    words.number(kept.within() + kept.late() + kept.over())))
            .orElse(words.orDash("")),
        kept.share().orElse(0L),
        kept.median().map(words::number).orElse(words.orDash("")),
        kept.ninety().map(words::number).orElse(words.orDash("")));
  }

  /// `年费（第5年）`
  String title(String id, int patentYear) {
    String title = book.rule(id).found().map(Rule::title).map(this::said).orElse(id);
    return patentYear == 0 ? title : words.say("docket.year", title, patentYear);
  }

  private String said(org.zhiheng.deadlines.rule.Words both) {
    return words.language() == Language.CHINESE ? both.zh() : both.en();
  }

  private String left(LocalDate day) {
    long days = day.toEpochDay() - today.toEpochDay();
    return days < 0
        ? words.count("docket.ago", -days)
        : days == 0 ? words.say("docket.today") : words.count("docket.left", days);
  }

  private String urgency(LocalDate day) {
    long days = day.toEpochDay() - today.toEpochDay();
    return days < 0 ? "late" : days <= NEAR_DAYS ? "near" : "far";
  }

  DocketView.Item item(Deadline deadline, List<DocketNotes.Note> notes) {
    LocalDate day = deadline.answer().due().orElse(deadline.answer().warnBy());
    boolean open =
        deadline.state() instanceof State.Running || deadline.state() instanceof State.Missed;
    boolean missed = deadline.state() instanceof State.Missed;
    List<DocketNotes.Note> own =
        notes.stream().filter(note -> note.key().equals(deadline.key())).toList();
    return new DocketView.Item(
        deadline.key(),
        title(deadline.question().rule(), deadline.patentYear().orElse(0)),
        words.code("docket.kind", deadline.answer().kind().toString()),
        words.code("docket.who", deadline.who()),
        words.date(deadline.question().event()),
        deadline.answer().due().map(words::date).orElse(words.say("docket.unknown")),
        words.date(deadline.answer().warnBy()),
        words.date(deadline.answer().latestArguable()),
        deadline.answer().due().isEmpty()
            || !deadline.answer().warnBy().equals(day)
            || !deadline.answer().latestArguable().equals(day),
        deadline.answer().status().toString(),
        words.code("docket.status", deadline.answer().status().toString()),
        deadline.state().code(),
        missed && deadline.beforeRecord()
            ? words.say("docket.state.before")
            : state(deadline.state()),
        missed && deadline.beforeRecord() ? "far" : missed ? "late" : open ? urgency(day) : "far",
        deadline.parent(),
        deadline.beforeRecord(),
        DocketNotes.assigned(own).getOrDefault(deadline.key(), ""),
        deadline.answer().trace().stream()
            .map(step ->
                new DocketView.Step(
                    words.date(step.day()),
                    words.language() == Language.CHINESE ? step.zh() : step.en(),
                    step.source().map(DocketReading::place).orElse("")))
            .toList(),
        own.stream()
            .map(note ->
                words.say(
                    "docket.note." + note.what().code(),
                    note.by(),
                    words.time(note.at()),
                    note.text()))
            .toList(),
        open,
        deadline.state() instanceof State.Closed);
  }

  private String state(State state) {
    return switch (state) {
      case State.Running running ->
          running.daysLeft() < 0
              ? words.count("docket.state.arguable", -running.daysLeft())
              : running.daysLeft() == 0
                  ? words.say("docket.today")
                  : words.count("docket.left", running.daysLeft());
      case State.Met met ->
          words.say(
              met.beyondSafe() ? "docket.state.met.late" : "docket.state.met",
              words.date(met.on()),
              met.by());
      case State.Missed missed ->
          words.say("docket.state.missed", words.date(missed.since()))
              + missed
                  .doneOn()
                  .map(day -> " " + words.say("docket.state.missed.done", words.date(day)))
                  .orElse("")
              + (missed.opens().isEmpty()
                  ? ""
                  : " "
                      + words.say(
                          "docket.state.missed.opens",
                          missed.opens().stream()
                              .map(rule -> title(rule, 0))
                              .collect(Collectors.joining(words.say("docket.and")))));
      case State.Over over -> words.say("docket.state.over", words.date(over.since()));
      case State.Settled settled -> words.say("docket.state.settled", settled.by());
      case State.Ended ended -> words.say("docket.state.ended", words.date(ended.on()), ended.by());
      case State.Closed closed ->
          words.say(
              "docket.state.closed",
              closed.closing().by(),
              words.day(closed.closing().at()),
              closed.closing().reason());
    };
  }

  /// What the key of a deadline says: its rule, and the year of an annual fee.
  String key(String key) {
    List<String> parts = List.of(key.split("/", 2));
    return parts.size() == 2 && parts.getLast().matches("[0-9]{1,2}")
        ? title(parts.getFirst(), Integer.parseInt(parts.getLast()))
        : title(parts.getFirst(), 0);
  }

  String relief(FeeRelief relief) {
    return words.say(
        "relief.said",
        words.code("relief.kind", relief.kind().code()),
        relief.applicant(),
        Integer.toString(relief.year()),
        words.date(relief.from()),
        relief.event());
  }

  DocketView.Fee fee(FeeDue fee) {
    return new DocketView.Fee(
        fee.patentYear()
                .map(year -> words.say("docket.year", words.code("fee", fee.fee()), year))
                .orElse(words.code("fee", fee.fee()))
            + (fee.units() > 1 ? " " + words.count("fee.classes", fee.units()) : ""),
        words.date(fee.due()),
        words.date(fee.graceDue()),
        amount(fee.full().toString()),
        fee.reduced().minor() == 0
            ? ""
            : amount(fee.reduced().toString())
                + fee.ground().map(ground -> " " + words.code("fee.ground", ground)).orElse(""),
        fee.surcharge().minor() == 0 ? "" : amount(fee.surcharge().toString()),
        amount(fee.total().toString()),
        fee.citations().stream()
                .map(DocketReading::place)
                .collect(Collectors.joining(words.say("docket.and")))
            + " · "
            + words.code("confidence", fee.confidence().name().toLowerCase(Locale.ROOT)));
  }

  private String amount(String money) {
    return words.money(money);
  }

  private static String place(Citation citation) {
    return (citation.instrument() + " " + citation.article()).strip();
  }
}
