package org.zhiheng.deadlines;

import java.time.LocalDate;
import org.zhiheng.deadlines.calendar.WorkingCalendar;
import org.zhiheng.deadlines.rule.RuleBook;

/// The rules of time with the calendar they are counted in. Holds nothing that changes.
///
/// @param book the rules
/// @param calendar the working calendar of China's offices
public record Deadlines(RuleBook book, WorkingCalendar calendar) {

  /// What the product holds. Reads some dozen resources; keep what it gives.
  ///
  /// @throws org.zhiheng.values.ProblemsException with all that is wrong in the files
  public static Deadlines load() {
    return new Deadlines(RuleBook.load(), WorkingCalendar.load());
  }

  /// What was known and published at the end of this day. Costs some thousand steps; keep it.
  public KnownLaw knownOn(LocalDate asOf) {
    return new KnownLaw(book, calendar.knownOn(asOf), asOf);
  }
}
