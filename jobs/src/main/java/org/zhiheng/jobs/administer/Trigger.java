package org.zhiheng.jobs.administer;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhiheng.register.kind.RightKind;

/// Which event starts the clock of a rule, and what tells that the clock need run no longer.
///
/// Events are named by the code of their act (`oa-first`) or of their kind (`granted`).
///
/// @param rule its id
/// @param rights the kinds of right it holds for
/// @param by the event that starts it
/// @param day the day that is counted from
/// @param cases special cases of the rule that hold for a kind of right
/// @param clears events that fulfil it, besides those the rule names
/// @param settledBy events that cannot be without its having been fulfilled
/// @param ends whether the end of the right ends the clock
/// @param group clocks of one group may be stopped by the same act, such as two terms for one fee;
///   empty where an act stops this clock alone
/// @param region of the registration, as a note with the code `region` tells it; empty where the
///   rule holds in all
/// @param optional whether nothing is lost when it passes, whatever kind the rule is of
record Trigger(
    String rule,
    Set<RightKind> rights,
    String by,
    Day day,
    Map<RightKind, Set<String>> cases,
    Set<String> clears,
    Set<String> settledBy,
    boolean ends,
    String group,
    String region,
    boolean optional) {

  /// The day a clock is counted from.
  enum Day {
    /// That of the event.
    EVENT,
    /// The earliest priority date, else that of the event.
    PRIORITY,
    /// The earliest priority date; without a priority there is no clock.
    PRIORITY_ONLY,
    /// That of the event; where a priority is claimed there is no clock.
    NO_PRIORITY
  }

  Trigger {
    rights = Set.copyOf(rights);
    cases = Map.copyOf(cases);
    clears = Set.copyOf(clears);
    settledBy = Set.copyOf(settledBy);
  }

  /// All it says, the same text for the same trigger.
  String words() {
    return String.join(
        " ",
        new TreeSet<>(rights).toString(),
        by,
        day.name(),
        cases.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + new TreeSet<>(entry.getValue()))
            .sorted()
            .toList()
            .toString(),
        new TreeSet<>(clears).toString(),
        new TreeSet<>(settledBy).toString(),
        Boolean.toString(ends),
        group,
        region,
        Boolean.toString(optional));
  }
}
