package org.zhiheng.values;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

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
  /// The older rule of United States agencies: as [#THIRTY_360], and the end of February is the
  /// 30th, at the end of a period only if it is that at its beginning.
  THIRTY_360_US("30/360 US"),
  /// 30E/360 or Eurobond Basis, clause (g): the 31st is the 30th at both ends.
  THIRTY_E_360("30E/360"),
  /// 30E/360 (ISDA), clause (h), the German rule: the 31st and the end of February are the 30th at
  /// both ends. The clause leaves the end of February as it is on the day a debt ends; that day is
  /// not known here.
  THIRTY_E_360_ISDA("30E/360 ISDA"),
  /// 30E+/360, of Italian use: the 31st is the 30th at the beginning and the 1st of the next month
  /// at the end. No clause of ISDA.
  THIRTY_E_PLUS_360("30E+/360"),
  /// Actual/364: weeks without a remainder. No clause of ISDA.
  ACT_364("ACT/364"),
  /// Actual/365 (No Leap): 29 February is the 28th. No clause of ISDA.
  ACT_365_NL("ACT/365NL"),
  /// Actual/365 (Actual): over 366 when a 29 February lies after the first day and not after the
  /// last. No clause of ISDA.
  ACT_365A("ACT/365A"),
  /// Actual/365L, clause (i), for interest paid more often than yearly: over 366 when the last day
  /// lies in a leap year.
  ACT_365L("ACT/365L");

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
      case ACT_ACT_ISDA, ACT_365F, ACT_360, ACT_364, ACT_365A, ACT_365L ->
          ChronoUnit.DAYS.between(from, to);
      case ACT_365_NL -> ChronoUnit.DAYS.between(from, to) - leapDays(from, to);
      case THIRTY_360 -> {
        int first = Math.min(from.getDayOfMonth(), 30);
        int last = first == 30 ? Math.min(to.getDayOfMonth(), 30) : to.getDayOfMonth();
        yield thirty(from, first, to, last);
      }
      case THIRTY_360_US -> {
        int first = thirtieth(from);
        boolean both = endOfFebruary(from) && endOfFebruary(to);
        int last = to.getDayOfMonth();
        yield thirty(from, first, to, both || (first == 30 && last == 31) ? 30 : last);
      }
      case THIRTY_E_360 ->
          thirty(from, Math.min(from.getDayOfMonth(), 30), to, Math.min(to.getDayOfMonth(), 30));
      case THIRTY_E_360_ISDA -> thirty(from, thirtieth(from), to, thirtieth(to));
      // the 1st of the next month is the day 31 of thirty
      case THIRTY_E_PLUS_360 ->
          thirty(from, Math.min(from.getDayOfMonth(), 30), to, to.getDayOfMonth());
    };
  }

  /// The period as a part of a year, exact.
  ///
  /// @throws IllegalArgumentException as [#days]
  public YearFraction yearFraction(LocalDate from, LocalDate to) {
    return switch (this) {
      case ACT_365F, ACT_365_NL -> new YearFraction(days(from, to), 365);
      case ACT_364 -> new YearFraction(days(from, to), 364);
      case ACT_360, THIRTY_360, THIRTY_360_US, THIRTY_E_360, THIRTY_E_360_ISDA, THIRTY_E_PLUS_360 ->
          new YearFraction(days(from, to), 360);
      case ACT_365A -> {
        long days = days(from, to);
        yield new YearFraction(days, leapDays(from, to) > 0 ? 366 : 365);
      }
      case ACT_365L -> new YearFraction(days(from, to), to.isLeapYear() ? 366 : 365);
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
        "A day count is one of "
            + Arrays.stream(values()).map(DayCount::code).collect(Collectors.joining(", "))
            + ".");
  }

  /// How many 29 Februaries lie in `(from, to]`.
  private static long leapDays(LocalDate from, LocalDate to) {
    long count = 0;
    for (int year = from.getYear(); year <= to.getYear(); year++) {
      if (Year.isLeap(year)) {
        LocalDate leapDay = LocalDate.of(year, 2, 29);
        if (leapDay.isAfter(from) && !leapDay.isAfter(to)) {
          count++;
        }
      }
    }
    return count;
  }

  private static boolean endOfFebruary(LocalDate day) {
    return day.getMonth() == Month.FEBRUARY && day.getDayOfMonth() == day.lengthOfMonth();
  }

  /// The day of the month, 30 for a 31st and for the end of February.
  private static int thirtieth(LocalDate day) {
    return endOfFebruary(day) ? 30 : Math.min(day.getDayOfMonth(), 30);
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
