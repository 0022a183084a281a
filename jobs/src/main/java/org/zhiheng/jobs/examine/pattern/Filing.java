package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.values.RightId;

/// One mark that somebody filed, as far as patterns go.
///
/// @param right its id
/// @param name its words; empty of a figure alone
/// @param classes Nice classes as two digits
/// @param groups similar groups, four digits
/// @param filedOn filing date, if known
/// @param agents who filed it for the applicant
/// @param addresses of the applicant, as printed
/// @param holders whose it is now
/// @param happenings what became of it, by date
public record Filing(
    RightId right,
    String name,
    NavigableSet<String> classes,
    NavigableSet<String> groups,
    Optional<LocalDate> filedOn,
    Set<String> agents,
    Set<String> addresses,
    List<String> holders,
    List<Happening> happenings) {

  /// Copies the sets and lists.
  public Filing {
    classes = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(classes));
    groups = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(groups));
    agents = Set.copyOf(agents);
    addresses = Set.copyOf(addresses);
    holders = List.copyOf(holders);
    happenings = List.copyOf(happenings);
  }
}
