package org.zhiheng.valuation.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.values.Confidence;

/// Figures for tests.
public final class Figures {

  /// Where all of them come from.
  public static final Source SOURCE =
      new Source("a test", LocalDate.of(2026, 1, 1), Confidence.RECALLED);

  private Figures() {}

  /// An amount that is known.
  public static Input money(double value) {
    return Input.known("amount", Unit.MONEY, value, SOURCE);
  }

  /// A share that is known.
  public static Input share(double value) {
    return Input.known("share", Unit.SHARE, value, SOURCE);
  }

  /// A yearly share that is known.
  public static Input yearly(double value) {
    return Input.known("rate", Unit.SHARE_PER_YEAR, value, SOURCE);
  }

  /// Years that are known.
  public static Input years(double value) {
    return Input.known("years", Unit.YEARS, value, SOURCE);
  }

  /// A figure with a range.
  public static Input range(Unit unit, double low, double value, double high) {
    return new Input("ranged", unit, low, value, high, SOURCE);
  }

  /// The same fee each year.
  public static List<Input> fees(int years, double fee) {
    return IntStream.range(0, years).mapToObj(_ -> money(fee)).toList();
  }

  /// Annual fees of a Chinese invention patent from a year of its term to the 20th, without relief:
  /// 900, 1200, 2000, 4000, 6000, 8000 for years 1-3, 4-6, 7-9, 10-12, 13-15, 16-20 (fee table of
  /// the office by way of second texts; recalled).
  public static List<Input> inventionFees(int fromYear) {
    List<Input> fees = new ArrayList<>();
    int[] bands = {900, 1_200, 2_000, 4_000, 6_000, 8_000};
    int[] last = {3, 6, 9, 12, 15, 20};
    for (int year = fromYear; year <= 20; year++) {
      int of = year;
      int band = (int) Arrays.stream(last).filter(end -> end < of).count();
      fees.add(money(bands[band]));
    }
    return fees;
  }
}
