package org.zhiheng.cashflow.quote;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.cashflow.price.ZeroCurve;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// Reads a curve file: `curve` is its name, `source` where it is published, `rates` yearly rates by
/// the time for which money is lent (`6M`, `1Y`, `90D`) or by day.
public final class CurveReader {

  private static final Rate.PerYear NONE = new Rate.PerYear(0);

  private CurveReader() {}

  /// A curve with its name.
  public record Named(String name, String source, ZeroCurve curve) {}

  /// Reads a curve.
  ///
  /// @param day from which times count
  /// @throws ProblemsException with all that is wrong, each with its line and column
  public static Named read(String source, String text, LocalDate day) {
    return YamlReader.read(source, text, place -> curve(place, day));
  }

  private static Named curve(YamlPlace place, LocalDate day) {
    YamlMap map = place.map(Set.of("curve", "rates"), Set.of("source"));
    TreeMap<LocalDate, ZeroCurve.Point> points = new TreeMap<>();
    map.find("rates").ifPresent(at -> points(at, day, points));
    return new Named(
        map.text("curve", ""),
        map.text("source", ""),
        points.isEmpty() || place.anyRefused()
            ? ZeroCurve.flat(0)
            : ZeroCurve.of(day, List.copyOf(points.values())));
  }

  private static void points(
      YamlPlace place, LocalDate day, Map<LocalDate, ZeroCurve.Point> points) {
    Map<String, YamlPlace> entries = place.names().entries();
    if (entries.isEmpty() || entries.size() > ZeroCurve.POINTS_MAX) {
      place.refuse(
          "deal-limit",
          Integer.toString(entries.size()),
          "A curve has 1 to " + ZeroCurve.POINTS_MAX + " points.");
      return;
    }
    entries.forEach((key, value) -> {
      Rate.PerYear rate = value.parsed(Rate.PerYear.parse(value.text()), NONE);
      Optional<LocalDate> on = day(key, day);
      if (on.isEmpty() || on.get().isBefore(day)) {
        value.refuse(
            "deal-value", key, "A point is 90D, 6M, 1Y or a day that is not before " + day + ".");
      } else if (rate.billionths() < -500_000_000L || rate.billionths() > 10_000_000_000L) {
        value.refuse("rate", value.text(), "A rate of a curve is from -50% to 1000%.");
      } else if (points.containsKey(on.get())) {
        value.refuse("deal-value", key, "Two points are of " + on.get() + ".");
      } else {
        double yearly = BigDecimal.valueOf(rate.billionths(), Rate.SCALE).doubleValue();
        points.put(on.get(), new ZeroCurve.Point(on.get(), yearly));
      }
    });
  }

  private static Optional<LocalDate> day(String key, LocalDate day) {
    if (key.matches("[0-9]{1,4}[DMY]")) {
      int count = Integer.parseInt(key.substring(0, key.length() - 1));
      LocalDate on =
          switch (key.charAt(key.length() - 1)) {
            case 'D' -> day.plusDays(count);
            case 'M' -> day.plusMonths(count);
            default -> day.plusYears(count);
          };
      return Optional.of(on);
    }
    try {
      return Optional.of(LocalDate.parse(key));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
