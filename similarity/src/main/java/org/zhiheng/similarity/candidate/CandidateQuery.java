package org.zhiheng.similarity.candidate;

import java.util.Set;
import org.zhiheng.similarity.word.WordMark;

/// What is looked for.
///
/// @param space whose marks
/// @param mark the name
/// @param classes only marks in one of these Nice classes; all when empty
/// @param groups only marks in one of these similar groups; all when empty
/// @param most how many, at most [#MOST_MAX]
public record CandidateQuery(
    String space, WordMark mark, Set<String> classes, Set<String> groups, int most) {

  /// More is a listing, not a search.
  public static final int MOST_MAX = 1000;

  /// Copies the sets.
  ///
  /// @throws IllegalArgumentException when `most` is not in 1..[#MOST_MAX]
  public CandidateQuery {
    if (most < 1 || most > MOST_MAX) {
      throw new IllegalArgumentException("most must be in 1.." + MOST_MAX + ": " + most);
    }
    classes = Set.copyOf(classes);
    groups = Set.copyOf(groups);
  }
}
