package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.Pool;
import org.zhiheng.cashflow.deal.StreamTerms;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads the pools of AbsBox: assets of several pools as one, or the flows that a pool is expected
/// to bring.
final class PoolImport {

  /// What wraps an asset in a pool of several kinds.
  private static final List<String> WRAPS = List.of("MO", "LO", "IL", "LS", "FA", "RE", "PF");

  private final DealDates dates;

  PoolImport(DealDates dates) {
    this.dates = dates;
  }

  /// The pools of a deal by name.
  static Map<String, YamlPlace> pools(YamlMap deal) {
    Optional<YamlPlace> pool = deal.find("pool").filter(YamlPlace::isMap);
    if (pool.isEmpty()) {
      return Map.of();
    }
    if (!pool.get().names().has("tag")) {
      return Map.of("PoolConsol", pool.get());
    }
    Tagged tagged = Json.tagged(pool.get());
    return switch (tagged.tag()) {
      case "MultiPool" -> tagged.contents().map(at -> at.names().entries()).orElse(Map.of());
      case "SoloPool" -> tagged.contents().map(at -> Map.of("PoolConsol", at)).orElse(Map.of());
      default -> {
        tagged.unknown("kind of pool");
        yield Map.of();
      }
    };
  }

  /// All assets as they stand, of all pools.
  static List<YamlPlace> assets(YamlMap deal) {
    return pools(deal).values().stream()
        .flatMap(pool -> pool.names().items("assets").stream())
        .toList();
  }

  static Tagged unwrapped(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    return WRAPS.contains(tagged.tag()) && tagged.contents().isPresent()
        ? Json.tagged(tagged.contents().get())
        : tagged;
  }

  Pool pool(YamlMap deal) {
    List<Asset> assets = new ArrayList<>();
    for (YamlPlace pool : pools(deal).values()) {
      List<YamlPlace> items = pool.names().items("assets");
      for (YamlPlace item : items) {
        assets.add(new AssetImport(dates).asset(item, assets.size() + 1));
      }
      if (items.isEmpty()) {
        pool.names()
            .find("futureCf")
            .filter(at -> !at.isNothing())
            .map(at -> at.isList() && !at.list().isEmpty() ? at.list().getFirst() : at)
            .flatMap(frame -> flows(frame, assets.size() + 1))
            .ifPresent(assets::add);
      }
    }
    return new Pool("mixed", assets, List.of(Pool.Event.values()), List.of());
  }

  /// `{"tag": "CashFlowFrame", "contents": [[balance, day, …], [row, …]]}`, older ones without what
  /// comes before the rows.
  Optional<Asset> flows(YamlPlace frame, int number) {
    List<YamlPlace> contents =
        Json.tagged(frame)
            .contents()
            .filter(YamlPlace::isList)
            .map(YamlPlace::list)
            .orElse(List.of());
    List<YamlPlace> rows =
        contents.size() == 2 && contents.get(1).isList() ? contents.get(1).list() : contents;
    NavigableMap<LocalDate, Long> principal = new TreeMap<>();
    NavigableMap<LocalDate, Long> interest = new TreeMap<>();
    for (YamlPlace row : rows) {
      Tagged tagged = Json.tagged(row);
      List<YamlPlace> items = tagged.items(4);
      if (!List.of("MortgageFlow", "LoanFlow", "BondFlow").contains(tagged.tag())) {
        tagged.unknown("row of expected flows");
      } else if (!items.isEmpty()) {
        items.stream()
            .skip(4)
            .limit(tagged.tag().equals("BondFlow") ? 0 : 4)
            .filter(at -> !at.isNothing() && Json.number(at).signum() != 0)
            .forEach(at ->
                at.refuse(
                    "absbox-unsupported",
                    at.text(),
                    "Expected flows are principal and interest here; assumptions do the rest."));
        principal.merge(items.get(0).date(), Json.amount(items.get(2)), Long::sum);
        interest.merge(items.get(0).date(), Json.amount(items.get(3)), Long::sum);
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Asset.Stream(
                Integer.toString(number),
                Map.of(),
                false,
                new StreamTerms.Scheduled(principal, interest),
                Optional.empty(),
                dates.cutoff()));
  }
}
