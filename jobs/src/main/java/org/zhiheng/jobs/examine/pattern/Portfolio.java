package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.zhiheng.values.PartyId;

/// All that the engine is given.
///
/// @param subject whose filings
/// @param name as shown
/// @param asOf the day of the register's state
/// @param filings in any order
/// @param filingsLeftOut how many older ones were not read
/// @param links who shares something with the applicant
/// @param agentClients how many other applicants the same agents file for
/// @param businessClasses classes the person named as the applicant's business; may be empty
/// @param references what is usual in the workspace
public record Portfolio(
    PartyId subject,
    String name,
    LocalDate asOf,
    List<Filing> filings,
    int filingsLeftOut,
    List<Evidence.Link> links,
    long agentClients,
    NavigableSet<String> businessClasses,
    References references) {

  /// Copies the lists and the set.
  public Portfolio {
    filings = List.copyOf(filings);
    links = List.copyOf(links);
    businessClasses =
        java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(businessClasses));
  }
}
