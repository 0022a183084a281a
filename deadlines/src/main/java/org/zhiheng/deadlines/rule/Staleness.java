package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// A rule that was not compared with its sources for long.
///
/// @param rule which
/// @param days since it was
public record Staleness(Rule rule, long days) {

  /// The rules that were not checked for more than so many days, the longest first, then by id.
  ///
  /// @param asOf the day that is counted to
  /// @param days 0 or more
  public static List<Staleness> of(RuleBook book, LocalDate asOf, int days) {
    return book.rules().stream()
        .map(rule -> new Staleness(rule, asOf.toEpochDay() - rule.lastValidOn().toEpochDay()))
        .filter(one -> one.days() > days)
        .sorted(
            Comparator.comparingLong(Staleness::days)
                .reversed()
                .thenComparing(one -> one.rule().id()))
        .toList();
  }
}
