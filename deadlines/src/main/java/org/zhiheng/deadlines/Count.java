package org.zhiheng.deadlines;

import java.time.LocalDate;
import org.zhiheng.deadlines.Step.What;
import org.zhiheng.deadlines.calendar.DayKind;
import org.zhiheng.deadlines.calendar.WorkingDays;
import org.zhiheng.deadlines.rule.Counting;
import org.zhiheng.deadlines.rule.Term;
import org.zhiheng.deadlines.rule.TermUnit;

/// A term counted to its end.
///
/// Source: 专利法实施细则（2023）第五条；商标法实施条例（2014）第十二条；民法典第二百条至第二百零四条.
///
/// @param start where it began; that day does not count
/// @param how how the end was found
/// @param end the last day, before it moves
/// @param due the last day, moved where it moves
/// @param latest the last day that can be argued
/// @param published whether every year it leans on has its notice
record Count(
    LocalDate start, What how, LocalDate end, LocalDate due, LocalDate latest, boolean published) {

  static Count of(LocalDate start, Term term, Counting counting, WorkingDays days) {
    return switch (counting) {
      case AFTER_EVENT -> moved(start, term, days);
      case AFTER_EVENT_FIXED -> {
        Count moved = moved(start, term, days);
        boolean byWorkingDays = term.unit() == TermUnit.WORKING_DAYS;
        yield new Count(
            start, moved.how, moved.end, moved.end, moved.end, !byWorkingDays || moved.published);
      }
      case FROM_NEXT_MONTH -> moved(start.withDayOfMonth(1).plusMonths(1), term, days);
      case TERM_OF_PROTECTION -> {
        LocalDate corresponding = plus(start, term, days);
        boolean missing = lacksDay(start, corresponding, term);
        LocalDate end = missing ? corresponding : corresponding.minusDays(1);
        yield new Count(start, missing ? What.MONTH_END : What.DAY_BEFORE, end, end, end, true);
      }
    };
  }

  /// The term made longer: counted on from its own last day.
  Count extended(Term by, Counting counting, WorkingDays days) {
    return of(
        end, by, counting == Counting.AFTER_EVENT_FIXED ? counting : Counting.AFTER_EVENT, days);
  }

  private static Count moved(LocalDate start, Term term, WorkingDays days) {
    LocalDate end = plus(start, term, days);
    LocalDate due = days.next(end);
    boolean makeUp = due.equals(end) && days.kind(end) == DayKind.MAKE_UP;
    boolean byWorkingDays = term.unit() == TermUnit.WORKING_DAYS;
    LocalDate latest = makeUp && !byWorkingDays ? nextWeekday(end, days) : due;
    What how =
        lacksDay(start, end, term)
            ? What.MONTH_END
            : switch (term.unit()) {
              case DAYS, WORKING_DAYS -> What.COUNTED;
              case MONTHS, YEARS -> What.CORRESPONDING;
            };
    boolean published = days.published(end) && days.published(due);
    if (byWorkingDays) {
      for (int year = start.getYear(); year <= end.getYear(); year++) {
        published &= days.published(LocalDate.of(year, 1, 1));
      }
    }
    return new Count(start, how, end, due, latest, published);
  }

  /// The first ordinary working day after a make-up one.
  private static LocalDate nextWeekday(LocalDate day, WorkingDays days) {
    LocalDate next = day.plusDays(1);
    while (days.kind(next) != DayKind.WORKDAY) {
      next = next.plusDays(1);
    }
    return next;
  }

  private static LocalDate plus(LocalDate start, Term term, WorkingDays days) {
    return switch (term.unit()) {
      case DAYS -> start.plusDays(term.amount());
      case WORKING_DAYS -> days.plusWorkingDays(start, term.amount());
      case MONTHS -> start.plusMonths(term.amount());
      case YEARS -> start.plusYears(term.amount());
    };
  }

  private static boolean lacksDay(LocalDate start, LocalDate end, Term term) {
    return switch (term.unit()) {
      case DAYS, WORKING_DAYS -> false;
      case MONTHS, YEARS -> start.getDayOfMonth() != end.getDayOfMonth();
    };
  }
}
