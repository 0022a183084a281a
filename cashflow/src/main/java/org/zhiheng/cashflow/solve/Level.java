package org.zhiheng.cashflow.solve;

import java.math.BigDecimal;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Rate;

/// How far one figure of the assumptions is moved.
public sealed interface Level {

  /// As it is assumed.
  Level ASSUMED = new Times(Times.ONE);

  /// So many times what is assumed.
  ///
  /// @param millionths 0 to [#MOST]
  record Times(long millionths) implements Level {

    /// Once.
    static final long ONE = 1_000_000;

    /// A thousand times: more says nothing, for a part is at most the whole.
    static final long MOST = 1_000 * ONE;

    /// @throws IllegalArgumentException when it is below 0 or above a thousand
    public Times {
      if (millionths < 0 || millionths > MOST) {
        throw new IllegalArgumentException("millionths must be 0.." + MOST + ": " + millionths);
      }
    }

    @Override
    public String toString() {
      return BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
    }
  }

  /// At this rate or part instead.
  ///
  /// @param rate 0 % to 100 %
  record At(Rate.PerYear rate) implements Level {

    /// @throws IllegalArgumentException when it is below 0 or above 1
    public At {
      if (rate.billionths() < 0 || rate.billionths() > 1_000_000_000L) {
        throw new IllegalArgumentException("rate must be 0 % to 100 %: " + rate.percent());
      }
    }

    @Override
    public String toString() {
      return rate.percent();
    }
  }

  /// Reads `1.5`, one and a half times what is assumed, or `30%`, that level instead.
  static Parsed<Level> parse(String text) {
    String given = text.strip();
    try {
      BigDecimal number =
          new BigDecimal(given.endsWith("%") ? given.substring(0, given.length() - 1) : given);
      boolean level = given.endsWith("%");
      BigDecimal whole = number.movePointRight(level ? 7 : 6);
      long most = level ? 1_000_000_000L : Times.MOST;
      if (whole.signum() >= 0
          && whole.compareTo(BigDecimal.valueOf(most)) <= 0
          && whole.stripTrailingZeros().scale() <= 0) {
        return Parsed.ok(
            level
                ? new At(new Rate.PerYear(whole.longValueExact()))
                : new Times(whole.longValueExact()));
      }
    } catch (NumberFormatException _) {
      // told below
    }
    return Parsed.refused(
        "deal-level",
        text,
        "A level is a multiple of what is assumed, 0 to 1000 (1.5), or a rate from 0% to 100%"
            + " (30%).");
  }
}
