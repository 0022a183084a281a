package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.rule.Remedy;
import org.zhiheng.deadlines.rule.RuleKind;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// What a rule says of an event.
///
/// @param rule its id
/// @param governedFrom the first day of the value that governs
/// @param law the id of the law that says how it is served and counted
/// @param kind what sort of time it is
/// @param due the safe date; none when the value is unknown
/// @param warnBy the earliest date that could turn out right
/// @param latestArguable the latest one
/// @param status how far it can be relied on
/// @param trace the steps, in order
/// @param received the day the clock started
/// @param end the last day before it moved to a working day; none when the value is unknown
/// @param remedies what a missed one opens
public record Answer(
    String rule,
    LocalDate governedFrom,
    String law,
    RuleKind kind,
    Optional<LocalDate> due,
    LocalDate warnBy,
    LocalDate latestArguable,
    Status status,
    List<Step> trace,
    LocalDate received,
    Optional<LocalDate> end,
    List<Remedy> remedies) {

  /// Holds the lists unchangeable.
  public Answer {
    trace = List.copyOf(trace);
    remedies = List.copyOf(remedies);
  }

  /// The name of the value that governs: `1985-04-01`.
  public String version() {
    return governedFrom.toString();
  }

  /// What the steps lean on, each once, in their order.
  public List<Citation> citations() {
    Set<Citation> citations = new LinkedHashSet<>();
    trace.forEach(step -> step.source().ifPresent(citations::add));
    return List.copyOf(citations);
  }

  /// How far the least sure text that the date was counted by was checked. That the law of the
  /// event's day governs is the frame of every answer and is left out.
  public Confidence confidence() {
    Confidence least = Confidence.SEEN;
    for (Step step : trace) {
      if (step.what() != Step.What.GOVERNED && step.source().isPresent()) {
        Confidence one = step.source().get().confidence();
        least = one.compareTo(least) > 0 ? one : least;
      }
    }
    return least;
  }

  /// Whether it leans on the calendar of this year: the one it started in, that after its latest
  /// day, whose notice reaches back, or one between.
  public boolean leansOnYear(int year) {
    return received.getYear() <= year && year <= latestArguable.getYear() + 1;
  }

  /// The same, where the proceeding stood still while the clock ran: the safe date stays, a later
  /// day can be argued, and what was certain is so no more.
  ///
  /// @param from the first day of the standstill
  /// @param latest the day that can be argued for it
  /// @param source the text that stays the proceeding
  public Answer stoodStill(LocalDate from, LocalDate latest, Citation source) {
    List<Step> steps = new ArrayList<>(trace);
    steps.add(Step.of(Step.What.STOOD_STILL, latest, from.toString(), source));
    return new Answer(
        rule,
        governedFrom,
        law,
        kind,
        due,
        warnBy,
        latest.isAfter(latestArguable) ? latest : latestArguable,
        status.and(Status.PROVISIONAL),
        steps,
        received,
        end,
        remedies);
  }

  /// The same, with a later day that can be argued; unchanged where it is no later.
  Answer arguableTo(LocalDate day) {
    return day.isAfter(latestArguable)
        ? new Answer(
            rule, governedFrom, law, kind, due, warnBy, day, status, trace, received, end, remedies)
        : this;
  }
}
