package org.zhiheng.jobs.administer.customs;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.values.EventId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// What the duty desk writes into the register and takes off the docket. Written again, nothing
/// changes. Safe for many threads.
final class CustomsActs {

  private final Records records;
  private final DocketDesk docket;

  CustomsActs(Records records, DocketDesk docket) {
    this.records = records;
    this.docket = docket;
  }

  RightFile own(Acting acting, RightId right) {
    return records
        .show(acting, right)
        .filter(file -> file.record().organisation().equals(acting.organisation()))
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of(
                    "not-found",
                    "right",
                    right.toString(),
                    "There is no such right of one's own.")));
  }

  /// Takes the clock of a declined notice off the docket, with the reason.
  void closed(Acting acting, Customs.Kept kept, EventId notice, String reason) {
    RightId right = kept.notice().right();
    Optional<Deadline> running =
        docket.docket(acting, right, docket.today()).stream()
            .flatMap(one -> one.deadlines().stream())
            .filter(one ->
                one.question().rule().equals(CustomsDesk.SECURITY)
                    && one.trigger().filter(notice::equals).isPresent())
            .findFirst();
    if (running.isPresent() && !(running.get().state() instanceof State.Closed)) {
      docket.note(acting, right, running.get().key(), DocketNotes.What.CLOSE, reason).orThrow();
    }
  }

  /// The event that tells of a notice; recorded where it is not.
  EventId noticed(Acting acting, Customs.Kept kept) throws IOException {
    RightId right = kept.notice().right();
    Optional<EventId> there = event(own(acting, right), kept.id());
    if (there.isPresent()) {
      return there.get();
    }
    act(acting, right, Act.CUSTOMS_NOTICE, kept.notice().day(), kept.id().toString(), "");
    return event(own(acting, right), kept.id()).orElseThrow();
  }

  static Optional<EventId> event(RightFile file, Customs.Id id) {
    return file.record().events().stream()
        .filter(event ->
            event.fact() instanceof Fact.Acted acted
                && acted.act() == Act.CUSTOMS_NOTICE
                && acted.text().equals(id.toString()))
        .map(Event::id)
        .findFirst();
  }

  void act(Acting acting, RightId right, Act act, LocalDate on, String text, String concerns)
      throws IOException {
    Map<String, String> fields = new TreeMap<>();
    fields.put("act", act.code());
    fields.put("text", text);
    if (!concerns.isEmpty()) {
      fields.put("concerns", concerns);
    }
    Recording recording =
        records.record(
            acting, right, FactKind.ACTED, on, fields, Optional.empty(), Optional.empty());
    switch (recording) {
      case Recording.Done _, Recording.Unchanged _ -> {}
      case Recording.Refused refused -> throw new ProblemsException(refused.problems());
      case Recording.NotFound _ ->
          throw new ProblemsException(
              Problem.of(
                  "not-found", "right", right.toString(), "There is no such right of one's own."));
      case Recording.Stale _ ->
          throw new ProblemsException(
              Problem.of("stale", "right", right.toString(), "Others write to it; try again."));
    }
  }
}
