package org.zhiheng.cashflow.deal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.formula.FormulaText;
import org.zhiheng.cashflow.formula.Tokens;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Money;
import org.zhiheng.values.Rate;

/// Reads the small things that deal files are made of: amounts, rates, days, formulas.
final class Terms {

  /// No rate.
  static final Rate.PerYear ZERO = new Rate.PerYear(0);

  private static final Set<String> COUPON_KEYS =
      Set.of(
          "rate",
          "index",
          "spread",
          "now",
          "reset",
          "cap",
          "floor",
          "first-step",
          "step",
          "round-down",
          "step-up");

  private final Currency currency;

  Terms(Currency currency) {
    this.currency = currency;
  }

  Currency currency() {
    return currency;
  }

  /// An amount of at least 0, written as a text: `"20000000.00"`.
  long money(YamlPlace place) {
    String text = place.text();
    if (text.isEmpty()) {
      return 0;
    }
    long minor = place.parsed(Money.parse(currency, text), Money.zero(currency)).minor();
    if (minor < 0) {
      place.refuse("deal-value", text, "An amount is at least 0.");
      return 0;
    }
    return minor;
  }

  /// A rate for a year of at least 0 and at most 1000 %.
  static Rate.PerYear rate(YamlPlace place) {
    Rate.PerYear rate = anyRate(place);
    if (rate.billionths() < 0) {
      place.refuse("rate", place.text(), "A rate is at least 0 here.");
      return ZERO;
    }
    return rate;
  }

  /// A part of 0 % to 100 %.
  static Rate.PerYear part(YamlPlace place) {
    Rate.PerYear rate = rate(place);
    if (rate.billionths() > 1_000_000_000L) {
      place.refuse("rate", place.text(), "A part is from 0% to 100%.");
      return ZERO;
    }
    return rate;
  }

  /// A rate for a year that may be below 0, such as a spread.
  static Rate.PerYear anyRate(YamlPlace place) {
    String text = place.text();
    if (text.isEmpty()) {
      return ZERO;
    }
    Rate.PerYear rate = place.parsed(Rate.PerYear.parse(text), ZERO);
    if (Math.abs(rate.billionths()) > 10_000_000_000L) {
      place.refuse("rate", text, "A rate is at most 1000%.");
      return ZERO;
    }
    return rate;
  }

  static DayCount dayCount(YamlPlace place) {
    String text = place.text();
    return text.isEmpty()
        ? DayCount.ACT_365F
        : place.parsed(DayCount.parse(text), DayCount.ACT_365F);
  }

  static Timing timing(YamlPlace place) {
    if (place.isList()) {
      return new Timing.Listed(place.list().stream().map(YamlPlace::date).toList());
    }
    return words(place, Timing::read, new Timing.AtEnd(1));
  }

  static Formula formula(YamlPlace place) {
    return words(place, FormulaText::formula, new Formula.Literal(BigDecimal.ZERO, false));
  }

  static Condition condition(YamlPlace place) {
    return words(place, FormulaText::condition, new Condition.Flag("none"));
  }

  /// A text in a language of its own; what does not read is refused at its place in the line.
  static <T> T words(YamlPlace place, Function<String, T> reading, T otherwise) {
    String text = place.text();
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return reading.apply(text);
    } catch (Tokens.Unreadable unreadable) {
      place.refuse("deal-rule", unreadable.at(), text, unreadable.reason());
      return otherwise;
    }
  }

  /// Amounts by day.
  NavigableMap<LocalDate, Long> amounts(YamlPlace place) {
    NavigableMap<LocalDate, Long> amounts = new TreeMap<>();
    place.names().entries().forEach((day, amount) -> amounts.put(day(amount, day), money(amount)));
    limit(place, amounts.size());
    return amounts;
  }

  /// Rates by day, or one rate for always.
  static NavigableMap<LocalDate, Rate.PerYear> curve(YamlPlace place) {
    NavigableMap<LocalDate, Rate.PerYear> curve = new TreeMap<>();
    if (place.isMap()) {
      place.names().entries().forEach((day, rate) -> curve.put(day(rate, day), anyRate(rate)));
      limit(place, curve.size());
    } else {
      curve.put(LocalDate.of(1900, 1, 1), anyRate(place));
    }
    return curve;
  }

  /// `2.15%`, or a map of a rate and its steps, or of an index and its terms.
  static Coupon coupon(YamlPlace place) {
    if (!place.isMap()) {
      return new Coupon.Fixed(rate(place), new TreeMap<>());
    }
    return coupon(place.map(Set.of(), COUPON_KEYS));
  }

  static Coupon coupon(YamlMap map) {
    if (map.has("index")) {
      Rate.PerYear spread = map.find("spread").map(Terms::anyRate).orElse(ZERO);
      return new Coupon.Floating(
          map.get("index").text(),
          spread,
          map.find("now").or(() -> map.find("rate")).map(Terms::rate).orElse(ZERO),
          map.find("reset").map(Terms::timing).orElse(new Timing.AtEnd(1)),
          new Coupon.ResetTerms(
              map.find("cap").map(Terms::rate),
              map.find("floor").map(Terms::anyRate),
              map.find("first-step").map(Terms::rate),
              map.find("step").map(Terms::rate),
              map.find("round-down").map(Terms::rate)));
    }
    return new Coupon.Fixed(
        map.find("rate").map(Terms::rate).orElse(ZERO),
        map.find("step-up").map(Terms::curve).orElse(new TreeMap<>()));
  }

  static Set<String> couponKeys() {
    return COUPON_KEYS;
  }

  private static LocalDate day(YamlPlace place, String text) {
    Optional<LocalDate> day = Terms.dayOf(text);
    if (day.isEmpty()) {
      place.refuse("deal-value", text, "A date is written 2026-11-22, from 1900 to 2200.");
    }
    return day.orElse(LocalDate.of(1900, 1, 1));
  }

  private static Optional<LocalDate> dayOf(String text) {
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(day -> day.getYear() >= 1900 && day.getYear() <= 2200);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static void limit(YamlPlace place, int size) {
    if (size == 0 || size > Asset.PAYMENTS_MAX) {
      place.refuse(
          "deal-limit",
          Integer.toString(size),
          "There must be 1 to " + Asset.PAYMENTS_MAX + " entries.");
    }
  }
}
