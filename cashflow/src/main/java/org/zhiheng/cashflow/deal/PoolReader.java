package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.cashflow.deal.DealReader.FileTexts;
import org.zhiheng.cashflow.fen.Fen;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.Rate;

/// Reads the pool of a deal: assets as a list, or as a CSV file beside it.
final class PoolReader {

  private static final Set<String> LOANS =
      Set.of("level", "even", "balloon", "interest-only", "bullet", "parts");
  private static final Set<String> STREAMS =
      Set.of("licence", "lease", "royalty", "receivable", "listed", "scheduled");

  private static final Set<String> KEYS = keys();

  private final Terms terms;
  private final FileTexts files;
  private final LocalDate cutoff;

  PoolReader(Terms terms, FileTexts files, LocalDate cutoff) {
    this.terms = terms;
    this.files = files;
    this.cutoff = cutoff;
  }

  Pool pool(YamlPlace place) {
    YamlMap map = place.map(Set.of("assets"), Set.of("kind", "eligible", "events"));
    List<Asset> assets = map.find("assets").map(this::assets).orElse(List.of());
    if (map.has("assets") && assets.isEmpty() && map.get("assets").isList()) {
      map.get("assets").refuse("deal-value", "", "A pool has at least one asset.");
    }
    Set<String> ids = new LinkedHashSet<>();
    assets.stream()
        .map(Asset::id)
        .filter(id -> !ids.add(id))
        .forEach(id -> map.get("assets").refuse("deal-name", id, "Two assets have this id."));
    return new Pool(
        map.text("kind", "mixed"),
        assets,
        map.find("events").map(this::order).orElse(List.of(Pool.Event.values())),
        map.items("eligible").stream().map(YamlPlace::text).toList());
  }

  /// `{order: default, prepay, schedule}`, or a list or text under `order`.
  private List<Pool.Event> order(YamlPlace place) {
    YamlMap map = place.map(Set.of("order"), Set.of("default", "prepay", "schedule"));
    List<String> words = new ArrayList<>();
    map.find("order")
        .ifPresent(at ->
            at.oneOrMore().forEach(one -> words.addAll(List.of(one.text().split("\\s*,\\s*")))));
    map.entries().keySet().stream().filter(key -> !key.equals("order")).forEach(words::add);
    List<Pool.Event> order = new ArrayList<>();
    for (Pool.Event event : Pool.Event.values()) {
      if (!words.contains(YamlPlace.word(event))) {
        place.refuse(
            "deal-value",
            String.join(", ", words),
            "The order names default, prepay and schedule.");
        return List.of(Pool.Event.values());
      }
    }
    for (String word : words) {
      for (Pool.Event event : Pool.Event.values()) {
        if (YamlPlace.word(event).equals(word)) {
          order.add(event);
        }
      }
    }
    if (order.size() != words.size() || order.size() != Pool.Event.values().length) {
      place.refuse("deal-value", String.join(", ", words), "The order names each event once.");
      return List.of(Pool.Event.values());
    }
    return order;
  }

  private List<Asset> assets(YamlPlace place) {
    if (place.isList()) {
      List<YamlPlace> items = place.list();
      if (tooMany(place, items.size())) {
        return List.of();
      }
      List<Asset> assets = new ArrayList<>();
      items.forEach(item -> assets.add(asset(item, assets.size() + 1)));
      return assets;
    }
    String name = place.text();
    Optional<String> text = files.text(name);
    if (text.isEmpty()) {
      place.refuse("deal-file", name, "There is no such file beside the deal.");
      return List.of();
    }
    CsvRows rows = CsvRows.read(text.get());
    if (rows.problem().isPresent()) {
      place.refuse("deal-file", name, rows.problem().get());
      return List.of();
    }
    if (tooMany(place, rows.rows().size()) || !columnsKnown(place, rows.header())) {
      return List.of();
    }
    // each row is read as the map it stands for, so that both forms are one
    List<Asset> assets = new ArrayList<>();
    int line = 1;
    for (List<String> row : rows.rows()) {
      line++;
      int number = assets.size() + 1;
      assets.add(
          YamlReader.read(
              name + " line " + line, rows.asJson(row, KEYS), item -> asset(item, number)));
    }
    return assets;
  }

  private static boolean tooMany(YamlPlace place, int size) {
    if (size > Pool.ASSETS_MAX) {
      place.refuse(
          "deal-limit",
          Integer.toString(size),
          "A pool has at most " + Pool.ASSETS_MAX + " assets.");
      return true;
    }
    return false;
  }

  /// Columns that are no key are facts, but one that is nearly a key is a slip.
  private static boolean columnsKnown(YamlPlace place, List<String> header) {
    boolean known = true;
    for (String column : header) {
      boolean slip =
          !KEYS.contains(column)
              && KEYS.stream()
                  .anyMatch(key -> key.length() > 4 && YamlPlace.distance(column, key) == 1);
      if (slip) {
        place.refuse("deal-key", column, YamlPlace.nearest("column", column, KEYS));
        known = false;
      }
    }
    return known;
  }

  /// Reads one asset.
  Asset asset(YamlPlace place, int number) {
    YamlMap map = place.map(Set.of("kind"), KEYS);
    String kind = map.text("kind", "level");
    String id = map.text("id", Integer.toString(number));
    Map<String, String> facts = new LinkedHashMap<>();
    for (String key : List.of("obligor", "industry", "patents", "pledge")) {
      map.find(key).ifPresent(at -> facts.put(key, at.text()));
    }
    map.find("facts")
        .ifPresent(
            at -> at.names().entries().forEach((name, value) -> facts.put(name, value.text())));
    boolean defaulted = map.text("status", "current").equals("defaulted");
    if (map.has("status") && !Set.of("current", "defaulted").contains(map.text("status", ""))) {
      map.get("status").refuse("deal-value", map.text("status", ""), "It is current or defaulted.");
    }
    if (LOANS.contains(kind)) {
      return loan(map, kind, id, facts, defaulted);
    }
    if (STREAMS.contains(kind)) {
      return new Asset.Stream(
          id, facts, defaulted, stream(map, kind), map.find("yield").map(Terms::rate), cutoff);
    }
    Set<String> all = new LinkedHashSet<>(LOANS);
    all.addAll(STREAMS);
    map.find("kind")
        .ifPresent(at -> at.refuse("deal-value", kind, YamlPlace.nearest("kind", kind, all)));
    return new Asset.Stream(
        id,
        facts,
        true,
        new StreamTerms.Receivable(0, cutoff.plusDays(1), 0),
        Optional.empty(),
        cutoff);
  }

  private Asset loan(
      YamlMap map, String kind, String id, Map<String, String> facts, boolean defaulted) {
    need(map, "balance");
    List<Long> parts = map.items("parts").stream().map(terms::money).toList();
    int term =
        kind.equals("parts")
            ? Math.max(1, parts.size())
            : map.find("term").map(at -> at.number(1, Asset.PAYMENTS_MAX)).orElse(1);
    if (!kind.equals("parts")) {
      need(map, "term");
    }
    int original =
        map.find("original-term").map(at -> at.number(term, Asset.PAYMENTS_MAX)).orElse(term);
    int every = map.find("every").map(at -> at.number(1, 120)).orElse(1);
    long balance = map.find("balance").map(terms::money).orElse(0L);
    if (kind.equals("parts")
        && parts.stream().mapToLong(Long::longValue).sum() != balance
        && map.has("parts")) {
      map.get("parts").refuse("deal-value", "", "The parts must come to the balance.");
    }
    Asset.Repay repay =
        switch (kind) {
          case "even" -> new Asset.Repay.Even();
          case "interest-only", "bullet" -> new Asset.Repay.Bullet();
          case "parts" -> new Asset.Repay.Parts(parts);
          default ->
              new Asset.Repay.Level(
                  map.find("amortise-over")
                      .map(at -> at.number(original, Asset.PAYMENTS_MAX))
                      .orElse(0));
        };
    if (kind.equals("balloon")) {
      need(map, "amortise-over");
    }
    return new Asset.Loan(
        id,
        facts,
        defaulted,
        balance,
        map.find("as-of").map(this::asOf),
        Terms.coupon(map),
        map.find("daycount").map(Terms::dayCount),
        repay,
        term,
        original,
        next(map, original - term + 1, every),
        map.find("pay-day").map(at -> at.number(1, 31)).orElseGet(() -> payDay(map)),
        every,
        penalty(map));
  }

  /// A loan that began on the 31st pays on the last day of every month.
  private int payDay(YamlMap map) {
    return map.find("next")
        .or(() -> map.find("start"))
        .map(at -> at.date().getDayOfMonth())
        .orElse(1);
  }

  private LocalDate asOf(YamlPlace place) {
    LocalDate day = place.date();
    if (day.isAfter(cutoff)) {
      place.refuse(
          "deal-dates", day.toString(), "A balance is of the cut-off, " + cutoff + ", or before.");
    }
    return day;
  }

  private LocalDate next(YamlMap map, int paid, int every) {
    LocalDate since = map.find("as-of").map(YamlPlace::date).orElse(cutoff);
    LocalDate next = cutoff.plusMonths(every);
    if (map.has("next")) {
      next = map.get("next").date();
    } else if (map.has("start")) {
      next = map.get("start").date().plusMonths((long) paid * every);
    } else {
      map.place()
          .refuse("deal-key", "", "The key next (day of the next payment) or start is missing.");
    }
    if (!next.isAfter(since)) {
      map.find("next")
          .or(() -> map.find("start"))
          .ifPresent(at ->
              at.refuse(
                  "deal-dates",
                  at.text(),
                  "The next payment is after the "
                      + (map.has("as-of") ? "day of the balance, " : "cut-off, ")
                      + since
                      + "."));
      return cutoff.plusMonths(every);
    }
    return next;
  }

  private Asset.Penalty penalty(YamlMap map) {
    if (!map.has("penalty")) {
      return Asset.Penalty.NONE;
    }
    YamlPlace place = map.get("penalty");
    if (place.isList()) {
      List<Asset.PenaltyStep> steps = new ArrayList<>();
      for (YamlPlace item : place.list()) {
        YamlMap step = item.map(Set.of("part"), Set.of("until"));
        steps.add(
            new Asset.PenaltyStep(
                step.find("until")
                    .map(at -> at.number(1, Asset.PAYMENTS_MAX))
                    .orElse(Integer.MAX_VALUE),
                step.find("part").map(Terms::part).orElse(Terms.ZERO)));
      }
      return new Asset.Penalty(steps, 0);
    }
    if (place.text().endsWith("%")) {
      return new Asset.Penalty(
          List.of(new Asset.PenaltyStep(Integer.MAX_VALUE, Terms.part(place))), 0);
    }
    return new Asset.Penalty(List.of(), terms.money(place));
  }

  private StreamTerms stream(YamlMap map, String kind) {
    return switch (kind) {
      case "receivable" -> {
        need(map, "amount");
        need(map, "due");
        long amount = map.find("amount").map(terms::money).orElse(0L);
        long fee = 0;
        if (map.has("fee")) {
          YamlPlace at = map.get("fee");
          fee =
              at.text().endsWith("%")
                  ? Fen.floor(amount, Terms.part(at).billionths(), Fen.BILLION)
                  : terms.money(at);
          if (fee > amount) {
            at.refuse("deal-value", at.text(), "The fee is at most the amount.");
          }
        }
        yield new StreamTerms.Receivable(
            amount, map.find("due").map(YamlPlace::date).orElse(cutoff.plusDays(1)), fee);
      }
      case "royalty" -> {
        need(map, "sales");
        need(map, "rate");
        yield new StreamTerms.Royalty(
            map.find("sales").map(terms::amounts).orElse(none()),
            map.find("rate").map(Terms::part).orElse(Terms.ZERO),
            map.find("least").map(terms::money).orElse(0L));
      }
      case "scheduled" -> {
        need(map, "principal");
        yield new StreamTerms.Scheduled(
            map.find("principal").map(terms::amounts).orElse(none()),
            map.find("interest").map(terms::amounts).orElse(none()));
      }
      case "listed" -> {
        need(map, "amounts");
        yield new StreamTerms.Listed(map.find("amounts").map(terms::amounts).orElse(none()));
      }
      default -> {
        Rate.PerYear step = map.find("step-each").map(Terms::anyRate).orElse(Terms.ZERO);
        need(map, "count");
        int count = map.find("count").map(at -> at.number(1, Asset.PAYMENTS_MAX)).orElse(1);
        if (map.has("per-day")) {
          need(map, "from");
          yield new StreamTerms.DailyRent(
              terms.money(map.get("per-day")),
              map.find("from").map(YamlPlace::date).orElse(cutoff),
              map.find("paid").map(Terms::timing).orElse(new Timing.AtEnd(1)),
              count,
              step);
        }
        need(map, "amount");
        need(map, "first");
        yield new StreamTerms.Fees(
            map.find("amount").map(terms::money).orElse(0L),
            map.find("first").map(YamlPlace::date).orElse(cutoff.plusDays(1)),
            count,
            map.find("every").map(at -> at.number(1, 120)).orElse(1),
            step);
      }
    };
  }

  private static void need(YamlMap map, String key) {
    if (!map.has(key)) {
      map.place().refuse("deal-key", "", "The key " + key + " is missing.");
    }
  }

  private static NavigableMap<LocalDate, Long> none() {
    return new TreeMap<>();
  }

  private static Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>(Terms.couponKeys());
    keys.addAll(
        Set.of(
            "id",
            "kind",
            "obligor",
            "industry",
            "patents",
            "pledge",
            "facts",
            "status",
            "balance",
            "daycount",
            "term",
            "original-term",
            "amortise-over",
            "start",
            "next",
            "every",
            "penalty",
            "parts",
            "yield",
            "amount",
            "amounts",
            "due",
            "fee",
            "sales",
            "least"));
    keys.addAll(Set.of("count", "first", "per-day", "from", "paid", "step-each"));
    keys.addAll(Set.of("as-of", "pay-day", "principal", "interest"));
    return keys;
  }
}
