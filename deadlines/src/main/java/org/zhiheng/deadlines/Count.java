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
/// @param earliest the earliest day that may turn out to be the last
/// @param latest the last day that can be argued
/// @param published whether every year it leans on has its notice
record Count(
    LocalDate start,
    What how,
    LocalDate end,
    LocalDate due,
    LocalDate earliest,
    LocalDate latest,
    boolean published) {

  static Count of(LocalDate start, Term term, Counting counting, WorkingDays days) {
    return switch (counting) {
      case AFTER_EVENT -> moved(start, term, days);
      case AFTER_EVENT_FIXED -> fixed(start, term, days);
      case FROM_NEXT_MONTH -> {
        LocalDate first = start.withDayOfMonth(1).plusMonths(1);
        Count after = moved(first, term, days);
        Count safe = ending(first, after.end.minusDays(1), What.LAST_OF_MONTHS, days);
        yield safe.arguable(after.latest);
      }
      case TERM_OF_PROTECTION -> protection(start, term, days);
      case TERM_OF_VALIDITY ->
          protection(start, term, days).arguable(moved(start, term, days).latest);
    };
  }

  /// The term made longer: counted on from its own last day. Whether that is the day before or
  /// after it moved is not said, so both are counted.
  Count extended(Term by, Counting counting, WorkingDays days) {
    Counting on = counting == Counting.AFTER_EVENT_FIXED ? counting : Counting.AFTER_EVENT;
    Count safe = of(end, by, on, days);
    return due.equals(end) ? safe : safe.arguable(of(due, by, on, days).latest);
  }

  private Count arguable(LocalDate day) {
    return day.isAfter(latest) ? new Count(start, how, end, due, earliest, day, published) : this;
  }

  private static Count protection(LocalDate start, Term term, WorkingDays days) {
    LocalDate corresponding = plus(start, term, days);
    boolean missing = lacksDay(start, corresponding, term);
    LocalDate end = missing ? corresponding : corresponding.minusDays(1);
    return new Count(start, missing ? What.MONTH_END : What.DAY_BEFORE, end, end, end, end, true);
  }

  private static Count fixed(LocalDate start, Term term, WorkingDays days) {
    LocalDate end = plus(start, term, days);
    What how = how(start, end, term);
    if (term.unit() != TermUnit.WORKING_DAYS || published(start, end, days)) {
      return new Count(start, how, end, end, end, end, true);
    }
    LocalDate earliest = days.earliestPlusWorkingDays(start, term.amount());
    LocalDate latest = days.latestAfterWorkingDays(end);
    return new Count(start, how, end, end, earliest, latest, false);
  }

  private static Count moved(LocalDate start, Term term, WorkingDays days) {
    if (term.unit() == TermUnit.WORKING_DAYS) {
      return fixed(start, term, days);
    }
    LocalDate end = plus(start, term, days);
    return ending(start, end, how(start, end, term), days);
  }

  /// A last day that moves where it is off.
  private static Count ending(LocalDate start, LocalDate end, What how, WorkingDays days) {
    LocalDate due = days.next(end);
    if (!days.published(end) || !days.published(due)) {
      return new Count(start, how, end, due, end, days.latestNext(end), false);
    }
    boolean makeUp = due.equals(end) && days.kind(end) == DayKind.MAKE_UP;
    return new Count(start, how, end, due, due, makeUp ? nextWeekday(end, days) : due, true);
  }

  private static What how(LocalDate start, LocalDate end, Term term) {
    if (lacksDay(start, end, term)) {
      return What.MONTH_END;
    }
    return switch (term.unit()) {
      case DAYS, WORKING_DAYS -> What.COUNTED;
      case MONTHS, YEARS -> What.CORRESPONDING;
    };
  }

  private static boolean published(LocalDate start, LocalDate end, WorkingDays days) {
    for (int year = start.getYear(); year < end.getYear(); year++) {
      if (!days.published(LocalDate.of(year, 12, 31))) {
        return false;
      }
    }
    return days.published(end);
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
