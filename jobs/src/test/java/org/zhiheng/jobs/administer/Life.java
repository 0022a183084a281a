package org.zhiheng.jobs.administer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.deadlines.Deadlines;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.ServiceWay;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.EventId;

/// The events of one right, told line by line, and its docket on a day.
final class Life {

  private static final Deadlines DEADLINES = Deadlines.load();
  private static final Docketing DOCKETING =
      Docketing.of(DEADLINES.book(), DEADLINES.calendar().zone());
  private static final RightNumber NUMBER =
      new RightNumber(Office.CN, NumberType.PUBLICATION, "CN1", "CN1");

  private final RightKind kind;
  private final Instant recordedAt;
  private final List<Event> events = new ArrayList<>();

  /// @param recorded the day all of it was taken into the register
  Life(RightKind kind, String recorded) {
    this.kind = kind;
    this.recordedAt = Instant.parse(recorded + "T04:00:00Z");
  }

  static Deadlines deadlines() {
    return DEADLINES;
  }

  static Docketing docketing() {
    return DOCKETING;
  }

  Life event(String on, Fact fact) {
    events.add(
        new Event(
            new EventId(events.size() + 1L),
            LocalDate.parse(on),
            fact,
            Source.BY_HAND,
            recordedAt,
            "test"));
    return this;
  }

  Life filed(String on) {
    return event(on, new Fact.Filed(List.of(), Bibliography.EMPTY));
  }

  Life granted(String on) {
    return event(on, new Fact.Granted(NUMBER, Bibliography.EMPTY));
  }

  Life registered(String on) {
    return event(on, new Fact.Registered(List.of(), Optional.empty(), Bibliography.EMPTY));
  }

  Life act(String on, Act act) {
    return act(on, act, Optional.empty(), "");
  }

  Life act(String on, Act act, ServiceWay way) {
    return act(on, act, Optional.of(way), "");
  }

  Life act(String on, Act act, String concerns) {
    return act(on, act, Optional.empty(), concerns);
  }

  private Life act(String on, Act act, Optional<ServiceWay> way, String concerns) {
    return event(on, new Fact.Acted(act, way, Optional.empty(), concerns, ""));
  }

  List<Event> events() {
    return List.copyOf(events);
  }

  Docket on(String day) {
    return on(day, Map.of());
  }

  Docket on(String day, Map<String, Closing> closings) {
    return docket(events, day, closings);
  }

  Docket docket(List<Event> told, String day, Map<String, Closing> closings) {
    LocalDate on = LocalDate.parse(day);
    return DOCKETING.of(kind, Office.CN, told, DEADLINES.knownOn(on), closings, on);
  }

  static Deadline one(Docket docket, String key) {
    return docket.deadlines().stream()
        .filter(deadline -> deadline.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not among " + keys(docket)));
  }

  static State state(Docket docket, String key) {
    return one(docket, key).state();
  }

  static List<String> keys(Docket docket) {
    return docket.deadlines().stream().map(Deadline::key).toList();
  }
}
