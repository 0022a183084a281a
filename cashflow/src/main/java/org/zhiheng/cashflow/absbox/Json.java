package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.deal.Timing;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// The small things of AbsBox's JSON: `{"tag": …, "contents": …}`, day patterns, rates, amounts.
final class Json {

  private Json() {}

  /// A tagged value.
  ///
  /// @param contents nothing where the tag says all
  record Tagged(String tag, Optional<YamlPlace> contents, YamlPlace place) {

    /// The items of the contents, at least so many; too few are refused and none given.
    List<YamlPlace> items(int least) {
      List<YamlPlace> items =
          contents.filter(YamlPlace::isList).map(YamlPlace::list).orElse(List.of());
      return Json.items(place, tag, items, least);
    }

    /// Refuses the tag.
    void unknown(String what) {
      place.refuse("absbox-unsupported", tag, "This " + what + " has no counterpart here.");
    }
  }

  /// The items of a list, at least so many; too few are refused and none given.
  static List<YamlPlace> items(YamlPlace place, int least) {
    return items(place, "", place.list(), least);
  }

  private static List<YamlPlace> items(
      YamlPlace place, String given, List<YamlPlace> items, int least) {
    if (items.size() < least) {
      place.refuse("absbox", given, "The contents should be a list of at least " + least + ".");
      return List.of();
    }
    return items;
  }

  static Tagged tagged(YamlPlace place) {
    YamlMap map = place.names();
    String tag = map.find("tag").map(YamlPlace::text).orElse("");
    if (tag.isEmpty()) {
      place.refuse("absbox", "", "A tag is missing.");
    }
    return new Tagged(tag, map.find("contents").filter(at -> !at.isNothing()), place);
  }

  /// A number as minor units; more than two places are refused.
  static long amount(YamlPlace place) {
    BigDecimal number = number(place).movePointRight(2);
    if (number.signum() < 0
        || number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1_000)) > 0) {
      place.refuse("absbox", place.text(), "An amount is at least 0 and has at most two places.");
      return 0;
    }
    return number.longValueExact();
  }

  /// A number as a rate; places beyond nine are rounded.
  static Rate.PerYear rate(YamlPlace place) {
    BigDecimal number = number(place);
    if (number.abs().compareTo(BigDecimal.TEN) > 0) {
      place.refuse("absbox", place.text(), "A rate is at most 10.");
      return new Rate.PerYear(0);
    }
    return new Rate.PerYear(
        number.setScale(Rate.SCALE, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
  }

  /// A number as it is written; what is none is refused and 0.
  static BigDecimal number(YamlPlace place) {
    String text = place.text();
    if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,20})?([eE]-?[0-9]{1,2})?")) {
      return new BigDecimal(text);
    }
    place.refuse("absbox", text, "A number is missing.");
    return BigDecimal.ZERO;
  }

  static DayCount dayCount(YamlPlace place) {
    String code = place.text();
    return switch (code) {
      case "DC_ACT_365F", "DC_ACT_365" -> DayCount.ACT_365F;
      case "DC_ACT_360" -> DayCount.ACT_360;
      case "DC_ACT_ACT" -> DayCount.ACT_ACT_ISDA;
      case "DC_30_360_ISDA" -> DayCount.THIRTY_360;
      case "DC_30E_360" -> DayCount.THIRTY_E_360;
      default -> {
        place.refuse("absbox-unsupported", code, "This day count has no counterpart here.");
        yield DayCount.ACT_365F;
      }
    };
  }

  static Timing timing(YamlPlace place) {
    Tagged tagged = tagged(place);
    return switch (tagged.tag()) {
      case "MonthEnd" -> new Timing.AtEnd(1);
      case "QuarterEnd" -> new Timing.AtEnd(3);
      case "YearEnd" -> new Timing.AtEnd(12);
      case "MonthFirst" -> new Timing.OnDay(1, 1);
      case "QuarterFirst" -> new Timing.OnDay(3, 1);
      case "YearFirst" -> new Timing.OnDay(12, 1);
      case "DayOfMonth" ->
          new Timing.OnDay(1, tagged.contents().map(day -> day.number(1, 31)).orElse(1));
      case "CustomDate" ->
          new Timing.Listed(tagged.items(1).stream().map(YamlPlace::date).toList());
      default -> {
        tagged.unknown("day pattern");
        yield new Timing.AtEnd(1);
      }
    };
  }

  static int months(YamlPlace place) {
    String word = place.text();
    return switch (word) {
      case "Monthly" -> 1;
      case "Quarterly" -> 3;
      case "SemiAnnually" -> 6;
      case "Annually" -> 12;
      default -> {
        place.refuse("absbox-unsupported", word, "This period has no counterpart here.");
        yield 1;
      }
    };
  }

  /// A name as rules may call it.
  static String name(String given) {
    String name = given.strip().replaceAll("[^\\p{L}\\p{N}_]+", "_");
    return name.isEmpty() || !Character.isLetter(name.codePointAt(0)) ? "n_" + name : name;
  }

  /// Refuses what is there although nothing here can carry it.
  static void refuseIfThere(YamlMap map, Set<String> keys) {
    for (String key : keys.stream().sorted().toList()) {
      map.find(key)
          .filter(at -> !at.isNothing())
          .filter(at -> !(at.isMap() && at.names().entries().isEmpty()))
          .filter(at -> !(at.isList() && at.list().isEmpty()))
          .ifPresent(at -> at.refuse("absbox-unsupported", key, "This has no counterpart here."));
    }
  }

  /// A day or, where there is none, this.
  static LocalDate day(Optional<YamlPlace> place, LocalDate otherwise) {
    return place.filter(at -> !at.isNothing()).map(YamlPlace::date).orElse(otherwise);
  }
}
