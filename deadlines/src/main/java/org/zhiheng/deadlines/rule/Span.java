package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.Optional;
import org.zhiheng.values.Citation;

/// What a rule says of events in a span of days.
///
/// @param from the first day of events it governs; also the version's name
/// @param until the last one, if it ended
/// @param term how long; empty when nobody could confirm it
/// @param strictest of an unknown value, the shortest that was published (a draft)
/// @param latest of an unknown value, the longest that can be argued
/// @param assumed whether the value is carried over from before because the text of the new law was
///   not read; what follows is provisional
/// @param citation where it stands
public record Span(
    LocalDate from,
    Optional<LocalDate> until,
    Optional<Term> term,
    Optional<Term> strictest,
    Optional<Term> latest,
    boolean assumed,
    Citation citation) {

  /// Whether an event of this day is governed.
  public boolean governs(LocalDate event) {
    return !event.isBefore(from) && (until.isEmpty() || !event.isAfter(until.get()));
  }

  /// `1985-04-01`
  public String version() {
    return from.toString();
  }
}
