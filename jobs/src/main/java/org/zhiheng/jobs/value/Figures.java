package org.zhiheng.jobs.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Source;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;
import org.zhiheng.values.Rate;

/// Reads figures with range and source: `{is: 5%, low: 3%, high: 7%, source: …, on: 2026-11-01,
/// confidence: seen}`.
///
/// @param currency of amounts
record Figures(Currency currency) {

  private static final Set<String> SOURCE = Set.of("source", "on");

  /// A figure; without `low` and `high` it has no range. Whose confidence is not told, nobody
  /// confirmed.
  Input input(String name, Unit unit, YamlPlace place) {
    YamlMap map = place.map(required("is"), Set.of("low", "high", "confidence"));
    double is = map.find("is").map(at -> number(at, unit)).orElse(0.0);
    double low = map.find("low").map(at -> number(at, unit)).orElse(is);
    double high = map.find("high").map(at -> number(at, unit)).orElse(is);
    if (!(low <= is && is <= high)) {
      place.refuse("value-figure", name, "low is at most is, is at most high.");
      return Input.known(name, unit, is, source(map));
    }
    return new Input(name, unit, low, is, high, source(map));
  }

  /// Where the figures of a map come from.
  static Source source(YamlMap map) {
    String what = map.find("source").map(YamlPlace::text).orElse("");
    if (what.length() > Source.LENGTH_MAX) {
      map.get("source")
          .refuse(
              "value-figure",
              what,
              "A source is said in at most " + Source.LENGTH_MAX + " characters.");
      what = what.substring(0, Source.LENGTH_MAX);
    }
    return new Source(
        what.isEmpty() ? "not told" : what,
        map.find("on").map(YamlPlace::date).orElse(LocalDate.EPOCH),
        map.find("confidence").map(at -> at.oneOf(Confidence.class)).orElse(Confidence.UNKNOWN));
  }

  /// These keys and those of a source.
  static Set<String> required(String... keys) {
    Set<String> all = new HashSet<>(SOURCE);
    all.addAll(Set.of(keys));
    return all;
  }

  /// A number by its unit: `"1000000.00"`, `2.15%`, `7.5`.
  double number(YamlPlace place, Unit unit) {
    String text = place.text();
    if (text.isEmpty()) {
      return 0;
    }
    return switch (unit) {
      case MONEY -> {
        Money money = place.parsed(Money.parse(currency, text), Money.zero(currency));
        yield BigDecimal.valueOf(money.minor(), currency.getDefaultFractionDigits()).doubleValue();
      }
      case SHARE, SHARE_PER_YEAR ->
          BigDecimal.valueOf(
                  place.parsed(Rate.PerYear.parse(text), new Rate.PerYear(0)).billionths(),
                  Rate.SCALE)
              .doubleValue();
      case YEARS, MULTIPLE, COUNT -> {
        if (text.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?")) {
          yield Double.parseDouble(text);
        }
        place.refuse("value-figure", text, "A number is missing, such as 7.5.");
        yield 0;
      }
    };
  }

  /// `SHARE_PER_YEAR` as reports name it: `share-per-year`.
  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
