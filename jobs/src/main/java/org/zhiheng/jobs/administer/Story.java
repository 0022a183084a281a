package org.zhiheng.jobs.administer;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;

/// The events of a right as they are read for clocks: corrected, in the order of a life.
///
/// @param kind of right
/// @param events their place in the list is their place in the story
record Story(RightKind kind, List<Event> events) {

  private static final String REGION = "region";

  Story {
    events = List.copyOf(events);
  }

  static Story of(RightKind kind, List<Event> corrected) {
    return new Story(kind, corrected);
  }

  /// What an event is called by triggers and rules: its act, or its kind.
  static String code(Event event) {
    return event.fact() instanceof Fact.Acted acted
        ? acted.act().code()
        : FactKind.of(event.fact()).code();
  }

  /// The region of a registration, as the last note says that has the code `region`; empty where
  /// none does.
  String region() {
    String region = "";
    for (Event event : events) {
      if (event.fact() instanceof Fact.Noted noted && noted.code().strip().equals(REGION)) {
        region = noted.text().strip().toLowerCase(Locale.ROOT);
      }
    }
    return region;
  }

  /// The place of the first event of this kind.
  Optional<Integer> first(FactKind kindOf) {
    return places(kindOf).findFirst();
  }

  /// The places of all events of this kind.
  java.util.stream.Stream<Integer> places(FactKind kindOf) {
    return IntStream.range(0, events.size())
        .filter(place -> FactKind.of(events.get(place).fact()) == kindOf)
        .boxed();
  }

  /// The places of all events with one of these codes behind a place, and not behind another.
  IntStream between(int after, int last, Set<String> codes) {
    return IntStream.range(after + 1, Math.min(last, events.size()))
        .filter(place -> codes.contains(code(events.get(place))));
  }

  /// The place of the event that ended the right behind this place and was not undone; empty while
  /// it lives.
  Optional<Integer> endAfter(int after) {
    Optional<Integer> end = Optional.empty();
    for (int place = after + 1; place < events.size(); place++) {
      Fact fact = events.get(place).fact();
      if (ends(fact)) {
        end = end.isPresent() ? end : Optional.of(place);
      } else if (fact instanceof Fact.Restored) {
        end = Optional.empty();
      }
    }
    return end;
  }

  private static boolean ends(Fact fact) {
    return switch (fact) {
      case Fact.Refused _,
          Fact.Withdrawn _,
          Fact.DeemedWithdrawn _,
          Fact.Abandoned _,
          Fact.Ceased _,
          Fact.Expired _ ->
          true;
      case Fact.Invalidated invalidated -> invalidated.claims().isEmpty();
      case Fact.Cancelled cancelled -> cancelled.goods().isEmpty();
      case Fact.Filed _,
          Fact.Published _,
          Fact.ExaminationBegun _,
          Fact.PreliminarilyApproved _,
          Fact.Granted _,
          Fact.Registered _,
          Fact.Renewed _,
          Fact.Restored _,
          Fact.Suspended _,
          Fact.Resumed _,
          Fact.OwnersRecorded _,
          Fact.Assigned _,
          Fact.Pledged _,
          Fact.PledgeReleased _,
          Fact.Licensed _,
          Fact.LicenceEnded _,
          Fact.Preserved _,
          Fact.PreservationLifted _,
          Fact.Acted _,
          Fact.Described _,
          Fact.Noted _,
          Fact.Attached _,
          Fact.Corrected _ ->
          false;
    };
  }

  /// The earliest priority date that any event names.
  Optional<LocalDate> priority() {
    return events.stream()
        .flatMap(event -> Bibliography.of(event.fact()).stream())
        .flatMap(bibliography -> bibliography.priorities().stream())
        .flatMap(priority -> priority.date().stream())
        .min(Comparator.naturalOrder());
  }

  /// Whether any event names a priority, with a date or without.
  boolean claimsPriority() {
    return events.stream()
        .flatMap(event -> Bibliography.of(event.fact()).stream())
        .anyMatch(bibliography -> !bibliography.priorities().isEmpty());
  }
}
