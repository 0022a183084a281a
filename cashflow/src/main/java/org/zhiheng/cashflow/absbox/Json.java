package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
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

  /// A tag without contents may stand as a bare text.
  static Tagged tagged(YamlPlace place) {
    if (!place.isMap() && !place.isList() && !place.isNothing()) {
      return new Tagged(place.text(), Optional.empty(), place);
    }
    YamlMap map = place.names();
    String tag = map.find("tag").map(YamlPlace::text).orElse("");
    if (tag.isEmpty()) {
      place.refuse("absbox", "", "A tag is missing.");
    }
    return new Tagged(tag, map.find("contents").filter(at -> !at.isNothing()), place);
  }

  /// A number as minor units; places beyond two are cut, as Hastructure does.
  static long amount(YamlPlace place) {
    BigDecimal number = number(place).movePointRight(2).setScale(0, RoundingMode.FLOOR);
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE / 1_000)) > 0) {
      place.refuse("absbox", place.text(), "An amount is at least 0.");
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

  /// A number, or the quotient `{"numerator": …, "denominator": …}`.
  static BigDecimal number(YamlPlace place) {
    if (place.isMap()) {
      YamlMap map = place.names();
      Optional<YamlPlace> over = map.find("numerator");
      Optional<YamlPlace> under = map.find("denominator");
      if (over.isPresent() && under.isPresent() && number(under.get()).signum() != 0) {
        return number(over.get()).divide(number(under.get()), MathContext.DECIMAL128);
      }
      place.refuse("absbox", "", "A number is missing.");
      return BigDecimal.ZERO;
    }
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

  /// Days that come again.
  ///
  /// @param anchor the day that months are counted from here: a pattern of other months is refused
  static Timing timing(YamlPlace place, LocalDate anchor) {
    Tagged tagged = tagged(place);
    return switch (tagged.tag()) {
      case "MonthEnd" -> new Timing.AtEnd(1);
      case "QuarterEnd" -> new Timing.AtEnd(3);
      case "YearEnd" -> new Timing.AtEnd(12);
      case "MonthFirst" -> new Timing.OnDay(1, 1);
      case "QuarterFirst" ->
          inMonth(tagged, anchor.getMonthValue() % 3 == 0, new Timing.OnDay(3, 1));
      case "YearFirst" -> inMonth(tagged, anchor.getMonthValue() == 1, new Timing.OnDay(12, 1));
      case "DayOfMonth" ->
          new Timing.OnDay(1, tagged.contents().map(day -> day.number(1, 31)).orElse(1));
      case "SemiAnnual" -> halfYears(tagged, anchor);
      case "EveryNMonth" -> {
        List<YamlPlace> items = tagged.items(2);
        if (items.isEmpty()) {
          yield new Timing.AtEnd(1);
        }
        LocalDate from = items.get(0).date();
        int every = items.get(1).number(1, 120);
        long apart = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(anchor));
        yield inMonth(tagged, apart % every == 0, new Timing.OnDay(every, from.getDayOfMonth()));
      }
      case "CustomDate" ->
          new Timing.Listed(tagged.items(1).stream().map(YamlPlace::date).toList());
      case "SingletonDate" ->
          new Timing.Listed(tagged.contents().map(YamlPlace::date).stream().toList());
      default -> {
        tagged.unknown("day pattern");
        yield new Timing.AtEnd(1);
      }
    };
  }

  /// Two days of a year that lie half a year apart, on the same day of the month.
  private static Timing halfYears(Tagged tagged, LocalDate anchor) {
    List<YamlPlace> items = tagged.items(2);
    if (items.isEmpty()) {
      return new Timing.AtEnd(1);
    }
    List<Integer> numbers =
        items.stream().flatMap(day -> day.list().stream()).map(one -> one.number(1, 31)).toList();
    if (numbers.size() != 4
        || Math.abs(numbers.get(0) - numbers.get(2)) != 6
        || !numbers.get(1).equals(numbers.get(3))) {
      tagged.unknown("day pattern");
      return new Timing.AtEnd(1);
    }
    return inMonth(
        tagged,
        List.of(numbers.get(0), numbers.get(2)).contains(anchor.getMonthValue()),
        new Timing.OnDay(6, numbers.get(1)));
  }

  private static Timing inMonth(Tagged tagged, boolean fits, Timing timing) {
    if (!fits) {
      tagged.unknown("day pattern, counted from another month,");
    }
    return timing;
  }

  /// Whether a bond is a group of them.
  static boolean isGroup(YamlPlace bond) {
    return bond.isMap()
        && bond.names().find("tag").filter(tag -> tag.text().equals("BondGroup")).isPresent();
  }

  /// The bonds of a group: `{"tag": "BondGroup", "contents": [{name: bond, …}, …]}`, or without the
  /// list.
  static YamlMap members(YamlPlace group) {
    YamlPlace contents = tagged(group).contents().orElse(group);
    if (!contents.isList() || contents.list().isEmpty()) {
      return contents.names();
    }
    contents.list().stream()
        .skip(1)
        .filter(at -> !at.isNothing())
        .forEach(at ->
            at.refuse("absbox-unsupported", "BondGroup", "A plan of a group has no counterpart."));
    return contents.list().getFirst().names();
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

  /// Refuses amounts that a deal here begins without.
  static void refuseUnlessNothing(YamlMap map, List<String> keys) {
    for (String key : keys) {
      map.find(key)
          .filter(at -> !at.isNothing())
          .filter(at -> amount(at) != 0)
          .ifPresent(
              at -> at.refuse("absbox-unsupported", key, "A deal begins without arrears here."));
    }
  }

  /// A day or, where there is none, this.
  static LocalDate day(Optional<YamlPlace> place, LocalDate otherwise) {
    return place.filter(at -> !at.isNothing()).map(YamlPlace::date).orElse(otherwise);
  }
}
