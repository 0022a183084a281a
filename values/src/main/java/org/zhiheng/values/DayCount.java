package org.zhiheng.values;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// How days become a part of a year.
///
/// Periods are half-open, `[from, to)`: the first day counts, the last does not.
///
/// Source: ISDA 2006 Definitions, section 4.16, recalled; the letter of the clause stands at each.
public enum DayCount {
  /// Actual/Actual (ISDA), clause (b): days in leap years over 366, the others over 365.
  ACT_ACT_ISDA("ACT/ACT ISDA"),
  /// Actual/365 (Fixed), clause (d).
  ACT_365F("ACT/365F"),
  /// Actual/360, clause (e).
  ACT_360("ACT/360"),
  /// 30/360 or Bond Basis, clause (f): the 31st is the 30th, at the end only after a 30th or 31st.
  /// The end of February is not moved, which differs from the older rule of United States agencies.
  THIRTY_360("30/360"),
  /// 30E/360 or Eurobond Basis, clause (g): the 31st is the 30th at both ends.
  THIRTY_E_360("30E/360");

  /// A period longer than this is a slip of the pen.
  public static final int YEARS_MAX = 1_000;

  private final String printed;

  DayCount(String printed) {
    this.printed = printed;
  }

  /// Days of the period as this convention counts them.
  ///
  /// @throws IllegalArgumentException when the period ends before it begins or is longer than
  ///   [#YEARS_MAX] years
  public long days(LocalDate from, LocalDate to) {
    refuseNonsense(from, to);
    return switch (this) {
      case ACT_ACT_ISDA, ACT_365F, ACT_360 -> ChronoUnit.DAYS.between(from, to);
      case THIRTY_360 -> {
        int first = Math.min(from.getDayOfMonth(), 30);
        int last = first == 30 ? Math.min(to.getDayOfMonth(), 30) : to.getDayOfMonth();
        yield thirty(from, first, to, last);
      }
      case THIRTY_E_360 ->
          thirty(from, Math.min(from.getDayOfMonth(), 30), to, Math.min(to.getDayOfMonth(), 30));
    };
  }

  /// The period as a part of a year, exact.
  ///
  /// @throws IllegalArgumentException as [#days]
  public YearFraction yearFraction(LocalDate from, LocalDate to) {
    return switch (this) {
      case ACT_365F -> new YearFraction(days(from, to), 365);
      case ACT_360, THIRTY_360, THIRTY_E_360 -> new YearFraction(days(from, to), 360);
      case ACT_ACT_ISDA -> {
        refuseNonsense(from, to);
        YearFraction sum = YearFraction.ZERO;
        LocalDate at = from;
        while (at.isBefore(to)) {
          LocalDate newYear = LocalDate.of(at.getYear() + 1, 1, 1);
          LocalDate end = newYear.isBefore(to) ? newYear : to;
          sum = sum.plus(new YearFraction(ChronoUnit.DAYS.between(at, end), at.lengthOfYear()));
          at = end;
        }
        yield sum;
      }
    };
  }

  /// `30E/360`: the name in data files.
  public String code() {
    return printed;
  }

  /// Reads a code.
  public static Parsed<DayCount> parse(String text) {
    String stripped = text.strip();
    for (DayCount count : values()) {
      if (count.printed.equalsIgnoreCase(stripped)) {
        return Parsed.ok(count);
      }
    }
    return Parsed.refused(
        "day-count",
        text,
        "A day count is one of ACT/ACT ISDA, ACT/365F, ACT/360, 30/360 and 30E/360.");
  }

  private static long thirty(LocalDate from, int firstDay, LocalDate to, int lastDay) {
    return 360L * (to.getYear() - from.getYear())
        + 30L * (to.getMonthValue() - from.getMonthValue())
        + (lastDay - firstDay);
  }

  private static void refuseNonsense(LocalDate from, LocalDate to) {
    if (to.isBefore(from) || to.isAfter(from.plusYears(YEARS_MAX))) {
      throw new IllegalArgumentException(
          "a period must end 0.." + YEARS_MAX + " years after it begins: " + from + " .. " + to);
    }
  }
}
