package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A worked case that stands beside its rule and runs as a test.
///
/// @param event the day of the act
/// @param service how it was served, if that was told
/// @param entered the proved day of its arrival
/// @param asOf what was known that day
/// @param facts the special case, if any
/// @param due the expected date; none for an unknown value
/// @param status `certain`, `provisional` or `unknown`
/// @param why how the date was found by hand, or who published it
/// @param line where it stands in its file
public record Example(
    LocalDate event,
    Optional<Service> service,
    Optional<LocalDate> entered,
    LocalDate asOf,
    Set<String> facts,
    Optional<LocalDate> due,
    String status,
    String why,
    int line) {

  /// Holds the set unchangeable.
  public Example {
    facts = Set.copyOf(facts);
  }
}
