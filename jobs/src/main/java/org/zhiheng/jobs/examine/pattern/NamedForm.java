package org.zhiheng.jobs.examine.pattern;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.zhiheng.values.RightId;

/// One different name among the filings.
///
/// @param form without width, case and signs
/// @param name as first filed
/// @param rights the filings that have it
/// @param days on which it was filed
record NamedForm(
    String form, String name, NavigableSet<RightId> rights, NavigableSet<LocalDate> days) {

  /// Copies the sets.
  NamedForm {
    rights = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(rights));
    days = java.util.Collections.unmodifiableNavigableSet(new TreeSet<>(days));
  }

  /// The same name, filed once more.
  NamedForm and(RightId right, Optional<LocalDate> day) {
    TreeSet<RightId> more = new TreeSet<>(rights);
    more.add(right);
    TreeSet<LocalDate> moreDays = new TreeSet<>(days);
    day.ifPresent(moreDays::add);
    return new NamedForm(form, name, more, moreDays);
  }
}
