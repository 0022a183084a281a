package org.zhiheng.deadlines.oracle;

/// Every day from Monday 1900-01-01 on, written down one after the other. A day is its place in the
/// list.
final class AllDays {

  static final int YEARS = 400;
  private static final int FIRST_YEAR = 1900;
  private static final int COUNT = 146_097;

  /// Year, month, day of the month and weekday (0 Monday to 6 Sunday) of each.
  final int[] year = new int[COUNT];

  final int[] month = new int[COUNT];
  final int[] day = new int[COUNT];
  final int[] weekday = new int[COUNT];

  /// Where each month begins.
  private final int[] begins = new int[YEARS * 12];

  AllDays() {
    int y = FIRST_YEAR;
    int m = 1;
    int d = 1;
    for (int at = 0; at < COUNT; at++) {
      year[at] = y;
      month[at] = m;
      day[at] = d;
      weekday[at] = at % 7;
      if (d == 1) {
        begins[(y - FIRST_YEAR) * 12 + m - 1] = at;
      }
      d++;
      if (d > last(y, m)) {
        d = 1;
        m++;
        if (m > 12) {
          m = 1;
          y++;
        }
      }
    }
  }

  private static int last(int year, int month) {
    if (month == 2) {
      boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
      return leap ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  /// `2026-11-22`.
  int at(String text) {
    int y = Integer.parseInt(text.substring(0, 4));
    int m = Integer.parseInt(text.substring(5, 7));
    return begins[(y - FIRST_YEAR) * 12 + m - 1] + Integer.parseInt(text.substring(8)) - 1;
  }

  String text(int at) {
    return "%04d-%02d-%02d".formatted(year[at], month[at], day[at]);
  }

  /// The day so many months later: walk until so many months have begun, then on to the same day of
  /// the month, or to the month's last.
  int monthsAfter(int start, int months) {
    int at = start;
    int begun = 0;
    while (begun < months) {
      at++;
      if (day[at] == 1) {
        begun++;
      }
    }
    if (months == 0) {
      return start;
    }
    while (day[at] != day[start] && day[at + 1] != 1) {
      at++;
    }
    return at;
  }

  /// The same, backwards.
  int monthsBefore(int end, int months) {
    int at = end;
    int left = 0;
    while (left < months) {
      if (day[at] == 1) {
        left++;
      }
      at--;
    }
    while (day[at] > day[end]) {
      at--;
    }
    return at;
  }
}
