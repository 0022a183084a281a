package org.zhiheng.cashflow.deal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.Delinquency;
import org.zhiheng.cashflow.deal.Assumptions.Kind;
import org.zhiheng.cashflow.deal.Assumptions.Purchase;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.cashflow.deal.Assumptions.Simulation;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// Reads a file of assumptions; the format is described in `docs/formats/deal.md`.
public final class AssumptionsReader {

  private static final Set<String> BEHAVIOUR =
      Set.of("default", "prepay", "recovery", "events", "late");

  private static final Map<String, Kind> VECTORS =
      Map.of(
          "cdr", Kind.ANNUAL,
          "cpr", Kind.ANNUAL,
          "mdr", Kind.MONTHLY,
          "smm", Kind.MONTHLY,
          "psa", Kind.PSA,
          "sda", Kind.SDA,
          "annual", Kind.ANNUAL_BY_MONTHS);

  private final Deal deal;

  private AssumptionsReader(Deal deal) {
    this.deal = deal;
  }

  /// Reads assumptions on a deal, whose assets they may name.
  ///
  /// @throws ProblemsException with all that is wrong, each with its line and column
  public static Assumptions read(String source, String text, Deal deal) {
    return YamlReader.read(source, text, place -> new AssumptionsReader(deal).assumptions(place));
  }

  private Assumptions assumptions(YamlPlace place) {
    YamlMap map =
        place.map(Set.of("assume"), Set.of("pool", "assets", "rates", "flags", "buy", "simulate"));
    Behaviour pool = map.find("pool").map(this::behaviour).orElse(Behaviour.NONE);
    Map<String, Behaviour> assets = new LinkedHashMap<>();
    List<String> ids = deal.pool().assets().stream().map(Asset::id).toList();
    map.find("assets")
        .ifPresent(at ->
            at.names()
                .entries()
                .forEach((id, value) -> {
                  Names.known("asset", id, ids, value);
                  assets.put(id, behaviour(value));
                }));
    Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates = new LinkedHashMap<>();
    map.find("rates")
        .ifPresent(at ->
            at.names().entries().forEach((index, value) -> rates.put(index, Terms.curve(value))));
    Map<String, LocalDate> flags = new LinkedHashMap<>();
    map.find("flags")
        .ifPresent(
            at -> at.names().entries().forEach((name, value) -> flags.put(name, value.date())));
    return new Assumptions(
        map.text("assume", ""),
        pool,
        assets,
        rates,
        flags,
        map.find("buy").map(at -> purchase(at, pool)),
        map.find("simulate").map(AssumptionsReader::simulation).orElse(Simulation.FREE));
  }

  private Behaviour behaviour(YamlPlace place) {
    YamlMap map = place.map(Set.of(), BEHAVIOUR);
    Rate.PerYear recovery = Terms.ZERO;
    int lag = 0;
    if (map.has("recovery")) {
      YamlPlace at = map.get("recovery");
      if (at.isMap()) {
        YamlMap terms = at.map(Set.of("rate"), Set.of("lag"));
        recovery = terms.find("rate").map(Terms::part).orElse(Terms.ZERO);
        lag = terms.find("lag").map(one -> one.number(0, 240)).orElse(0);
      } else {
        recovery = Terms.part(at);
      }
    }
    List<Risk> risks = new ArrayList<>();
    RateVector rate = map.find("default").map(AssumptionsReader::vector).orElse(RateVector.NONE);
    if (!rate.values().isEmpty()) {
      risks.add(new Risk("default", rate, recovery, lag));
    }
    map.find("events")
        .ifPresent(at ->
            at.names()
                .entries()
                .forEach((name, value) -> {
                  YamlMap event = value.map(Set.of("rate"), Set.of("recovery", "lag"));
                  if (event.complete()) {
                    risks.add(
                        new Risk(
                            name,
                            vector(event.get("rate")),
                            event.find("recovery").map(Terms::part).orElse(Terms.ZERO),
                            event.find("lag").map(one -> one.number(0, 240)).orElse(0)));
                  }
                }));
    if (risks.size() > 16) {
      place.refuse("deal-limit", Integer.toString(risks.size()), "There are at most 16 events.");
      return Behaviour.NONE;
    }
    Delinquency late = Behaviour.NONE.delinquency();
    if (map.has("late")) {
      YamlMap terms = map.get("late").map(Set.of("part", "periods"), Set.of());
      if (terms.complete()) {
        late = new Delinquency(Terms.part(terms.get("part")), terms.get("periods").number(1, 60));
      }
    }
    return new Behaviour(
        risks, map.find("prepay").map(AssumptionsReader::vector).orElse(RateVector.NONE), late);
  }

  /// `{cdr: 1%}`, `{smm: [1%, 2%]}`, `{psa: 150%}`, or a bare rate or list: for a year, by days.
  private static RateVector vector(YamlPlace place) {
    if (!place.isMap()) {
      return new RateVector(Kind.ANNUAL, parts(place));
    }
    YamlMap map = place.map(Set.of(), VECTORS.keySet());
    if (map.entries().size() != 1) {
      place.refuse(
          "deal-key",
          String.join(", ", map.entries().keySet()),
          "Exactly one of " + String.join(", ", VECTORS.keySet().stream().sorted().toList()) + ".");
      return RateVector.NONE;
    }
    String key = map.entries().keySet().iterator().next();
    Kind kind = VECTORS.getOrDefault(key, Kind.ANNUAL);
    YamlPlace at = map.get(key);
    return switch (kind) {
      case PSA, SDA -> new RateVector(kind, at.oneOrMore().stream().map(Terms::rate).toList());
      case ANNUAL, ANNUAL_BY_MONTHS, MONTHLY -> new RateVector(kind, parts(at));
    };
  }

  private static List<Rate.PerYear> parts(YamlPlace place) {
    List<YamlPlace> items = place.oneOrMore();
    if (items.size() > Asset.PAYMENTS_MAX) {
      place.refuse(
          "deal-limit",
          Integer.toString(items.size()),
          "A vector has at most " + Asset.PAYMENTS_MAX + " numbers.");
      return List.of();
    }
    return items.stream().map(Terms::part).toList();
  }

  private Purchase purchase(YamlPlace place, Behaviour pool) {
    YamlMap map = place.map(Set.of("asset"), Set.of("price", "pool"));
    Asset asset =
        map.find("asset")
            .map(at ->
                new PoolReader(
                        new Terms(deal.currency()),
                        DealReader.FileTexts.NONE,
                        deal.dates().cutoff())
                    .asset(at, 0))
            .orElse(deal.pool().assets().getFirst());
    return new Purchase(
        asset,
        map.find("price").map(Terms::rate).orElse(new Rate.PerYear(1_000_000_000)),
        map.find("pool").map(this::behaviour).orElse(pool));
  }

  private static Simulation simulation(YamlPlace place) {
    YamlMap map = place.map(Set.of(), Set.of("correlation"));
    return new Simulation(map.find("correlation").map(Terms::part).orElse(Terms.ZERO));
  }
}
