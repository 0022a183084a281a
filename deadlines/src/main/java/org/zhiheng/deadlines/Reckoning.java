package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.deadlines.Step.What;
import org.zhiheng.deadlines.calendar.DayKind;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Counting;
import org.zhiheng.deadlines.rule.Extension;
import org.zhiheng.deadlines.rule.Law;
import org.zhiheng.deadlines.rule.Remedy;
import org.zhiheng.deadlines.rule.Rule;
import org.zhiheng.deadlines.rule.Span;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.values.Citation;

/// One answer in the making: every step is written down as it is taken.
final class Reckoning {

  private final Rule rule;
  private final Law law;
  private final Question question;
  private final Governing governing;
  private final Span span;
  private final WorkingDays days;
  private final LocalDate asOf;
  private final Citation countedBy;
  private final Trace trace = new Trace();

  Reckoning(
      Rule rule,
      Law law,
      Question question,
      Governing governing,
      WorkingDays days,
      LocalDate asOf) {
    this.rule = rule;
    this.law = law;
    this.question = question;
    this.governing = governing;
    this.span = governing.span();
    this.days = days;
    this.asOf = asOf;
    this.countedBy = rule.countedBy().isPresent() ? rule.countedBy().get() : law.counting();
  }

  Answer answer() {
    LocalDate event = question.event();
    trace.add(Step.of(What.EVENT, event));
    if (event.isAfter(asOf)) {
      trace.add(Step.of(What.FUTURE_EVENT, asOf));
    }
    trace.add(governing.governed());
    for (String fact : question.facts()) {
      trace.add(Step.of(What.CASE, event, fact, span.citation()));
    }
    Received received = new Serving(rule, law, question, days, asOf, trace).received();
    return span.term().isPresent() ? known(span.term().get(), received) : unknown(received);
  }

  private Answer known(Term term, Received received) {
    trace.add(Step.of(What.TERM, received.day(), term.toString(), span.citation()));
    if (governing.doubt().isPresent()) {
      trace.weaken(span.assumed() ? Status.PROVISIONAL : Status.CERTAIN, governing.doubt().get());
    }
    Count count = counted(received.day(), term);
    tell(count, term);
    LocalDate warnBy = count.earliest();
    LocalDate latest = later(count.latest(), latest(received, count, term));
    if (governing.following().isPresent()) {
      Span next = governing.following().get();
      Optional<Law.Change> change = law.changeOn(next.from());
      if (change.isPresent()
          && !change.get().transitionRead()
          && !count.due().isBefore(change.get().from())) {
        trace.weaken(
            Status.PROVISIONAL,
            Step.of(
                What.TRANSITION_UNREAD, next.from(), law.title().zh(), change.get().citation()));
        // the new text cannot have ended a term before it took effect
        LocalDate shortest = counted(received.day(), shortest(next, term)).earliest();
        warnBy = earlier(warnBy, later(next.from(), shortest));
        latest = later(latest, counted(received.latest(), longest(next, term)).latest());
      }
    }
    return answered(received, Optional.of(count), warnBy, latest);
  }

  private Answer unknown(Received received) {
    Term strictest = span.strictest().orElseThrow();
    Term longest = span.latest().orElseThrow();
    trace.weaken(
        Status.UNKNOWN,
        Step.of(What.VALUE_UNKNOWN, span.from(), strictest + " … " + longest, span.citation()));
    Count early = counted(received.day(), strictest);
    tell(early, strictest);
    LocalDate latest = counted(received.latest(), longest).latest();
    return answered(received, Optional.empty(), early.earliest(), latest);
  }

  private Answer answered(
      Received received, Optional<Count> count, LocalDate warnBy, LocalDate latest) {
    if (rule.opens().isPresent() && count.isPresent()) {
      trace.add(opening(count.get().end(), rule.opens().get()));
    }
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
    List<Step> steps = trace.steps();
    return new Answer(
        rule.id(),
        span.from(),
        law.id(),
        rule.kind(),
        count.map(Count::due),
        warnBy,
        latest,
        trace.status(),
        steps,
        received.day(),
        count.map(Count::end),
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

  private LocalDate latest(Received received, Count count, Term term) {
    return received.latest().equals(received.day())
        ? count.latest()
        : counted(received.latest(), term).latest();
  }

  private Count counted(LocalDate start, Term term) {
    Count count = Count.of(start, term, rule.counting(), days);
    return question.extension().isPresent()
        ? count.extended(question.extension().get(), rule.counting(), days)
        : count;
  }

  private void tell(Count count, Term term) {
    if (rule.counting() == Counting.FROM_NEXT_MONTH) {
      trace.add(Step.of(What.NEXT_MONTH, count.start(), "", countedBy));
    }
    if (question.extension().isPresent() && rule.extension().isPresent()) {
      Extension extension = rule.extension().get();
      trace.add(
          Step.of(
              What.EXTENDED,
              count.start(),
              question.extension().get().toString(),
              extension.citation()));
    }
    trace.add(Step.of(count.how(), count.end(), term.toString(), countedBy));
    if (!count.due().equals(count.end())) {
      trace.add(
          Step.of(
              What.ROLLED,
              count.due(),
              days.source(count.end()).map(notice -> notice.id()).orElse("weekend"),
              countedBy));
    } else if (rule.counting() == Counting.TERM_OF_VALIDITY) {
      trace.weaken(
          Status.PROVISIONAL,
          Step.of(What.VALIDITY_UNSAID, count.due(), count.latest().toString(), countedBy));
    } else if (!days.kind(count.end()).worked()) {
      trace.add(Step.of(What.NOT_ROLLED, count.end()));
    } else if (count.published()
        && days.kind(count.end()) == DayKind.MAKE_UP
        && count.latest().isAfter(count.due())) {
      trace.add(Step.of(What.MAKE_UP_DAY, count.due(), count.latest().toString(), countedBy));
    }
    if (!count.published()) {
      trace.weaken(Status.PROVISIONAL, Step.of(What.UNPUBLISHED, count.due()));
    }
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
