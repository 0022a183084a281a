package org.zhiheng.cashflow.absbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Names;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads the triggers of AbsBox that change the status of a deal, and when it is called.
///
/// A status that is entered when a distribution begins holds from the next one on there. Where the
/// condition asks for the pool or the date alone it comes to the same to look after the payments. A
/// trigger that is cured stays where it led there; so none is curable here.
final class TriggerImport {

  private final FormulaImport formulas;
  private final GivenNames names;

  TriggerImport(FormulaImport formulas, GivenNames names) {
    this.formulas = formulas;
    this.names = names;
  }

  List<Deal.Trigger> all(YamlMap deal) {
    List<Deal.Trigger> triggers = new ArrayList<>();
    GivenNames.entries(deal, "triggers")
        .forEach((cycle, place) -> {
          if (place.isList()) {
            place.refuse("absbox-unsupported", cycle, "Triggers have names here.");
          } else {
            place
                .names()
                .entries()
                .forEach((name, trigger) ->
                    trigger(Json.name(name), cycle, trigger.names()).ifPresent(triggers::add));
          }
        });
    return triggers;
  }

  private Optional<Deal.Trigger> trigger(String name, String cycle, YamlMap map) {
    Optional<YamlPlace> effects = map.find("trgEffects");
    Optional<YamlPlace> when = map.find("trgCondition");
    if (effects.isEmpty() || when.isEmpty()) {
      map.place().refuse("absbox", name, "A trigger has a condition and an effect.");
      return Optional.empty();
    }
    List<String> statuses = new ArrayList<>();
    statuses(Json.tagged(effects.get()), statuses);
    if (statuses.size() > 1) {
      Json.tagged(effects.get()).unknown("trigger with several changes of status");
    }
    // what is run within a waterfall only looks again
    if (statuses.isEmpty() || cycle.equals("InWF")) {
      return Optional.empty();
    }
    Condition condition = new ConditionImport(formulas, names, "").condition(when.get());
    boolean after =
        switch (cycle) {
          case "EndDistributionWF" -> true;
          case "BeginDistributionWF" -> ofPoolOrDate(condition);
          case "EndCollection", "EndCollectionWF" -> false;
          default -> {
            map.place()
                .refuse("absbox-unsupported", cycle, "Triggers at this time have no counterpart.");
            yield false;
          }
        };
    return Optional.of(
        new Deal.Trigger(
            name, condition, false, after, new Deal.Effect.Enter(statuses.getFirst())));
  }

  private static boolean ofPoolOrDate(Condition condition) {
    return switch (condition) {
      case Condition.Compare compare ->
          ofPoolOrDate(compare.left()) && ofPoolOrDate(compare.right());
      case Condition.Both both -> ofPoolOrDate(both.left()) && ofPoolOrDate(both.right());
      case Condition.Either either -> ofPoolOrDate(either.left()) && ofPoolOrDate(either.right());
      case Condition.Not not -> ofPoolOrDate(not.condition());
      case Condition.Running running -> ofPoolOrDate(running.condition());
      case Condition.Flag _ -> false;
    };
  }

  private static boolean ofPoolOrDate(Formula formula) {
    return switch (formula) {
      case Formula.Name name -> Names.OF_POOL.contains(name.name()) && !name.name().equals("cash");
      case Formula.Arithmetic both -> ofPoolOrDate(both.left()) && ofPoolOrDate(both.right());
      case Formula.Extreme extreme -> extreme.of().stream().allMatch(TriggerImport::ofPoolOrDate);
      case Formula.Literal _, Formula.Day _, Formula.PerYear _ -> true;
      case Formula.Call _ -> false;
    };
  }

  private static void statuses(Tagged effect, List<String> into) {
    switch (effect.tag()) {
      case "DealStatusTo" -> effect.contents().map(ActionsImport::status).ifPresent(into::add);
      case "TriggerEffects" -> effect.items(1).forEach(one -> statuses(Json.tagged(one), into));
      // what it accrues is reckoned on every payment date here
      case "DoAccrueFee", "DoNothing" -> {}
      default -> effect.unknown("effect of a trigger");
    }
  }

  /// Any of these calls the deal; none where the list is empty.
  Optional<Condition> called(List<YamlPlace> options) {
    return options.stream().map(this::call).flatMap(Optional::stream).reduce(Condition.Either::new);
  }

  private Optional<Condition> call(YamlPlace place) {
    Tagged option = Json.tagged(place);
    return switch (option.tag()) {
      case "LegacyOpts", "Or" -> called(option.items(1));
      case "And" ->
          option.items(1).stream()
              .map(this::call)
              .flatMap(Optional::stream)
              .reduce(Condition.Both::new);
      case "CallPredicate" ->
          option.items(1).stream()
              .map(new ConditionImport(formulas, names, "")::condition)
              .reduce(Condition.Either::new);
      case "Pre" -> option.contents().map(new ConditionImport(formulas, names, "")::condition);
      case "PoolBalance" -> below(option, FormulaImport.name("pool"));
      case "BondBalance" ->
          below(option, FormulaImport.sum(names.all(GivenNames.Kind.TRANCHE), ""));
      case "PoolFactor" -> below(option, FormulaImport.name("pool-factor"));
      case "OnDate" -> day(option, Condition.Sign.SAME);
      case "AfterDate" -> day(option, Condition.Sign.MORE);
      default -> {
        option.unknown("way to call a deal");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Condition> below(Tagged option, Formula what) {
    return option
        .contents()
        .map(at ->
            new Condition.Compare(
                Condition.Sign.LESS, what, FormulaImport.number(Json.number(at))));
  }

  private static Optional<Condition> day(Tagged option, Condition.Sign sign) {
    return option
        .contents()
        .map(at ->
            new Condition.Compare(sign, FormulaImport.name("date"), new Formula.Day(at.date())));
  }
}
