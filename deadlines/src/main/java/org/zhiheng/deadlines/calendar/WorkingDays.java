package org.zhiheng.deadlines.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A working calendar as it was known on one day. Holds nothing that changes; each question costs a
/// step, the next working day at most some twelve.
public final class WorkingDays {

  /// Days before have no notice here and follow the week alone.
  public static final LocalDate FIRST = LocalDate.of(2006, 12, 1);

  /// The notice of a year reaches back: in 2007, 2011, 2012, 2018 and 2022 days from 29 December on
  /// were freed or worked by the notice of the year that followed. Four days are kept in hand.
  private static final int REACHED_BACK_FROM = 25;

  /// No holiday of 2007 to 2026 began more than two days before the days that the regulation fixes
  /// for it, nor went on for more than five after them; one is kept in hand.
  private static final int FREE_BEFORE_MAX = 2;

  private static final int FREE_AFTER_MAX = 6;

  /// Weekend days that were worked never brought the end of 1 to 50 working days more than this
  /// nearer, in all windows of 2007 to 2026.
  private static final int BROUGHT_NEARER_MAX = 4;

  /// By so many working days can holidays, as they grew around their fixed days in 2007 to 2026,
  /// push the end of 1 to 50 working days farther than the fixed days do; two are kept in hand.
  private static final int PUSHED_MAX = 5;

  /// The longest run of days off in 2007 to 2026 (24 January to 2 February 2020).
  private static final int RUN_MAX = 10;

  private final long first = FIRST.toEpochDay();
  private final DayKind[] kinds;
  private final boolean[] arranged;
  private final boolean[] maybeFree;
  private final Map<LocalDate, Notice> sources = new HashMap<>();

  WorkingDays(List<Notice> notices, Map<Integer, List<LocalDate>> unpublished) {
    int last = 2027;
    for (Notice notice : notices) {
      last = Math.max(last, notice.year());
    }
    for (int year : unpublished.keySet()) {
      last = Math.max(last, year);
    }
    arranged = new boolean[last + 1];
    notices.forEach(notice -> arranged[notice.year()] = true);
    kinds = new DayKind[(int) (LocalDate.of(last, 12, 31).toEpochDay() - first) + 1];
    maybeFree = new boolean[kinds.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = ofWeek(first + i);
    }
    unpublished.forEach((year, days) -> {
      if (!arranged[year]) {
        days.forEach(day -> {
          set(day, DayKind.HOLIDAY);
          reach(day);
        });
      }
    });
    for (Notice notice : notices) {
      notice
          .off()
          .forEach(day -> {
            set(day, DayKind.HOLIDAY);
            sources.put(day, notice);
          });
      notice
          .worked()
          .forEach(day -> {
            set(day, weekend(day.toEpochDay()) ? DayKind.MAKE_UP : DayKind.WORKDAY);
            sources.put(day, notice);
          });
    }
  }

  /// The last year of which anything is said.
  public int lastYear() {
    return arranged.length - 1;
  }

  /// What the day is.
  public DayKind kind(LocalDate day) {
    return kind(day.toEpochDay());
  }

  /// Whether the notice that arranges this day is known. If not, an answer that leans on it is
  /// provisional. The last days of December need the notice of the next year as well.
  public boolean published(LocalDate day) {
    int year = day.getYear();
    return arranged(year)
        && (day.getMonthValue() < 12
            || day.getDayOfMonth() < REACHED_BACK_FROM
            || arranged(year + 1));
  }

  /// Whether the notices that arrange all these days, both ends included, are known. Cost grows
  /// with the years.
  public boolean published(LocalDate from, LocalDate to) {
    // within a year only its last days need more than the first, and the last day needs most
    return published(to)
        && IntStream.range(from.getYear(), to.getYear())
            .allMatch(year -> published(LocalDate.of(year, 12, 31)));
  }

  /// The notice that makes the day what it is; none for days that follow the week or the
  /// regulation.
  public Optional<Notice> source(LocalDate day) {
    return Optional.ofNullable(sources.get(day));
  }

  /// This day or the first working day after it.
  public LocalDate next(LocalDate day) {
    long start = day.toEpochDay();
    long at = start;
    while (!kind(at).worked()) {
      at++;
    }
    return at == start ? day : LocalDate.ofEpochDay(at);
  }

  /// The latest day to which a last day may still turn out to move, where its year has no notice: a
  /// holiday grows around the days that the regulation fixes.
  public LocalDate latestNext(LocalDate day) {
    if (day.getYear() >= arranged.length || day.isBefore(FIRST)) {
      // nothing at all is fixed here
      return next(day.plusDays(RUN_MAX));
    }
    long at = day.toEpochDay();
    while (!kind(at).worked() || mayBeFree(at)) {
      at++;
    }
    return LocalDate.ofEpochDay(at);
  }

  /// The day that is so many working days after this one, which does not count.
  ///
  /// @param count at least 0, and then the day itself; cost grows with it
  public LocalDate plusWorkingDays(LocalDate day, int count) {
    long at = day.toEpochDay();
    int left = count;
    while (left > 0) {
      at++;
      if (kind(at).worked()) {
        left--;
      }
    }
    return LocalDate.ofEpochDay(at);
  }

  /// The earliest day that so many working days may still turn out to end on, where a year on the
  /// way has no notice: no holiday on the way, and weekend days that are worked.
  public LocalDate earliestPlusWorkingDays(LocalDate day, int count) {
    long at = day.toEpochDay();
    int left = count;
    while (left > 0) {
      at++;
      if (!weekend(at)) {
        left--;
      }
    }
    return LocalDate.ofEpochDay(Math.max(day.toEpochDay() + count, at - BROUGHT_NEARER_MAX));
  }

  /// The latest day that working days, counted to an end by what is known, may still turn out to
  /// end on, where a year on the way has no notice.
  public LocalDate latestAfterWorkingDays(LocalDate end) {
    return latestNext(plusWorkingDays(end, PUSHED_MAX));
  }

  /// How many working days lie from the one to the other day, both included. Cost grows with it.
  public int count(LocalDate from, LocalDate to) {
    int count = 0;
    for (long day = from.toEpochDay(); day <= to.toEpochDay(); day++) {
      if (kind(day).worked()) {
        count++;
      }
    }
    return count;
  }

  private boolean arranged(int year) {
    return year >= 0 && year < arranged.length && arranged[year];
  }

  private DayKind kind(long epochDay) {
    long at = epochDay - first;
    return at >= 0 && at < kinds.length ? kinds[(int) at] : ofWeek(epochDay);
  }

  private boolean mayBeFree(long epochDay) {
    long at = epochDay - first;
    return at >= 0 && at < maybeFree.length && maybeFree[(int) at];
  }

  private void set(LocalDate day, DayKind kind) {
    kinds[(int) (day.toEpochDay() - first)] = kind;
  }

  private void reach(LocalDate fixed) {
    int at = (int) (fixed.toEpochDay() - first);
    int to = Math.min(maybeFree.length - 1, at + FREE_AFTER_MAX);
    for (int i = Math.max(0, at - FREE_BEFORE_MAX); i <= to; i++) {
      maybeFree[i] = true;
    }
  }

  private static DayKind ofWeek(long epochDay) {
    return weekend(epochDay) ? DayKind.WEEKEND : DayKind.WORKDAY;
  }

  /// 1970-01-01 was a Thursday, so 3 and 4 days later a weekend began and went on.
  private static boolean weekend(long epochDay) {
    long ofWeek = Math.floorMod(epochDay + 3, 7);
    return ofWeek >= 5;
  }
}
