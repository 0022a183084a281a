package org.zhiheng.intake.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.zhiheng.values.Parsed;

/// Reads dates as offices print them.
public final class Dates {

  /// Before the first patent that is still cited, 1790.
  private static final int YEAR_FIRST = 1600;

  /// No term runs so far.
  private static final int YEAR_LAST = 2199;

  private Dates() {}

  /// `2019.07.12`, `2019-07-12`, `2019/07/12` (month and day with one digit too), `20190712`, or
  /// `2019年7月12日`.
  public static Parsed<LocalDate> parse(String text) {
    String given = text.strip();
    int[] numbers = {0, 0, 0};
    int[] digits = {0, 0, 0};
    int part = 0;
    boolean packed = given.length() == 8;
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (c >= '0' && c <= '9') {
        if (packed && part < 2 && digits[part] == (part == 0 ? 4 : 2)) {
          part++;
        }
        numbers[part] = numbers[part] * 10 + (c - '0');
        digits[part]++;
        if (digits[part] > 4) {
          return refused(text);
        }
      } else if (isSeparator(c, part)) {
        packed = false;
        if (c == '日') {
          if (i != given.length() - 1) {
            return refused(text);
          }
        } else {
          part++;
        }
      } else {
        return refused(text);
      }
    }
    if (part != 2 || digits[0] != 4 || digits[1] > 2 || digits[2] > 2 || digits[2] == 0) {
      return refused(text);
    }
    if (numbers[0] < YEAR_FIRST || numbers[0] > YEAR_LAST) {
      return refused(text);
    }
    try {
      return Parsed.ok(LocalDate.of(numbers[0], numbers[1], numbers[2]));
    } catch (DateTimeException noSuchDay) {
      return refused(text);
    }
  }

  private static boolean isSeparator(char c, int part) {
    return switch (c) {
      case '.', '-', '/' -> part < 2;
      case '年' -> part == 0;
      case '月' -> part == 1;
      case '日' -> part == 2;
      default -> false;
    };
  }

  private static Parsed<LocalDate> refused(String text) {
    return Parsed.refused(
        "date", text, "A date is written 2019-07-12, 2019.07.12 or 20190712 and must exist.");
  }
}
