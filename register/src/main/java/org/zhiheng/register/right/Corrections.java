package org.zhiheng.register.right;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;

/// Takes corrections out of a list of events by doing what they say.
final class Corrections {

  private final Map<EventId, Fact.Corrected> byTarget = new HashMap<>();
  private final List<Problem> objections = new ArrayList<>();

  /// Reads all corrections; of two of one event, the one recorded later holds.
  Corrections(List<Event> events) {
    Map<EventId, Event> byId = new HashMap<>();
    events.forEach(event -> byId.put(event.id(), event));
    events.stream()
        .sorted(Comparator.comparing(Event::id))
        .forEach(event -> {
          if (event.fact() instanceof Fact.Corrected correction) {
            read(event, correction, byId);
          }
        });
  }

  /// Corrections that correct nothing.
  List<Problem> objections() {
    return List.copyOf(objections);
  }

  /// The events as they are to be folded, without corrections, in the order of a life.
  List<Event> applied(List<Event> events) {
    return events.stream()
        .<Event>mapMulti((event, kept) -> {
          Fact.Corrected correction = byTarget.get(event.id());
          if (event.fact() instanceof Fact.Corrected) {
            return;
          }
          if (correction == null) {
            kept.accept(event);
          } else {
            correction.replacement().ifPresent(fact -> kept.accept(replaced(event, fact)));
          }
        })
        .sorted(
            Comparator.comparing(Event::on)
                .thenComparingInt(event -> LifeOrder.of(event.fact()))
                .thenComparing(Event::id))
        .toList();
  }

  private void read(Event event, Fact.Corrected correction, Map<EventId, Event> byId) {
    Event target = byId.get(correction.target());
    if (target == null) {
      object(
          event,
          "correction-unknown",
          correction,
          "A correction names an event of the same right, and this right has no such event.");
    } else if (target.fact() instanceof Fact.Corrected) {
      object(
          event,
          "correction-of-correction",
          correction,
          "A correction is not corrected; correct the event it corrects once more.");
    } else if (correction.replacement().filter(Fact.Corrected.class::isInstance).isPresent()) {
      object(
          event,
          "correction-nested",
          correction,
          "An event is replaced by a fact that is no correction itself, or by none.");
    } else {
      byTarget.put(correction.target(), correction);
    }
  }

  private void object(Event event, String code, Fact.Corrected correction, String reason) {
    objections.add(Problem.of(code, event.id().toString(), correction.target().toString(), reason));
  }

  private static Event replaced(Event event, Fact fact) {
    return new Event(
        event.id(), event.on(), fact, event.source(), event.recordedAt(), event.recordedBy());
  }
}
