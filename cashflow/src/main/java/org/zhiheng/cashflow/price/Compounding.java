package org.zhiheng.cashflow.price;

import java.util.Locale;
import org.zhiheng.values.Parsed;

/// How a yearly rate grows an amount.
///
/// Source: recalled; the usual conventions of fixed income, as QuantLib 1.29 names them.
public enum Compounding {
  /// Interest earns none: `1 + y t`.
  SIMPLE(0),
  /// `(1 + y)^t`.
  YEARLY(1),
  /// `(1 + y/2)^(2t)`.
  HALF_YEARLY(2),
  /// `(1 + y/4)^(4t)`.
  QUARTERLY(4),
  /// `(1 + y/12)^(12t)`.
  MONTHLY(12),
  /// `e^(y t)`.
  CONTINUOUS(0);

  private final int timesPerYear;

  Compounding(int timesPerYear) {
    this.timesPerYear = timesPerYear;
  }

  /// `half-yearly`
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<Compounding> parse(String text) {
    for (Compounding one : values()) {
      if (one.code().equals(text.strip().toLowerCase(Locale.ROOT))) {
        return Parsed.ok(one);
      }
    }
    return Parsed.refused(
        "compounding",
        text,
        "It is simple, yearly, half-yearly, quarterly, monthly or continuous.");
  }

  /// The rate under continuous compounding that grows as this one does.
  ///
  /// @throws IllegalArgumentException for [#SIMPLE], where it depends on the time
  double continuous(double rate) {
    return switch (this) {
      case YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY ->
          timesPerYear * Math.log1p(rate / timesPerYear);
      case CONTINUOUS -> rate;
      case SIMPLE -> throw simple();
    };
  }

  /// The rate under this compounding that grows as `continuous` does.
  ///
  /// @throws IllegalArgumentException for [#SIMPLE], where it depends on the time
  double rate(double continuous) {
    return switch (this) {
      case YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY ->
          timesPerYear * Math.expm1(continuous / timesPerYear);
      case CONTINUOUS -> continuous;
      case SIMPLE -> throw simple();
    };
  }

  /// How much of a year one compounding lasts; 0 for continuous and simple.
  double step() {
    return timesPerYear == 0 ? 0 : 1.0 / timesPerYear;
  }

  private static IllegalArgumentException simple() {
    return new IllegalArgumentException("SIMPLE has no equal continuous rate");
  }
}
