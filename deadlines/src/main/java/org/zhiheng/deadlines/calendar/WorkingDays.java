package org.zhiheng.deadlines.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A working calendar as it was known on one day. Holds nothing that changes; each question costs a
/// step, the next working day at most some twelve.
public final class WorkingDays {

  /// Days before have no notice here and follow the week alone.
  private static final LocalDate FIRST = LocalDate.of(2006, 12, 1);

  private final long first = FIRST.toEpochDay();
  private final DayKind[] kinds;
  private final Set<Integer> years = new HashSet<>();
  private final Map<LocalDate, Notice> sources = new HashMap<>();

  WorkingDays(List<Notice> notices, Map<Integer, List<LocalDate>> unpublished) {
    int last = 2027;
    for (Notice notice : notices) {
      years.add(notice.year());
      last = Math.max(last, notice.year());
    }
    for (int year : unpublished.keySet()) {
      last = Math.max(last, year);
    }
    kinds = new DayKind[(int) (LocalDate.of(last, 12, 31).toEpochDay() - first) + 1];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = ofWeek(first + i);
    }
    unpublished.forEach((year, days) -> {
      if (!years.contains(year)) {
        days.forEach(day -> set(day, DayKind.HOLIDAY));
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

  /// What the day is.
  public DayKind kind(LocalDate day) {
    long at = day.toEpochDay() - first;
    return at >= 0 && at < kinds.length ? kinds[(int) at] : ofWeek(day.toEpochDay());
  }

  /// Whether a notice arranges the year of this day. If not, an answer that leans on it is
  /// provisional.
  public boolean published(LocalDate day) {
    return years.contains(day.getYear());
  }

  /// The notice that makes the day what it is; none for days that follow the week or the
  /// regulation.
  public Optional<Notice> source(LocalDate day) {
    return Optional.ofNullable(sources.get(day));
  }

  /// This day or the first working day after it.
  public LocalDate next(LocalDate day) {
    LocalDate next = day;
    while (!kind(next).worked()) {
      next = next.plusDays(1);
    }
    return next;
  }

  /// The day that is so many working days after this one, which does not count.
  ///
  /// @param count at least 1; cost grows with it
  public LocalDate plusWorkingDays(LocalDate day, int count) {
    LocalDate at = day;
    int left = count;
    while (left > 0) {
      at = at.plusDays(1);
      if (kind(at).worked()) {
        left--;
      }
    }
    return at;
  }

  /// How many working days lie from the one to the other day, both included. Cost grows with it.
  public int count(LocalDate from, LocalDate to) {
    int count = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      if (kind(day).worked()) {
        count++;
      }
    }
    return count;
  }

  private void set(LocalDate day, DayKind kind) {
    kinds[(int) (day.toEpochDay() - first)] = kind;
  }

  private static DayKind ofWeek(long epochDay) {
    return weekend(epochDay) ? DayKind.WEEKEND : DayKind.WORKDAY;
  }

  private static boolean weekend(long epochDay) {
    DayOfWeek day = LocalDate.ofEpochDay(epochDay).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }
}
