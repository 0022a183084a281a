package org.zhiheng.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.deadlines.rule.Remedy;
import org.zhiheng.deadlines.rule.RuleKind;
import org.zhiheng.values.Citation;

/// What a rule says of an event.
///
/// @param rule its id
/// @param version the first day of the value that governs
/// @param kind what sort of time it is
/// @param due the safe date; none when the value is unknown
/// @param warnBy the earliest date that could turn out right
/// @param latestArguable the latest one
/// @param status how far it can be relied on
/// @param trace the steps, in order
/// @param citations what the steps lean on, each once
/// @param received the day the clock started
/// @param end the last day before it moved to a working day; none when the value is unknown
/// @param remedies what a missed one opens
public record Answer(
    String rule,
    String version,
    RuleKind kind,
    Optional<LocalDate> due,
    LocalDate warnBy,
    LocalDate latestArguable,
    Status status,
    List<Step> trace,
    List<Citation> citations,
    LocalDate received,
    Optional<LocalDate> end,
    List<Remedy> remedies) {

  /// Holds the lists unchangeable.
  public Answer {
    trace = List.copyOf(trace);
    citations = List.copyOf(citations);
    remedies = List.copyOf(remedies);
  }
}
