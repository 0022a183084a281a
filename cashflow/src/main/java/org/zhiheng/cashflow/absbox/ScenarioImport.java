package org.zhiheng.cashflow.absbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.Assumptions.Behaviour;
import org.zhiheng.cashflow.deal.Assumptions.Kind;
import org.zhiheng.cashflow.deal.Assumptions.Purchase;
import org.zhiheng.cashflow.deal.Assumptions.RateVector;
import org.zhiheng.cashflow.deal.Assumptions.Risk;
import org.zhiheng.cashflow.deal.Assumptions.Simulation;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.Pool;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.Rate;

/// Reads assumptions of AbsBox: what a pool does, and index rates.
public final class ScenarioImport {

  private final Optional<DealDates> dates;

  private ScenarioImport(Optional<DealDates> dates) {
    this.dates = dates;
  }

  /// Reads one file and adds it to what others said; what it says again counts.
  ///
  /// @param source the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong or has no counterpart
  public static Assumptions scenario(String source, String json, Assumptions before) {
    return YamlReader.read(
        source, json, place -> new ScenarioImport(Optional.empty()).read(place, before));
  }

  /// Reads one file of assumptions about this deal, what it buys while it revolves among them.
  ///
  /// @throws ProblemsException as the other
  public static Assumptions scenario(String source, String json, Assumptions before, Deal deal) {
    return YamlReader.read(
        source, json, place -> new ScenarioImport(Optional.of(deal.dates())).read(place, before));
  }

  private Assumptions read(YamlPlace place, Assumptions before) {
    YamlMap map = place.names();
    Behaviour pool = before.pool();
    Map<String, Behaviour> assets = new LinkedHashMap<>(before.assets());
    Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates = new LinkedHashMap<>(before.rates());
    Optional<Purchase> purchase = before.purchase();
    if (map.has("tag")) {
      Tagged level = Json.tagged(place);
      if (level.tag().equals("ByIndex")) {
        byIndex(level, assets);
      } else {
        pool = pool(level);
      }
    } else {
      map.find("interest")
          .filter(at -> !at.isNothing())
          .ifPresent(at -> at.list().forEach(rate -> rate(Json.tagged(rate), rates)));
      Optional<YamlPlace> revolving = map.find("revolving").filter(at -> !at.isNothing());
      if (revolving.isPresent() && dates.isPresent()) {
        purchase = bought(Json.tagged(revolving.get()), dates.get());
      }
      map.entries()
          .forEach((key, value) -> {
            boolean nothing = value.isNothing() || (value.isList() && value.list().isEmpty());
            // when a deal is called becomes a term of the deal
            boolean taken =
                Set.of("interest", "callWhen").contains(key)
                    || (key.equals("revolving") && dates.isPresent());
            if (!taken && !nothing) {
              value.refuse("absbox-unsupported", key, "This assumption has no counterpart here.");
            }
          });
    }
    return new Assumptions("imported", pool, assets, rates, Map.of(), purchase, Simulation.FREE);
  }

  /// `[{"tag": "ConstantAsset", "contents": [asset]}, assumption]`: always the like of one asset,
  /// whose first payment comes one period after it is bought.
  private static Optional<Purchase> bought(Tagged revolving, DealDates dates) {
    List<YamlPlace> items = revolving.items(2);
    if (!revolving.tag().equals("AvailableAssets") || items.isEmpty()) {
      revolving.unknown("pool to buy from");
      return Optional.empty();
    }
    Tagged assets = Json.tagged(items.get(0));
    List<YamlPlace> one = assets.items(1);
    if (!assets.tag().equals("ConstantAsset") || one.size() != 1) {
      assets.unknown("pool to buy from");
      return Optional.empty();
    }
    if (!(new AssetImport(dates).asset(one.getFirst(), 1) instanceof Asset.Loan loan)) {
      assets.unknown("asset to buy");
      return Optional.empty();
    }
    LocalDate next = dates.cutoff().plusMonths(loan.everyMonths());
    return Optional.of(
        new Purchase(
            new Asset.Loan(
                "bought",
                loan.facts(),
                loan.defaulted(),
                loan.outstanding(),
                Optional.empty(),
                loan.coupon(),
                loan.dayCount(),
                loan.repay(),
                loan.term(),
                loan.originalTerm(),
                next,
                dates.cutoff().getDayOfMonth(),
                loan.everyMonths(),
                loan.penalties()),
            new Rate.PerYear(1_000_000_000L),
            items.get(1).isNothing() ? Behaviour.NONE : pool(Json.tagged(items.get(1)))));
  }

  private static void rate(
      Tagged tagged, Map<String, NavigableMap<LocalDate, Rate.PerYear>> rates) {
    List<YamlPlace> items = tagged.items(2);
    if (items.isEmpty()) {
      return;
    }
    NavigableMap<LocalDate, Rate.PerYear> curve = new TreeMap<>();
    switch (tagged.tag()) {
      case "RateFlat" -> curve.put(LocalDate.of(1900, 1, 1), Json.rate(items.get(1)));
      case "RateCurve" -> {
        for (YamlPlace point : Json.tagged(items.get(1)).items(1)) {
          List<YamlPlace> pair = point.list();
          if (pair.size() == 2) {
            curve.put(pair.get(0).date(), Json.rate(pair.get(1)));
          }
        }
      }
      default -> tagged.unknown("way to give a rate");
    }
    if (!curve.isEmpty()) {
      rates.put(items.get(0).text(), curve);
    }
  }

  private static Behaviour pool(Tagged level) {
    if (!level.tag().equals("PoolLevel") || level.contents().isEmpty()) {
      level.unknown("level of assumptions");
      return Behaviour.NONE;
    }
    return behaviour(level.contents().get());
  }

  /// `[[[0, 1, …], assumption], …]`: assets are numbered from 0 there and called from 1 here.
  private static void byIndex(Tagged level, Map<String, Behaviour> assets) {
    for (YamlPlace item : level.items(1)) {
      List<YamlPlace> pair = item.list();
      if (pair.size() == 2) {
        Behaviour behaviour = behaviour(pair.get(1));
        for (YamlPlace index : pair.get(0).list()) {
          assets.put(Integer.toString(index.number(0, Pool.ASSETS_MAX) + 1), behaviour);
        }
      }
    }
  }

  /// What performing assets do: alone, or the first of what performing, late and defaulted ones do.
  private static Behaviour behaviour(YamlPlace place) {
    if (place.isList() && place.list().isEmpty()) {
      return Behaviour.NONE;
    }
    Tagged assumption = Json.tagged(place.isList() ? place.list().getFirst() : place);
    if (place.isList() && place.list().size() > 2 && !place.list().get(2).isNothing()) {
      Tagged defaulted = Json.tagged(place.list().get(2));
      if (!defaulted.tag().equals("DummyDefaultAssump")) {
        defaulted.unknown("assumption about defaulted assets");
      }
    }
    return switch (assumption.tag()) {
      case "MortgageAssump", "LoanAssump", "InstallmentAssump" -> {
        List<YamlPlace> parts = assumption.items(3);
        yield parts.isEmpty()
            ? Behaviour.NONE
            : behaviour(
                there(parts.get(0)),
                there(parts.get(1)),
                there(parts.get(2)),
                parts.subList(3, parts.size()));
      }
      case "ReceivableAssump" -> {
        List<YamlPlace> parts = assumption.items(2);
        yield parts.isEmpty()
            ? Behaviour.NONE
            : behaviour(
                there(parts.get(0)),
                Optional.empty(),
                there(parts.get(1)),
                parts.subList(2, parts.size()));
      }
      default -> {
        assumption.unknown("kind of assumption");
        yield Behaviour.NONE;
      }
    };
  }

  private static Behaviour behaviour(
      Optional<YamlPlace> defaulting,
      Optional<YamlPlace> prepaying,
      Optional<YamlPlace> recovering,
      List<YamlPlace> extra) {
    RateVector rate = defaulting.map(ScenarioImport::vector).orElse(RateVector.NONE);
    RateVector prepay = prepaying.map(ScenarioImport::vector).orElse(RateVector.NONE);
    Rate.PerYear recovery = new Rate.PerYear(0);
    int lag = 0;
    if (recovering.isPresent()) {
      Tagged tagged = Json.tagged(recovering.get());
      List<YamlPlace> terms = tagged.items(2);
      if (tagged.tag().equals("Recovery") && !terms.isEmpty()) {
        recovery = Json.rate(terms.get(0));
        lag = terms.get(1).number(0, 240);
      } else {
        tagged.unknown("way to recover");
      }
    }
    extra.stream()
        .flatMap(part -> there(part).stream())
        .forEach(part ->
            part.refuse("absbox-unsupported", "extra", "Extra stress has no counterpart here."));
    List<Risk> risks =
        rate.values().isEmpty() ? List.of() : List.of(new Risk("default", rate, recovery, lag));
    return new Behaviour(risks, prepay, Behaviour.NONE.delinquency());
  }

  /// A constant is one for each period, which is a month wherever assets pay monthly. A list says
  /// nothing of what comes after it, unless its last goes on.
  private static RateVector vector(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    return switch (tagged.tag()) {
      case "DefaultCDR", "PrepaymentCPR" ->
          new RateVector(Kind.ANNUAL, tagged.contents().map(Json::rate).stream().toList());
      case "DefaultConstant", "PrepaymentConstant" ->
          new RateVector(Kind.MONTHLY, tagged.contents().map(Json::rate).stream().toList());
      case "DefaultVec", "PrepaymentVec" -> {
        List<Rate.PerYear> rates =
            new ArrayList<>(tagged.items(1).stream().map(Json::rate).toList());
        rates.add(new Rate.PerYear(0));
        yield new RateVector(Kind.ANNUAL, rates);
      }
      case "DefaultVecPadding", "PrepaymentVecPadding" ->
          new RateVector(Kind.ANNUAL, tagged.items(1).stream().map(Json::rate).toList());
      case "PrepaymentPSA" ->
          new RateVector(Kind.PSA, tagged.contents().map(Json::rate).stream().toList());
      default -> {
        tagged.unknown("vector");
        yield RateVector.NONE;
      }
    };
  }

  private static Optional<YamlPlace> there(YamlPlace place) {
    return place.isNothing() ? Optional.empty() : Optional.of(place);
  }
}
