package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.KnownLaw;
import org.zhiheng.deadlines.Question;
import org.zhiheng.deadlines.rule.Remedy;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.RuleBook;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.Parsed;

/// Which clocks the events of a right start and stop, and where each stands.
///
/// Pure: the same events, law, day and closings give the same docket, in whatever order the events
/// were recorded. Holds nothing that changes; asked by many threads at once. Cost: that of some ten
/// answers of the law for each right, more for those that live long.
///
/// Known weaknesses: shares of several owners in one act are not told apart; offices other than CN
/// have no rules here and no deadlines.
public final class Docketing {

  private static final Office ONLY = Office.CN;

  private final RuleBook book;
  private final Triggers triggers;
  private final ZoneId zone;

  private Docketing(RuleBook book, Triggers triggers, ZoneId zone) {
    this.book = book;
    this.triggers = triggers;
    this.zone = zone;
  }

  /// Over these rules, with the table of triggers that the program brings.
  ///
  /// @param zone the office's, by which an instant is a day
  /// @throws IllegalStateException when the table names a rule the book has not
  public static Docketing of(RuleBook book, ZoneId zone) {
    Triggers triggers = Triggers.load();
    for (Trigger trigger : triggers.all()) {
      if (book.rule(trigger.rule()).found().isEmpty()) {
        throw new IllegalStateException("no rule has the id " + trigger.rule());
      }
    }
    for (String rule : triggers.standstill().rules()) {
      if (book.rule(rule).found().isEmpty()) {
        throw new IllegalStateException("no rule has the id " + rule);
      }
    }
    return new Docketing(book, triggers, zone);
  }

  /// The office's day of an instant.
  ZoneId zone() {
    return zone;
  }

  /// The table.
  Triggers triggers() {
    return triggers;
  }

  /// All deadlines of a right.
  ///
  /// @param events as recorded, corrections among them
  /// @param law what is known on the day
  /// @param closings by [Deadline#key]
  /// @param on the day that is asked from
  public Docket of(
      RightKind kind,
      Office office,
      List<Event> events,
      KnownLaw law,
      Map<String, Closing> closings,
      LocalDate on) {
    if (!office.equals(ONLY) || events.isEmpty()) {
      return new Docket(List.of(), List.of());
    }
    LocalDate recorded =
        events.stream()
            .map(event -> LocalDate.ofInstant(event.recordedAt(), zone))
            .min(Comparator.naturalOrder())
            .orElse(on);
    Story story = Story.of(kind, Right.corrected(events));
    List<Deadline> deadlines = new ArrayList<>();
    List<Unanswered> unanswered = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    Judging judging = new Judging(story, closings, on);
    for (Clock clock : Clocks.of(story, triggers, on)) {
      count(clock, new Asked(story, law, judging, recorded, taken, on), deadlines, unanswered);
    }
    deadlines.sort(
        Comparator.comparing((Deadline one) -> one.answer().warnBy()).thenComparing(Deadline::key));
    return new Docket(deadlines, unanswered);
  }

  /// What a clock is counted with.
  ///
  /// @param taken keys that were given
  private record Asked(
      Story story,
      KnownLaw law,
      Judging judging,
      LocalDate recorded,
      Set<String> taken,
      LocalDate on) {}

  private void count(
      Clock clock, Asked asked, List<Deadline> deadlines, List<Unanswered> unanswered) {
    if (!asked.taken().add(clock.key())) {
      return;
    }
    switch (asked.law().compute(clock.question())) {
      case Parsed.Refused<Answer> refused ->
          unanswered.add(
              new Unanswered(
                  clock.question().rule(),
                  clock.question().event(),
                  clock.trigger(),
                  refused.problem()));
      case Parsed.Ok<Answer> ok -> {
        Rule rule = book.rule(clock.question().rule()).orThrow();
        Answer answer = triggers.standstill().of(asked.story(), clock, ok.value(), asked.on());
        State state = asked.judging().of(clock, rule, answer);
        deadlines.add(
            new Deadline(
                clock.key(),
                clock.question(),
                answer,
                rule.who().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                clock.trigger(),
                clock.parent(),
                clock.patentYear(),
                state,
                state instanceof State.Missed
                    && answer.latestArguable().isBefore(asked.recorded())));
        if (state instanceof State.Missed) {
          for (Clock opened : opened(clock, answer)) {
            count(opened, asked, deadlines, unanswered);
          }
        }
      }
    }
  }

  /// The clocks of the remedies that start with the missed one's own days. One that starts with a
  /// notice waits for the notice.
  private static List<Clock> opened(Clock clock, Answer answer) {
    List<Clock> opened = new ArrayList<>();
    for (Remedy remedy : answer.remedies()) {
      Optional<LocalDate> from =
          switch (remedy.from()) {
            case NOTICE -> Optional.empty();
            case END -> Optional.of(answer.end().orElse(answer.warnBy()));
            case EVENT -> Optional.of(clock.question().event());
          };
      from.ifPresent(day ->
          opened.add(
              new Clock(
                  remedy.rule() + "/" + clock.key().substring(clock.key().indexOf('/') + 1),
                  Question.of(remedy.rule(), day),
                  clock.trigger(),
                  Optional.of(clock.key()),
                  clock.patentYear(),
                  clock.from(),
                  clock.stops())));
    }
    return opened;
  }
}
