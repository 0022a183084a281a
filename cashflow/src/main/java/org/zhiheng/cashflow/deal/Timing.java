package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.cashflow.formula.FormulaText;
import org.zhiheng.cashflow.formula.Tokens;

/// Days that come again.
public sealed interface Timing {

  /// The day in the month where every month, quarter or year has one.
  record OnDay(int everyMonths, int day) implements Timing {

    /// @throws IllegalArgumentException when a number is out of range
    public OnDay {
      if (everyMonths < 1 || everyMonths > 120 || day < 1 || day > 31) {
        throw new IllegalArgumentException("every 1..120 months on day 1..31");
      }
    }

    @Override
    public String toString() {
      return switch (everyMonths) {
        case 1 -> "monthly on " + day;
        case 3 -> "quarterly on " + day;
        case 6 -> "semi-annually on " + day;
        case 12 -> "annually on " + day;
        default -> "every " + everyMonths + " months on " + day;
      };
    }
  }

  /// The last day of each month, or of the months that so many divide: 3 are quarters, 12 years.
  record AtEnd(int everyMonths) implements Timing {

    /// @throws IllegalArgumentException when it is none of 1, 3, 6, 12
    public AtEnd {
      if (12 % everyMonths != 0) {
        throw new IllegalArgumentException("12 months must be a multiple: " + everyMonths);
      }
    }

    @Override
    public String toString() {
      return switch (everyMonths) {
        case 1 -> "month-end";
        case 3 -> "quarter-end";
        case 12 -> "year-end";
        default -> "half-year-end";
      };
    }
  }

  /// These days, in order.
  record Listed(List<LocalDate> days) implements Timing {

    /// Sorts them and holds them unchangeable.
    public Listed {
      days = days.stream().distinct().sorted().toList();
    }

    @Override
    public String toString() {
      return String.join(", ", days.stream().map(LocalDate::toString).toList());
    }
  }

  /// The first of these days after a day.
  ///
  /// @param after the day
  /// @param anchor the day from which months are counted
  default LocalDate next(LocalDate after, LocalDate anchor) {
    return switch (this) {
      case OnDay on -> {
        LocalDate at = onDay(YearMonth.from(anchor), on.day());
        int step = 0;
        while (!at.isAfter(after)) {
          step += on.everyMonths();
          at = onDay(YearMonth.from(anchor).plusMonths(step), on.day());
        }
        yield at;
      }
      case AtEnd end -> {
        YearMonth month = YearMonth.from(after);
        while (month.getMonthValue() % end.everyMonths() != 0
            || !month.atEndOfMonth().isAfter(after)) {
          month = month.plusMonths(1);
        }
        yield month.atEndOfMonth();
      }
      case Listed listed ->
          listed.days().stream()
              .filter(day -> day.isAfter(after))
              .findFirst()
              .orElse(LocalDate.MAX);
    };
  }

  /// Reads `month-end`, `quarterly on 15`, `every 2 months on 1`, or days.
  ///
  /// @throws Tokens.Unreadable where it is none
  static Timing read(String text) {
    Tokens tokens = Tokens.of(text);
    if (tokens.seesDay()) {
      List<LocalDate> days = new ArrayList<>();
      do {
        days.add(tokens.day());
      } while (tokens.takes(","));
      FormulaText.end(tokens);
      return new Listed(days);
    }
    int here = tokens.position();
    String word = tokens.word();
    Timing timing =
        switch (word) {
          case "month-end", "月末" -> new AtEnd(1);
          case "quarter-end", "季末" -> new AtEnd(3);
          case "half-year-end" -> new AtEnd(6);
          case "year-end", "年末" -> new AtEnd(12);
          case "month-first" -> new OnDay(1, 1);
          case "quarter-first" -> new OnDay(3, 1);
          case "year-first" -> new OnDay(12, 1);
          case "monthly", "每月" -> new OnDay(1, day(tokens));
          case "quarterly", "每季" -> new OnDay(3, day(tokens));
          case "semi-annually", "semiannually" -> new OnDay(6, day(tokens));
          case "annually", "yearly", "每年" -> new OnDay(12, day(tokens));
          case "every" -> {
            int months = tokens.count(120);
            if (!tokens.takes("months")) {
              tokens.needs("month");
            }
            yield new OnDay(months, day(tokens));
          }
          default ->
              throw new Tokens.Unreadable(
                  here,
                  "Days are month-end, quarter-end, year-end, monthly on 26, quarterly on 15,"
                      + " semi-annually on 15, annually on 15, every 2 months on 1, or dates.");
        };
    FormulaText.end(tokens);
    return timing;
  }

  private static int day(Tokens tokens) {
    tokens.needs("on");
    return tokens.count(31);
  }

  /// The day of the month, or its last where it has no such day.
  static LocalDate onDay(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }
}
