package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Answer;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.values.Citation;

/// What a proceeding that stands still (中止) does to the clocks that run in it. Pure.
///
/// The text stays examination, re-examination, grant and invalidation and the recording of
/// transfers; it does not say how the rest of a term is counted afterwards. So the safe date and
/// the warning stay where they are, the days of the standstill are added to the latest date that
/// can be argued, and a certain answer becomes provisional. Annual fees are not stayed.
///
/// A standstill ends when the record says so; one at a party's request after a year at the latest,
/// as the office then resumes of itself; one for a court's preservation on its last day.
///
/// Known weakness: a request to prolong the year has no event of its own; a second standstill that
/// is recorded does the same.
///
/// @param rules ids of the rules whose clocks stand still
/// @param texts that say so, each from its day, the earliest first
record Standstill(Set<String> rules, List<Text> texts) {

  private static final int REQUEST_YEARS = 1;

  Standstill {
    rules = Set.copyOf(rules);
    texts = List.copyOf(texts);
  }

  /// A text from the day it is in force.
  record Text(LocalDate from, Citation source) {}

  /// Days on which the proceeding stands still.
  ///
  /// @param from its first day
  /// @param to the day it goes on; the day after that asked for while nobody knows
  private record Span(LocalDate from, LocalDate to) {}

  /// The answer as it is where the proceeding stood still while the clock ran.
  ///
  /// @param on the day that is asked from
  Answer of(Story story, Clock clock, Answer answer, LocalDate on) {
    if (story.kind().family() != RightKind.Family.PATENT
        || !rules.contains(clock.question().rule())) {
      return answer;
    }
    Answer stood = answer;
    LocalDate counted = answer.received();
    for (Span span : spans(story, on)) {
      LocalDate from = later(span.from(), counted);
      Optional<Text> text = text(span.from());
      if (text.isPresent() && from.isBefore(span.to()) && !from.isAfter(stood.latestArguable())) {
        LocalDate latest =
            stood.latestArguable().plusDays(ChronoUnit.DAYS.between(from, span.to()));
        stood = stood.stoodStill(span.from(), latest, text.get().source());
        counted = span.to();
      }
    }
    return stood;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  /// The text that was in force on a day.
  private Optional<Text> text(LocalDate day) {
    return texts.stream()
        .filter(text -> !text.from().isAfter(day))
        .max(Comparator.comparing(Text::from));
  }

  /// The standstills that began by that day, in their order.
  private static List<Span> spans(Story story, LocalDate on) {
    List<Span> spans = new ArrayList<>();
    for (int place = 0; place < story.events().size(); place++) {
      Event event = story.events().get(place);
      if (event.on().isAfter(on)) {
        continue;
      }
      LocalDate open = on.plusDays(1);
      if (event.fact() instanceof Fact.Suspended) {
        LocalDate year = event.on().plusYears(REQUEST_YEARS);
        spans.add(
            new Span(
                event.on(),
                ended(story, place, Fact.Resumed.class, on)
                    .orElse(year.isBefore(open) ? year : open)));
      } else if (event.fact() instanceof Fact.Preserved preserved) {
        LocalDate until = preserved.until().map(last -> last.plusDays(1)).orElse(open);
        spans.add(
            new Span(
                event.on(),
                ended(story, place, Fact.PreservationLifted.class, on)
                    .orElse(until.isBefore(open) ? until : open)));
      }
    }
    spans.sort(Comparator.comparing(Span::from));
    return spans;
  }

  private static Optional<LocalDate> ended(
      Story story, int place, Class<? extends Fact> how, LocalDate on) {
    return story.events().stream()
        .skip(place + 1L)
        .filter(event -> how.isInstance(event.fact()) && !event.on().isAfter(on))
        .map(Event::on)
        .findFirst();
  }
}
