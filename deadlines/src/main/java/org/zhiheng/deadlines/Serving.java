package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhiheng.deadlines.Step.What;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Counting;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.Term;

/// When the clock of a question starts.
///
/// Source: 专利法实施细则（2010、2023）第四条；商标法实施条例（2014）第十条.
final class Serving {

  private final Rule rule;
  private final Law law;
  private final Question question;
  private final WorkingDays days;
  private final LocalDate asOf;
  private final Trace trace;

  Serving(Rule rule, Law law, Question question, WorkingDays days, LocalDate asOf, Trace trace) {
    this.rule = rule;
    this.law = law;
    this.question = question;
    this.days = days;
    this.asOf = asOf;
    this.trace = trace;
  }

  /// When a document is presumed to arrive, and by what.
  private record Reached(LocalDate day, Span span) {}

  Received received() {
    LocalDate event = question.event();
    if (!rule.served()) {
      trace.add(Step.of(What.NOT_SERVED, event));
      // whatever is told of service must not move a clock that starts with the event
      if (question.entered().isPresent()
          || (question.service().isPresent() && question.service().get() != Service.NONE)) {
        trace.add(Step.of(What.SERVICE_WITHOUT_EFFECT, event));
      }
      return Received.on(event);
    }
    if (question.service().isEmpty()) {
      return question.entered().isPresent() ? entered(question.entered().get()) : untold();
    }
    Service way = question.service().get();
    return switch (way) {
      case NONE -> {
        trace.add(Step.of(What.NOT_SERVED, event));
        question.entered().ifPresent(day -> trace.add(Step.of(What.ENTRY_WITHOUT_EFFECT, day)));
        yield Received.on(event);
      }
      case PUBLIC_NOTICE -> {
        question.entered().ifPresent(day -> trace.add(Step.of(What.ENTRY_WITHOUT_EFFECT, day)));
        yield presumption(way);
      }
      case ELECTRONIC, POST, HAND ->
          question.entered().isPresent()
              ? entered(way, question.entered().get())
              : presumption(way);
    };
  }

  private Received untold() {
    LocalDate event = question.event();
    trace.weaken(Status.PROVISIONAL, Step.of(What.SERVICE_NOT_TOLD, event));
    LocalDate latest = event;
    for (Service way : law.services().keySet()) {
      Reached reached = presumed(way, event);
      if (reached != null && reached.day().isAfter(latest)) {
        latest = reached.day();
      }
    }
    return new Received(event, latest);
  }

  private Received entered(LocalDate day) {
    trace.add(Step.of(What.ENTERED, day));
    future(day);
    return Received.on(day);
  }

  private Received entered(Service way, LocalDate day) {
    Reached reached = presumed(way, question.event());
    if (reached == null) {
      return entered(day);
    }
    trace.add(Step.of(What.ENTERED, day, "", reached.span().citation()));
    future(day);
    LocalDate presumed = reached.day();
    if (day.equals(presumed)) {
      return Received.on(day);
    }
    Optional<LocalDate> provable = Optional.ofNullable(law.provableFrom().get(way));
    boolean counts = provable.isPresent() && !question.event().isBefore(provable.get());
    if (counts && day.isAfter(presumed)) {
      return Received.on(day);
    }
    if (counts) {
      trace.add(Step.of(What.PRESUMPTION_KEPT, presumed, "", reached.span().citation()));
      return new Received(day, presumed);
    }
    trace.weaken(
        Status.PROVISIONAL, Step.of(What.PROOF_UNREAD, presumed, "", reached.span().citation()));
    return day.isBefore(presumed) ? new Received(day, presumed) : new Received(presumed, day);
  }

  private void future(LocalDate day) {
    if (day.isAfter(asOf)) {
      trace.weaken(Status.PROVISIONAL, Step.of(What.FUTURE_ENTRY, day));
    }
  }

  private Received presumption(Service way) {
    LocalDate event = question.event();
    Reached reached = presumed(way, event);
    if (reached == null) {
      // a law that says nothing of service: the event's own day is safe
      trace.weaken(Status.PROVISIONAL, Step.of(What.SERVICE_NOT_TOLD, event));
      return Received.on(event);
    }
    Span by = reached.span();
    String term = by.term().isPresent() ? by.term().get().toString() : "";
    trace.add(Step.of(What.PRESUMED, reached.day(), term, by.citation()));
    if (by.assumed()) {
      trace.weaken(Status.PROVISIONAL, Step.of(What.ASSUMED, by.from(), "", by.citation()));
    }
    return Received.on(reached.day());
  }

  private @Nullable Reached presumed(Service way, LocalDate event) {
    List<Span> spans = law.services().getOrDefault(way, List.of());
    for (Span span : spans) {
      if (span.governs(event)) {
        if (span.term().isEmpty()) {
          return null;
        }
        Term term = span.term().get();
        return new Reached(Count.of(event, term, Counting.AFTER_EVENT_FIXED, days).end(), span);
      }
    }
    return null;
  }
}
