package org.zhiheng.jobs.administer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;

/// How people type amounts and days.
public final class Typed {

  private static final Currency YUAN = Currency.getInstance("CNY");

  private Typed() {}

  /// Reads `2026-11-22`: four digits of a year, so that no day is beyond what is counted and kept.
  public static Parsed<LocalDate> day(String typed) {
    String text = typed.strip();
    try {
      if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
        return Parsed.ok(LocalDate.parse(text));
      }
    } catch (DateTimeException none) {
      // such as 2026-02-30: refused below
    }
    return Parsed.refused("date", typed, "A date is written year-month-day, such as 2026-11-22.");
  }

  /// Reads `20000`, in yuan, or `USD 3000`.
  public static Parsed<Money> money(String typed) {
    String text = typed.strip();
    return text.matches("[A-Za-z]{3} .*") ? Money.parse(text) : Money.parse(YUAN, text);
  }
}
