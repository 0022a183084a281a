package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Asset;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealDates;
import org.zhiheng.cashflow.deal.Pool;
import org.zhiheng.cashflow.deal.Rule;
import org.zhiheng.cashflow.deal.StreamDues;
import org.zhiheng.cashflow.deal.Timing;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.fen.Rounding;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.formula.Tokens;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.cashflow.yaml.YamlReader;
import org.zhiheng.values.ProblemsException;

/// Reads a deal of AbsBox: whatever of it has a counterpart here; the rest is refused by name.
///
/// The deal rounds as Hastructure does: every product is cut down. What a deal does at its end
/// (`CleanUp`) becomes the waterfall `clean-up`, which runs when the pool is called.
public final class AbsBoxImport {

  /// The account of what no rule collects: there it leaves the deal, and nobody is paid from it
  /// here.
  public static final String NOT_COLLECTED = "not_collected";

  private static final String DISTRIBUTION = "DistributionDay ";
  private static final String CLEAN_UP = "CleanUp";

  private final Map<String, String> scenarios;

  private AbsBoxImport(Map<String, String> scenarios) {
    this.scenarios = new LinkedHashMap<>(scenarios);
  }

  /// Reads a deal.
  ///
  /// @param source the file's name, as problems give it
  /// @throws ProblemsException with all that is wrong or has no counterpart
  public static Deal deal(String source, String json) {
    return deal(source, json, Map.of());
  }

  /// Reads a deal that is called when its assumptions say so: there that is an assumption, here a
  /// term of the deal.
  ///
  /// @param scenarios files of assumptions: their texts by their names
  /// @throws ProblemsException as the other
  public static Deal deal(String source, String json, Map<String, String> scenarios) {
    return YamlReader.read(source, json, place -> new AbsBoxImport(scenarios).deal(place));
  }

  private Deal deal(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    YamlMap map = tagged.contents().orElse(place).names();
    Json.refuseIfThere(map, Set.of("rateSwap", "rateCap", "currencySwap", "ledgers"));
    boolean begins =
        map.find("status")
            .filter(at -> !at.isNothing())
            .map(at -> Json.tagged(at).tag().equals("PreClosing"))
            .orElse(true);
    if (!begins) {
      // what a pool was issued with, and what it lost since
      PoolImport.pools(map)
          .values()
          .forEach(pool -> Json.refuseIfThere(pool.names(), Set.of("issuanceStat")));
    }
    GivenNames names = new GivenNames(map);
    FormulaImport formulas =
        new FormulaImport(
            names, GivenNames.entries(map, "custom"), PoolImport.pools(map).size() <= 1);
    DealDates given =
        map.find("dates")
            .map(DatesImport::dates)
            .orElseGet(() -> {
              map.place().refuse("absbox", "dates", "The dates are missing.");
              return DealDates.NONE;
            });
    boolean onCutoff =
        new PoolImport(given).pool(map).assets().stream().anyMatch(one -> paysOn(one, given));
    DealDates dates = onCutoff ? DatesImport.dayBefore(given) : given;
    Pool pool = new PoolImport(dates).pool(map);
    List<Tranche> tranches = new BondImport(names, dates).all(map);
    AccountImport accounts = new AccountImport(map, names, formulas);
    List<Deal.Trigger> triggers = new TriggerImport(formulas, names).all(map);
    List<Deal.Waterfall> waterfalls =
        new Waterfalls(map, names, formulas, accounts, dates).all(triggers);
    triggers.stream()
        .filter(one -> one.when().toString().length() > Tokens.LENGTH_MAX)
        .forEach(one ->
            map.place()
                .refuse(
                    "absbox-unsupported",
                    one.name(),
                    "A condition is too long to be written down."));
    boolean drawn = waterfalls.stream().anyMatch(one -> draws(one.rules()));
    return new Deal(
        map.text("name", "imported"),
        Currency.getInstance("CNY"),
        Rounding.FLOOR_EACH_PRODUCT,
        Map.of(),
        dates,
        pool,
        List.of(),
        tranches,
        new FeeImport(names, formulas, dates).all(map),
        accounts.all(map, drawn),
        SupportImport.all(map, names, formulas),
        List.of(),
        List.of(),
        triggers,
        cleanUp(map, names, accounts.first(), new TriggerImport(formulas, names)),
        waterfalls,
        Map.of());
  }

  private static boolean paysOn(Asset asset, DealDates dates) {
    return switch (asset) {
      case Asset.Loan loan -> {
        boolean on = false;
        for (int k = 0; k < loan.term(); k++) {
          on |= loan.day(k).equals(dates.cutoff());
        }
        yield on;
      }
      case Asset.Stream stream -> {
        Asset.Stream before =
            new Asset.Stream(
                stream.id(),
                stream.facts(),
                stream.defaulted(),
                stream.terms(),
                stream.yield(),
                dates.cutoff().minusDays(1));
        yield StreamDues.of(before, Rounding.FLOOR_EACH_PRODUCT).days().contains(dates.cutoff());
      }
    };
  }

  private static boolean draws(List<Rule> rules) {
    return rules.stream()
        .anyMatch(rule ->
            switch (rule) {
              case Rule.Step step -> step.from().contains(SupportImport.EMPTY);
              case Rule.Choice choice -> draws(choice.then()) || draws(choice.otherwise());
            });
  }

  /// The deal is called as it says itself, or as its assumptions do; the pool is sold for what its
  /// clean-up says.
  private Optional<Deal.CleanUp> cleanUp(
      YamlMap map, GivenNames names, String first, TriggerImport triggers) {
    List<Condition> all = new ArrayList<>();
    called(map, "call", triggers).ifPresent(all::add);
    scenarios.forEach((source, json) ->
        YamlReader.read(source, json, scenario -> called(scenario.names(), "callWhen", triggers))
            .ifPresent(all::add));
    return all.stream()
        .reduce(Condition.Either::new)
        .map(condition -> new Deal.CleanUp(condition, price(map, names, first)));
  }

  private static Optional<Condition> called(YamlMap map, String key, TriggerImport triggers) {
    return map.find(key).filter(at -> !at.isNothing()).flatMap(at -> triggers.called(at.list()));
  }

  private static Formula price(YamlMap map, GivenNames names, String first) {
    Formula nothing = FormulaImport.number(BigDecimal.ZERO);
    for (YamlPlace item :
        GivenNames.entries(map, "waterfall").entrySet().stream()
            .filter(one -> one.getKey().equals(CLEAN_UP))
            .flatMap(one -> one.getValue().list().stream())
            .toList()) {
      Tagged action = Json.tagged(item);
      List<YamlPlace> items =
          action.tag().equals("LiquidatePool") ? action.items(1) : List.<YamlPlace>of();
      if (!items.isEmpty()) {
        Tagged method = Json.tagged(items.getFirst());
        List<YamlPlace> parts = method.items(2);
        if (!method.tag().equals("BalanceFactor")
            || parts.isEmpty()
            || Json.number(parts.get(1)).signum() != 0) {
          method.unknown("price of a pool");
          return nothing;
        }
        if (items.size() > 1 && !names.one(GivenNames.Kind.ACCOUNT, items.get(1)).equals(first)) {
          items
              .get(1)
              .refuse(
                  "absbox-unsupported",
                  first,
                  "What a pool is sold for comes into the account of collections here.");
        }
        return FormulaImport.number(Json.number(parts.getFirst()));
      }
    }
    return nothing;
  }

  /// The waterfalls of a deal by its status.
  private record Waterfalls(
      YamlMap map,
      GivenNames names,
      FormulaImport formulas,
      AccountImport accounts,
      DealDates dates) {

    List<Deal.Waterfall> all(List<Deal.Trigger> triggers) {
      Map<String, YamlPlace> given = GivenNames.entries(map, "waterfall");
      Map<String, YamlPlace> days = new LinkedHashMap<>();
      given.forEach((when, actions) -> {
        if (when.startsWith(DISTRIBUTION)) {
          days.put(ActionsImport.status(when.substring(DISTRIBUTION.length())), actions);
        } else if (!Set.of(CLEAN_UP, "DefaultDistribution", "EndOfPoolCollection").contains(when)
            && !(actions.isList() && actions.list().isEmpty())) {
          actions.refuse(
              "absbox-unsupported", when, "Actions at this time have no counterpart here.");
        }
      });
      Optional<YamlPlace> otherwise = Optional.ofNullable(given.get("DefaultDistribution"));
      Set<String> statuses = new LinkedHashSet<>();
      begin()
          .filter(one -> days.containsKey(one) || otherwise.isPresent())
          .ifPresent(statuses::add);
      statuses.addAll(days.keySet());
      for (Deal.Trigger trigger : triggers) {
        if (trigger.effect() instanceof Deal.Effect.Enter enter) {
          statuses.add(enter.status());
        }
      }
      if (days.isEmpty() && otherwise.isEmpty()) {
        map.place().refuse("absbox", "waterfall", "There is no waterfall of a distribution day.");
      }
      List<Deal.Waterfall> waterfalls = new ArrayList<>();
      for (String status : statuses) {
        Optional<YamlPlace> actions = Optional.ofNullable(days.get(status)).or(() -> otherwise);
        waterfalls.add(
            new Deal.Waterfall(
                status,
                rules(
                    Optional.ofNullable(given.get("EndOfPoolCollection")),
                    actions,
                    status,
                    false)));
      }
      if (given.containsKey(CLEAN_UP)) {
        waterfalls.add(
            new Deal.Waterfall(
                "clean-up",
                rules(
                    Optional.empty(), Optional.ofNullable(given.get(CLEAN_UP)), "clean-up", true)));
      }
      return waterfalls;
    }

    /// The status that the deal begins in; before closing stands which it will be.
    private Optional<String> begin() {
      return map.find("status")
          .filter(at -> !at.isNothing())
          .map(Json::tagged)
          .map(status ->
              status.tag().equals("PreClosing")
                  ? status.contents().map(ActionsImport::status).orElse("amortizing")
                  : ActionsImport.status(status.tag()));
    }

    private List<Rule> rules(
        Optional<YamlPlace> collected, Optional<YamlPlace> actions, String status, boolean call) {
      List<Rule> rules = new ArrayList<>(accounts.passedOn());
      ActionsImport reading = new ActionsImport(formulas, names, status, call);
      collected
          .filter(at -> !at.isNothing() && !at.list().isEmpty())
          .ifPresent(at -> {
            if (months(dates.collect()) != months(dates.pay()) || months(dates.pay()) == 0) {
              at.refuse(
                  "absbox-unsupported",
                  "EndOfPoolCollection",
                  "What is done after each collection is done once for each payment here.");
            }
            rules.addAll(reading.rules(at));
          });
      actions.ifPresent(at -> rules.addAll(reading.rules(at)));
      return rules;
    }

    private static int months(Timing timing) {
      return switch (timing) {
        case Timing.OnDay on -> on.everyMonths();
        case Timing.AtEnd end -> end.everyMonths();
        case Timing.Listed _ -> 0;
      };
    }
  }
}
