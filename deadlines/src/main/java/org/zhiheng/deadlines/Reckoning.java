package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Step.What;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Counting;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Remedy;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.Service;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.values.Citation;

/// One answer in the making: every step is written down as it is taken.
final class Reckoning {

  private final Rule rule;
  private final Law law;
  private final Question question;
  private final Span span;
  private final Optional<Span> following;
  private final WorkingDays days;
  private final LocalDate asOf;
  private final List<Step> trace = new ArrayList<>(12);
  private Status status = Status.CERTAIN;

  Reckoning(
      Rule rule,
      Law law,
      Question question,
      Span span,
      Optional<Span> following,
      WorkingDays days,
      LocalDate asOf) {
    this.rule = rule;
    this.law = law;
    this.question = question;
    this.span = span;
    this.following = following;
    this.days = days;
    this.asOf = asOf;
  }

  /// When a document counts as received.
  ///
  /// @param day the safe day
  /// @param latest the latest day that can be argued
  private record Received(LocalDate day, LocalDate latest) {}

  Answer answer() {
    LocalDate event = question.event();
    trace.add(Step.of(What.EVENT, event));
    if (event.isAfter(asOf)) {
      trace.add(Step.of(What.FUTURE_EVENT, asOf));
    }
    trace.add(Step.of(What.GOVERNED, span.from(), law.title().zh(), law.governing()));
    for (String fact : question.facts()) {
      trace.add(Step.of(What.CASE, event, fact, span.citation()));
    }
    Received received = received();
    return span.term().isPresent() ? known(span.term().get(), received) : unknown(received);
  }

  private Answer known(Term term, Received received) {
    trace.add(Step.of(What.TERM, received.day(), term.toString(), span.citation()));
    if (span.assumed()) {
      weaken(Status.PROVISIONAL, Step.of(What.ASSUMED, span.from(), "", span.citation()));
    }
    Count count = counted(received.day(), term);
    tell(count, term);
    LocalDate warnBy = count.published() ? count.due() : earlier(count.end(), count.due());
    LocalDate latest = later(count.latest(), counted(received.latest(), term).latest());
    Optional<Law.Change> change = following.flatMap(next -> law.changeOn(next.from()));
    if (change.isPresent()
        && !change.get().transitionRead()
        && !count.due().isBefore(change.get().from())) {
      Span next = following.orElseThrow();
      weaken(
          Status.PROVISIONAL,
          Step.of(What.TRANSITION_UNREAD, next.from(), law.title().zh(), change.get().citation()));
      // the new text cannot have ended a term before it took effect
      warnBy =
          earlier(warnBy, later(next.from(), counted(received.day(), shortest(next, term)).end()));
      latest = later(latest, counted(received.latest(), longest(next, term)).latest());
    }
    return answered(received, Optional.of(count.due()), Optional.of(count.end()), warnBy, latest);
  }

  private Answer unknown(Received received) {
    Term strictest = span.strictest().orElseThrow();
    Term longest = span.latest().orElseThrow();
    weaken(
        Status.UNKNOWN,
        Step.of(What.VALUE_UNKNOWN, span.from(), strictest + " … " + longest, span.citation()));
    Count early = counted(received.day(), strictest);
    tell(early, strictest);
    LocalDate warnBy = early.published() ? early.due() : early.end();
    LocalDate latest = counted(received.latest(), longest).latest();
    return answered(received, Optional.empty(), Optional.empty(), warnBy, latest);
  }

  private Answer answered(
      Received received,
      Optional<LocalDate> due,
      Optional<LocalDate> end,
      LocalDate warnBy,
      LocalDate latest) {
    rule.opens().flatMap(before -> end.map(last -> opening(last, before))).ifPresent(trace::add);
    if (asOf.isAfter(latest)) {
      switch (rule.kind()) {
        case STATUTORY_DEADLINE, SPECIFIED_DEADLINE, OPTIONAL_WINDOW -> {
          trace.add(Step.of(What.PAST, asOf));
          for (Remedy remedy : rule.remedies()) {
            trace.add(new Step(What.REMEDY, asOf, remedy.rule(), Optional.empty()));
          }
        }
        case OFFICE_LIMIT, SERVICE_TARGET, ELIGIBILITY_CONDITION -> {}
      }
    }
    trace.add(Step.of(What.LAST_CHECKED, rule.lastValidOn()));
    Set<Citation> citations = new LinkedHashSet<>();
    trace.forEach(step -> step.source().ifPresent(citations::add));
    return new Answer(
        rule.id(),
        span.version(),
        rule.kind(),
        due,
        warnBy,
        latest,
        status,
        trace,
        List.copyOf(citations),
        received.day(),
        end,
        rule.remedies());
  }

  private static Step opening(LocalDate end, Term before) {
    LocalDate opens =
        switch (before.unit()) {
          case DAYS, WORKING_DAYS -> end.minusDays(before.amount());
          case MONTHS -> end.minusMonths(before.amount());
          case YEARS -> end.minusYears(before.amount());
        };
    return new Step(What.OPENS, opens, before.toString(), Optional.empty());
  }

  private Count counted(LocalDate start, Term term) {
    Count count = Count.of(start, term, rule.counting(), days);
    return question.extension().map(by -> count.extended(by, rule.counting(), days)).orElse(count);
  }

  private void tell(Count count, Term term) {
    if (rule.counting() == Counting.FROM_NEXT_MONTH) {
      trace.add(Step.of(What.NEXT_MONTH, count.start(), "", law.counting()));
    }
    if (question.extension().isPresent()) {
      rule.extension()
          .ifPresent(extension ->
              trace.add(
                  Step.of(
                      What.EXTENDED,
                      count.start(),
                      question.extension().get().toString(),
                      extension.citation())));
    }
    trace.add(Step.of(count.how(), count.end(), term.toString(), law.counting()));
    if (!count.due().equals(count.end())) {
      trace.add(
          Step.of(
              What.ROLLED,
              count.due(),
              days.source(count.end()).map(notice -> notice.id()).orElse("weekend"),
              law.counting()));
    } else if (!days.kind(count.end()).worked()) {
      trace.add(Step.of(What.NOT_ROLLED, count.end(), "", law.counting()));
    } else if (!count.latest().equals(count.due())) {
      trace.add(Step.of(What.MAKE_UP_DAY, count.due(), count.latest().toString(), law.counting()));
    }
    if (!count.published()) {
      weaken(Status.PROVISIONAL, Step.of(What.UNPUBLISHED, count.due()));
    }
  }

  /// When the clock starts.
  private Received received() {
    LocalDate event = question.event();
    if (!rule.served()) {
      trace.add(Step.of(What.NOT_SERVED, event));
      // whatever is told of service must not move a clock that starts with the event
      if (question.entered().isPresent()
          || question.service().filter(way -> way != Service.NONE).isPresent()) {
        trace.add(Step.of(What.SERVICE_WITHOUT_EFFECT, event));
      }
      return new Received(event, event);
    }
    if (question.service().isEmpty()) {
      if (question.entered().isPresent()) {
        return entered(question.entered().get());
      }
      weaken(Status.PROVISIONAL, Step.of(What.SERVICE_NOT_TOLD, event));
      LocalDate latest = event;
      for (Service way : law.services().keySet()) {
        latest = later(latest, presumed(way, event).map(Reached::day).orElse(event));
      }
      return new Received(event, latest);
    }
    Service way = question.service().get();
    return switch (way) {
      case NONE -> {
        trace.add(Step.of(What.NOT_SERVED, event));
        question.entered().ifPresent(day -> trace.add(Step.of(What.ENTRY_WITHOUT_EFFECT, day)));
        yield new Received(event, event);
      }
      case PUBLIC_NOTICE -> {
        question.entered().ifPresent(day -> trace.add(Step.of(What.ENTRY_WITHOUT_EFFECT, day)));
        yield presumption(way);
      }
      case ELECTRONIC, POST, HAND ->
          question.entered().isPresent() ? entered(question.entered().get()) : presumption(way);
    };
  }

  private Received entered(LocalDate day) {
    question
        .service()
        .flatMap(way -> presumed(way, question.event()))
        .ifPresentOrElse(
            reached -> trace.add(Step.of(What.ENTERED, day, "", reached.span().citation())),
            () -> trace.add(Step.of(What.ENTERED, day)));
    return new Received(day, day);
  }

  private Received presumption(Service way) {
    LocalDate event = question.event();
    Optional<Reached> reached = presumed(way, event);
    if (reached.isEmpty()) {
      // a law that says nothing of service: the event's own day is safe
      weaken(Status.PROVISIONAL, Step.of(What.SERVICE_NOT_TOLD, event));
      return new Received(event, event);
    }
    Span by = reached.get().span();
    trace.add(
        Step.of(
            What.PRESUMED,
            reached.get().day(),
            by.term().map(Term::toString).orElse(""),
            by.citation()));
    if (by.assumed()) {
      weaken(Status.PROVISIONAL, Step.of(What.ASSUMED, by.from(), "", by.citation()));
    }
    return new Received(reached.get().day(), reached.get().day());
  }

  /// When a document is presumed to arrive, and by what.
  private record Reached(LocalDate day, Span span) {}

  private Optional<Reached> presumed(Service way, LocalDate event) {
    return Optional.ofNullable(law.services().get(way)).stream()
        .flatMap(List::stream)
        .filter(one -> one.governs(event))
        .findFirst()
        .flatMap(one ->
            one.term()
                .map(term ->
                    new Reached(
                        Count.of(event, term, Counting.AFTER_EVENT_FIXED, days).end(), one)));
  }

  private void weaken(Status to, Step why) {
    status = status.and(to);
    trace.add(why);
  }

  private static Term shortest(Span span, Term otherwise) {
    return span.term().or(span::strictest).orElse(otherwise);
  }

  private static Term longest(Span span, Term otherwise) {
    return span.term().or(span::latest).orElse(otherwise);
  }

  private static LocalDate earlier(LocalDate left, LocalDate right) {
    return left.isBefore(right) ? left : right;
  }

  private static LocalDate later(LocalDate left, LocalDate right) {
    return left.isAfter(right) ? left : right;
  }
}
