package org.zhiheng.jobs.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;
import org.zhiheng.valuation.method.Cost;
import org.zhiheng.valuation.method.Deal;
import org.zhiheng.valuation.method.DecisionTree;
import org.zhiheng.valuation.method.ExcessEarnings;
import org.zhiheng.valuation.method.MarketMultiples;
import org.zhiheng.valuation.method.Method;
import org.zhiheng.valuation.method.RealOption;
import org.zhiheng.valuation.method.ReliefFromRoyalty;
import org.zhiheng.valuation.method.Renewal;
import org.zhiheng.valuation.method.Timing;

/// Reads the methods of a person's file; what the register knows of term and fees comes from there.
final class MethodReader {

  /// What the file must tell for each method, by the method's key.
  static final Map<String, Set<String>> NEEDS = needs();

  /// Months: as fine as fees and launches are planned.
  private static final int STEPS_PER_YEAR = 12;

  private final Figures figures;
  private final Known known;

  MethodReader(Figures figures, Known known) {
    this.figures = figures;
    this.known = known;
  }

  private static Map<String, Set<String>> needs() {
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    needs.put(
        "relief-from-royalty", Set.of("revenue", "growth", "royalty", "decay", "tax", "discount"));
    needs.put(
        "excess-earnings", Set.of("revenue", "growth", "margin", "charges", "tax", "discount"));
    needs.put("real-option", Set.of("market", "launch", "volatility", "riskless", "leak"));
    needs.put("renewal", Set.of("median", "spread", "decay", "discount"));
    needs.put("market", Set.of("measure", "deals"));
    needs.put("cost", Set.of("items", "profit", "obsolescence"));
    return needs;
  }

  /// The key of a method.
  static String key(Method method) {
    return switch (method) {
      case ReliefFromRoyalty _ -> "relief-from-royalty";
      case ExcessEarnings _ -> "excess-earnings";
      case RealOption _ -> "real-option";
      case Renewal _ -> "renewal";
      case MarketMultiples _ -> "market";
      case Cost _ -> "cost";
      case DecisionTree _ -> "decision-tree";
    };
  }

  /// The methods of a map, in our order.
  List<Method> methods(YamlPlace place) {
    YamlMap map = place.map(Set.of(), NEEDS.keySet());
    List<Method> methods = new ArrayList<>();
    for (String key : NEEDS.keySet()) {
      map.find(key).flatMap(at -> method(key, at)).ifPresent(methods::add);
    }
    return methods;
  }

  private Optional<Method> method(String key, YamlPlace place) {
    Set<String> needs = NEEDS.getOrDefault(key, Set.of());
    boolean lives = key.equals("relief-from-royalty") || key.equals("excess-earnings");
    YamlMap map = place.map(needs, lives ? Set.of("life", "timing") : Set.of());
    if (!map.complete()) {
      return Optional.empty();
    }
    return switch (key) {
      case "relief-from-royalty" ->
          life(map)
              .flatMap(life ->
                  made(
                      place,
                      () ->
                          new ReliefFromRoyalty(
                              money(map, "revenue"),
                              yearly(map, "growth"),
                              share(map, "royalty"),
                              yearly(map, "decay"),
                              share(map, "tax"),
                              yearly(map, "discount"),
                              life,
                              timing(map))));
      case "excess-earnings" ->
          life(map)
              .flatMap(life ->
                  made(
                      place,
                      () ->
                          new ExcessEarnings(
                              money(map, "revenue"),
                              yearly(map, "growth"),
                              share(map, "margin"),
                              share(map, "charges"),
                              share(map, "tax"),
                              yearly(map, "discount"),
                              life,
                              timing(map))));
      case "real-option" -> realOption(map);
      case "renewal" -> renewal(map);
      case "market" -> market(map);
      default -> cost(map);
    };
  }

  /// The life that is told, at most what is left of the term; else the term's, from nothing on.
  private Optional<Input> life(YamlMap map) {
    if (!map.has("life")) {
      if (known.untoldLife().isEmpty()) {
        noTerm(map.place());
      }
      return known.untoldLife();
    }
    Input told = figures.input("life", Unit.YEARS, map.get("life"));
    Optional<Input> left = known.yearsLeft();
    if (left.isPresent() && told.high() > left.get().value()) {
      map.get("life")
          .refuse(
              "value-figure",
              ValueJson.figure(told.high(), Unit.YEARS),
              "No more than "
                  + ValueJson.figure(left.get().value(), Unit.YEARS)
                  + " years of the term are left.");
    }
    return Optional.of(told);
  }

  private Optional<Method> realOption(YamlMap map) {
    Optional<Input> life = known.yearsLeft();
    if (life.isEmpty() || !known.fees().problems().isEmpty()) {
      noTerm(map.place());
      return Optional.empty();
    }
    return made(
        map.place(),
        () ->
            new RealOption(
                money(map, "market"),
                money(map, "launch"),
                yearly(map, "volatility"),
                yearly(map, "riskless"),
                yearly(map, "leak"),
                life.get(),
                known.feesAhead(),
                STEPS_PER_YEAR,
                RealOption.Launch.ANY_TIME));
  }

  private Optional<Method> renewal(YamlMap map) {
    if (known.term().isEmpty() || !known.fees().problems().isEmpty()) {
      noTerm(map.place());
      return Optional.empty();
    }
    return made(
        map.place(),
        () ->
            new Renewal(
                money(map, "median"),
                figures.input("spread", Unit.MULTIPLE, map.get("spread")),
                yearly(map, "decay"),
                yearly(map, "discount"),
                known.kept(),
                known.feesFromGrant()));
  }

  private Optional<Method> market(YamlMap map) {
    List<Deal> deals = new ArrayList<>();
    map.get("deals")
        .names()
        .entries()
        .forEach((name, at) -> {
          YamlMap deal =
              at.map(
                  Figures.required("price", "measure", "adjustment", "reason"),
                  Set.of("confidence"));
          if (deal.complete()) {
            made(
                    at,
                    () ->
                        new Deal(
                            name,
                            figures.number(deal.get("price"), Unit.MONEY),
                            figures.number(deal.get("measure"), Unit.MULTIPLE),
                            figures.number(deal.get("adjustment"), Unit.MULTIPLE),
                            deal.get("reason").text(),
                            Figures.source(deal)))
                .ifPresent(deals::add);
          }
        });
    return made(
        map.place(),
        () ->
            MarketMultiples.of(deals, figures.input("measure", Unit.MULTIPLE, map.get("measure"))));
  }

  private Optional<Method> cost(YamlMap map) {
    List<Input> items = new ArrayList<>();
    map.get("items")
        .names()
        .entries()
        .forEach((name, at) -> items.add(figures.input(name, Unit.MONEY, at)));
    return made(
        map.place(), () -> new Cost(items, share(map, "profit"), share(map, "obsolescence")));
  }

  private Input money(YamlMap map, String key) {
    return figures.input(key, Unit.MONEY, map.get(key));
  }

  private Input share(YamlMap map, String key) {
    return figures.input(key, Unit.SHARE, map.get(key));
  }

  private Input yearly(YamlMap map, String key) {
    return figures.input(key, Unit.SHARE_PER_YEAR, map.get(key));
  }

  private static Timing timing(YamlMap map) {
    return map.find("timing").map(at -> at.oneOf(Timing.class)).orElse(Timing.MID_YEAR);
  }

  private static void noTerm(YamlPlace place) {
    place.refuse(
        "value-figure",
        "",
        "The term or a fee of the patent is not known on that day, which this method needs.");
  }

  /// What a method refuses of its figures is told at its place.
  private static <T> Optional<T> made(YamlPlace place, Supplier<? extends T> making) {
    try {
      return Optional.of(making.get());
    } catch (IllegalArgumentException refused) {
      place.refuse("value-figure", "", "It cannot be so: " + refused.getMessage() + ".");
      return Optional.empty();
    }
  }
}
