package org.zhiheng.deadlines.oracle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// On which days offices are open, as far as that was published on a day.
final class OpenDays {

  private final AllDays all;
  private final Map<Integer, Boolean> told = new HashMap<>();
  private final Set<Integer> fixed = new HashSet<>();
  private final Set<Integer> arrangedYears = new HashSet<>();
  private int lastYearTold = 2027;

  OpenDays(AllDays all, Map<String, Object> calendar, int asOf) {
    this.all = all;
    for (Map<String, Object> notice : Sheets.maps(calendar, "notices")) {
      String published = Sheets.word(notice, "published");
      String year = Sheets.word(notice, "year");
      int known = all.at(published.equals("unknown") ? year + "-01-01" : published);
      if (known <= asOf) {
        arrangedYears.add(Integer.parseInt(year));
        Sheets.words(notice, "off").forEach(days -> tell(days, false));
        Sheets.words(notice, "worked").forEach(days -> tell(days, true));
      }
    }
    for (Map<String, Object> year : Sheets.maps(calendar, "unpublished")) {
      int number = Integer.parseInt(Sheets.word(year, "year"));
      lastYearTold = Math.max(lastYearTold, number);
      if (!arrangedYears.contains(number)) {
        for (String days : Sheets.words(year, "days")) {
          for (int at = from(days); at <= to(days); at++) {
            fixed.add(at);
          }
        }
      }
    }
  }

  private int from(String days) {
    return all.at(days.substring(0, 10));
  }

  private int to(String days) {
    return all.at(days.substring(days.length() - 10));
  }

  private void tell(String days, boolean open) {
    for (int at = from(days); at <= to(days); at++) {
      told.put(at, open);
    }
  }

  boolean weekend(int at) {
    return all.weekday[at] >= 5;
  }

  boolean open(int at) {
    Boolean said = told.get(at);
    return said != null ? said : !weekend(at) && !fixed.contains(at);
  }

  /// A weekend day that is worked.
  boolean makeUp(int at) {
    return open(at) && weekend(at);
  }

  /// Whether all is published that can make this day open or not.
  boolean arranged(int at) {
    if (!arrangedYears.contains(all.year[at])) {
      return false;
    }
    boolean reachedByNext = all.month[at] == 12 && all.day[at] >= 25;
    return !reachedByNext || arrangedYears.contains(all.year[at] + 1);
  }

  /// The first open day from this one on.
  int open(int at, int step) {
    int day = at;
    while (!open(day)) {
      day += step;
    }
    return day;
  }

  /// Where a last day may move when nobody knows the holidays yet: holidays begin at most two days
  /// before their fixed days and go on for at most six after them; where no days are fixed, ten
  /// days may be off.
  int openAtTheLatest(int at) {
    if (all.year[at] > lastYearTold || at < all.at("2006-12-01")) {
      return open(at + 10, 1);
    }
    int day = at;
    while (!open(day) || nearFixed(day)) {
      day++;
    }
    return day;
  }

  private boolean nearFixed(int day) {
    if (all.year[day] > lastYearTold) {
      return false;
    }
    for (int fixedDay = day - 6; fixedDay <= day + 2; fixedDay++) {
      if (fixed.contains(fixedDay)) {
        return true;
      }
    }
    return false;
  }
}
