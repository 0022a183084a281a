package org.zhiheng.jobs.administer;

import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.Question;
import org.zhiheng.values.EventId;

/// A clock that the story of a right started.
///
/// @param key see [Deadline#key]
/// @param question what the rule is asked
/// @param trigger the event that started it
/// @param parent the missed deadline that opened it
/// @param patentYear the year an annual fee is for
/// @param from acts and facts after this place of the story can stop it
/// @param stops what stops it
record Clock(
    String key,
    Question question,
    Optional<EventId> trigger,
    Optional<String> parent,
    Optional<Integer> patentYear,
    int from,
    Stops stops) {

  /// What stops a clock.
  ///
  /// @param clears codes of events that fulfil it, besides those the rule names
  /// @param settledBy codes of events that cannot be without its having been fulfilled
  /// @param ends whether the end of the right ends it
  /// @param group see [Trigger#group]
  /// @param optional whether nothing is lost when it passes
  record Stops(
      Set<String> clears, Set<String> settledBy, boolean ends, String group, boolean optional) {

    Stops {
      clears = Set.copyOf(clears);
      settledBy = Set.copyOf(settledBy);
    }

    static Stops of(Trigger trigger) {
      return new Stops(
          trigger.clears(),
          trigger.settledBy(),
          trigger.ends(),
          trigger.group(),
          trigger.optional());
    }
  }
}
