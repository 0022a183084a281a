package org.zhiheng.deadlines.fee;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.deadlines.yaml.YamlMap;
import org.zhiheng.deadlines.yaml.YamlPlace;
import org.zhiheng.deadlines.yaml.YamlReader;
import org.zhiheng.values.Money;
import org.zhiheng.values.Parsed;

/// Reads the file of fees, strictly.
final class FeeReader {

  private static final Currency CNY = Currency.getInstance("CNY");

  /// 20 years, and at most 5 that are compensated (专利法第四十二条).
  private static final int PATENT_YEARS_MAX = 25;

  private FeeReader() {}

  /// What was read.
  record Read(
      List<FeeBook.Band> bands,
      List<FeeBook.Surcharge> surcharges,
      List<FeeBook.Reduction> reductions,
      List<FeeBook.Once> once) {
    Read {
      bands = List.copyOf(bands);
      surcharges = List.copyOf(surcharges);
      reductions = List.copyOf(reductions);
      once = List.copyOf(once);
    }
  }

  /// @throws org.zhiheng.values.ProblemsException with all that is wrong
  static Read read(String source, String yaml) {
    return YamlReader.read(
        source,
        yaml,
        root -> {
          YamlMap map = root.map(Set.of("annuities", "surcharges", "reductions", "once"), Set.of());
          return new Read(
              map.items("annuities").stream().flatMap(one -> band(one).stream()).toList(),
              map.items("surcharges").stream().flatMap(one -> surcharge(one).stream()).toList(),
              map.items("reductions").stream().flatMap(one -> reduction(one).stream()).toList(),
              map.items("once").stream().flatMap(one -> once(one).stream()).toList());
        });
  }

  private static Optional<FeeBook.Band> band(YamlPlace place) {
    YamlMap map =
        place.map(
            Set.of("right", "from", "first_year", "last_year", "amount", "citation"), Set.of());
    if (!map.complete()) {
      return Optional.empty();
    }
    int first = map.get("first_year").number();
    int last = map.get("last_year").number();
    if (first < 1 || last < first || last > PATENT_YEARS_MAX) {
      place.refuse(
          "rule-value",
          first + " to " + last,
          "The years are in order and between 1 and " + PATENT_YEARS_MAX + ".");
    }
    return Optional.of(
        new FeeBook.Band(
            map.get("right").oneOf(PatentKind.class),
            map.get("from").date(),
            first,
            last,
            money(map.get("amount")),
            map.get("citation").citation()));
  }

  private static Optional<FeeBook.Surcharge> surcharge(YamlPlace place) {
    YamlMap map =
        place.map(Set.of("from", "months", "free_months", "percent_each", "citation"), Set.of());
    if (!map.complete()) {
      return Optional.empty();
    }
    return Optional.of(
        new FeeBook.Surcharge(
            map.get("from").date(),
            map.get("months").number(),
            map.get("free_months").number(),
            percent(map.get("percent_each")),
            map.get("citation").citation()));
  }

  private static Optional<FeeBook.Reduction> reduction(YamlPlace place) {
    YamlMap map = place.map(Set.of("ground", "from", "percent", "years", "citation"), Set.of());
    if (!map.complete()) {
      return Optional.empty();
    }
    return Optional.of(
        new FeeBook.Reduction(
            map.get("ground").oneOf(Ground.class),
            map.get("from").date(),
            percent(map.get("percent")),
            map.get("years").number(),
            map.get("citation").citation()));
  }

  private static Optional<FeeBook.Once> once(YamlPlace place) {
    YamlMap map =
        place.map(Set.of("id", "title", "payer", "filing", "from", "amount", "citation"), Set.of());
    if (!map.complete()) {
      return Optional.empty();
    }
    YamlMap title = map.get("title").map(Set.of("zh", "en"), Set.of());
    return Optional.of(
        new FeeBook.Once(
            map.get("id").text(),
            title.find("zh").map(YamlPlace::text).orElse(""),
            title.find("en").map(YamlPlace::text).orElse(""),
            map.get("payer").text(),
            map.get("filing").oneOf(Filing.class),
            map.get("from").date(),
            money(map.get("amount")),
            map.get("citation").citation()));
  }

  private static int percent(YamlPlace place) {
    int percent = place.number();
    if (percent < 0 || percent > 100) {
      place.refuse("rule-value", Integer.toString(percent), "A percentage is 0 to 100.");
    }
    return percent;
  }

  private static Money money(YamlPlace place) {
    Parsed<Money> parsed = Money.parse(CNY, place.text());
    parsed
        .refusal()
        .ifPresent(problem -> place.refuse("rule-value", problem.given(), problem.reason()));
    Money money = parsed.found().orElse(Money.zero(CNY));
    if (money.compareTo(Money.zero(CNY)) < 0) {
      place.refuse("rule-value", money.toString(), "A fee is not negative.");
    }
    return money;
  }
}
