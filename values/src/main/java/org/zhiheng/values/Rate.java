package org.zhiheng.values;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A part of an amount that falls due for a length of time: fixed point, the time in the type.
///
/// One is the whole amount; a unit is a billionth of it, so `0.0215` (2.15 %) is 21,500,000.
public sealed interface Rate {

  /// Decimal places of a rate.
  int SCALE = 9;

  /// Billionths of the amount, negative ones too.
  long billionths();

  /// For a year.
  record PerYear(long billionths) implements Rate {

    /// Reads `2.15%` or `0.0215`.
    public static Parsed<PerYear> parse(String text) {
      return read(text).map(PerYear::new);
    }

    @Override
    public String toString() {
      return percent() + " per year";
    }
  }

  /// For a day: late fees are set so (0.05 % a day).
  record PerDay(long billionths) implements Rate {

    /// Reads `0.05%` or `0.0005`.
    public static Parsed<PerDay> parse(String text) {
      return read(text).map(PerDay::new);
    }

    @Override
    public String toString() {
      return percent() + " per day";
    }
  }

  /// `2.15%`.
  default String percent() {
    BigDecimal percent = BigDecimal.valueOf(billionths(), SCALE - 2).stripTrailingZeros();
    return percent.toPlainString() + "%";
  }

  private static Parsed<Long> read(String text) {
    String number = text.strip();
    boolean percent = number.endsWith("%");
    String digits = percent ? number.substring(0, number.length() - 1).strip() : number;
    // 7 digits before the point and 9 after it fit a long of billionths
    if (digits.matches("-?[0-9]{1,7}(\\.[0-9]{1,9})?")) {
      BigDecimal value = new BigDecimal(digits).movePointLeft(percent ? 2 : 0).stripTrailingZeros();
      if (value.scale() <= SCALE) {
        return Parsed.ok(
            value.setScale(SCALE, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
      }
    }
    return Parsed.refused(
        "rate", text, "A rate is a decimal number of at most 9 places, such as 0.0215 or 2.15%.");
  }
}
