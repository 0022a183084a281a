package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.deadlines.rule.Remedy;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.values.EventId;

/// Decides what became of one clock after the other. An act stops one clock only, the earliest that
/// it fits and that still runs, unless it says which: taking one reply for two notices would hide
/// that one was not answered. Used by one thread, once.
final class Judging {

  private final Story story;
  private final Map<String, Closing> closings;
  private final LocalDate on;

  /// Which clock an act was given to: its group, or its key.
  private final Map<EventId, String> given = new HashMap<>();

  Judging(Story story, Map<String, Closing> closings, LocalDate on) {
    this.story = story;
    this.closings = Map.copyOf(closings);
    this.on = on;
  }

  State of(Clock clock, Rule rule, Answer answer) {
    Closing closing = closings.get(clock.key());
    if (closing != null) {
      return new State.Closed(closing);
    }
    Optional<Event> settled = settled(clock);
    int last = settled.map(story.events()::indexOf).orElse(story.events().size());
    Optional<Event> cleared = cleared(clock, rule, last);
    if (cleared.isPresent()) {
      given.put(cleared.get().id(), owner(clock));
      State state = cleared(cleared.get(), clock, rule, answer);
      if (state instanceof State.Met || settled.isEmpty()) {
        return state;
      }
    }
    if (settled.isPresent()) {
      return new State.Settled(settled.get().id());
    }
    Optional<Event> end =
        clock.stops().ends()
            ? story
                .endAfter(clock.from())
                .map(story.events()::get)
                .filter(event -> stops(event, answer))
            : Optional.empty();
    if (end.isPresent()) {
      return new State.Ended(end.get().on(), end.get().id());
    }
    if (!on.isAfter(answer.latestArguable())) {
      return new State.Running(answer.due().orElse(answer.warnBy()).toEpochDay() - on.toEpochDay());
    }
    return passed(clock, rule, answer, Optional.empty());
  }

  /// What an act or a fact came to.
  private static State cleared(Event by, Clock clock, Rule rule, Answer answer) {
    LocalDate safe = answer.due().orElse(answer.warnBy());
    // what an office recorded was in time, or the office would not have recorded it
    boolean accepted = !(by.fact() instanceof Fact.Acted) && loses(clock, rule);
    if (accepted || !loses(clock, rule)) {
      return new State.Met(by.on(), by.id(), !accepted && by.on().isAfter(safe));
    }
    return by.on().isAfter(answer.latestArguable())
        ? passed(clock, rule, answer, Optional.of(by.on()))
        : new State.Met(by.on(), by.id(), by.on().isAfter(safe));
  }

  private static State passed(Clock clock, Rule rule, Answer answer, Optional<LocalDate> doneOn) {
    LocalDate since = answer.latestArguable().plusDays(1);
    return loses(clock, rule)
        ? new State.Missed(since, doneOn, answer.remedies().stream().map(Remedy::rule).toList())
        : new State.Over(since);
  }

  /// Whether somebody on our side loses something when it passes.
  private static boolean loses(Clock clock, Rule rule) {
    boolean binds =
        switch (rule.kind()) {
          case STATUTORY_DEADLINE, SPECIFIED_DEADLINE -> true;
          case OPTIONAL_WINDOW, OFFICE_LIMIT, SERVICE_TARGET, ELIGIBILITY_CONDITION -> false;
        };
    boolean ours =
        switch (rule.who()) {
          case APPLICANT, OWNER, PARTY, LICENSOR, COMPLAINANT -> true;
          case THIRD_PARTY, OFFICE, CUSTOMS -> false;
        };
    return binds && ours && !clock.stops().optional();
  }

  /// Whether the end of the right came before the clock ran out. A right that ceases for an unpaid
  /// fee ends with the day the term ended: that term was missed, not spared.
  private static boolean stops(Event end, Answer answer) {
    return end.on().isBefore(answer.end().orElse(answer.warnBy()));
  }

  private Optional<Event> settled(Clock clock) {
    IntStream places =
        clock.patentYear().isPresent()
            ? IntStream.range(clock.from() + 1, story.events().size())
                .filter(place -> laterYear(story.events().get(place), clock.patentYear().get()))
            : story.between(clock.from(), story.events().size(), clock.stops().settledBy());
    return places.boxed().findFirst().map(story.events()::get);
  }

  /// A fee is not taken for a year when an earlier one is owing.
  private static boolean laterYear(Event event, int year) {
    return event.fact() instanceof Fact.Acted acted
        && acted.act() == Act.ANNUITY_PAID
        && year(acted).filter(paid -> paid > year).isPresent();
  }

  private Optional<Event> cleared(Clock clock, Rule rule, int last) {
    Set<String> codes = new HashSet<>(rule.clears());
    codes.addAll(clock.stops().clears());
    List<Event> fit = new ArrayList<>();
    story
        .between(clock.from(), last, codes)
        .mapToObj(story.events()::get)
        .filter(event -> fits(event, clock))
        .forEach(fit::add);
    return fit.stream().findFirst();
  }

  private boolean fits(Event event, Clock clock) {
    String taken = given.get(event.id());
    if (taken != null
        && !taken.equals(owner(clock))
        && !clock.parent().map(taken::equals).orElse(false)) {
      return false;
    }
    if (event.fact() instanceof Fact.Renewed renewed && clock.parent().isEmpty()) {
      // the renewal of this term, not of an earlier one that was recorded late
      return renewed.until().isAfter(clock.question().event().plusYears(10));
    }
    if (!(event.fact() instanceof Fact.Acted acted)) {
      return true;
    }
    if (acted.act() == Act.RECORDAL_RENEWED && otherRecordal(acted, clock)) {
      return false;
    }
    if (acted.concerns().isBlank()) {
      return true;
    }
    String concerns = acted.concerns().strip();
    return clock.patentYear().isPresent()
        ? year(acted).equals(clock.patentYear())
        : clock.trigger().map(EventId::toString).filter(concerns::equals).isPresent();
  }

  /// Whether a renewal names another recordal with customs than that of the clock.
  private boolean otherRecordal(Fact.Acted renewal, Clock clock) {
    return story.events().stream()
        .filter(event -> clock.trigger().filter(event.id()::equals).isPresent())
        .anyMatch(event ->
            event.fact() instanceof Fact.Acted started
                && !started.text().isBlank()
                && !renewal.text().isBlank()
                && !started.text().strip().equals(renewal.text().strip()));
  }

  private static Optional<Integer> year(Fact.Acted acted) {
    String text = acted.concerns().strip();
    return text.matches("[0-9]{1,2}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  private static String owner(Clock clock) {
    return clock.stops().group().isEmpty() ? clock.key() : "group " + clock.stops().group();
  }
}
