package org.zhiheng.jobs.examine.pattern;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.zhiheng.values.PartyId;

/// What is asked about somebody's filings.
///
/// @param party whose
/// @param purpose another's, or one's own
/// @param businessClasses Nice classes of their business as two digits; may be empty
/// @param knownNames names to compare with beside the workspace's marks, at most
///   [ListedMarks#NAMES_MAX]
/// @param settings by which it is computed
public record PatternQuestion(
    PartyId party,
    Pattern.Purpose purpose,
    NavigableSet<String> businessClasses,
    List<String> knownNames,
    Pattern.Settings settings) {

  /// Copies the set and the list.
  public PatternQuestion {
    businessClasses =
        java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(businessClasses));
    knownNames = List.copyOf(knownNames);
  }

  /// About another, with the usual settings and nothing else given.
  public static PatternQuestion about(PartyId party) {
    return new PatternQuestion(
        party, Pattern.Purpose.OTHERS, new TreeSet<>(), List.of(), Pattern.Settings.USUAL);
  }

  /// About oneself, with the usual settings and nothing else given.
  public static PatternQuestion own(PartyId party) {
    return new PatternQuestion(
        party, Pattern.Purpose.OWN, new TreeSet<>(), List.of(), Pattern.Settings.USUAL);
  }
}
