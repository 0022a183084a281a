package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Fee;
import org.zhiheng.cashflow.deal.Rule;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads the waterfalls of AbsBox.
final class ActionsImport {

  private static final String DISTRIBUTION = "DistributionDay ";

  private final List<String> tranches;
  private final List<String> fees;
  private final List<String> accounts;

  ActionsImport(List<Tranche> tranches, List<Fee> fees, Set<String> accounts) {
    this.accounts = List.copyOf(accounts);
    this.tranches = tranches.stream().map(Tranche::name).toList();
    this.fees = fees.stream().map(Fee::name).toList();
  }

  List<Deal.Waterfall> waterfalls(YamlMap map) {
    List<Deal.Waterfall> days = new ArrayList<>();
    List<Deal.Waterfall> ends = new ArrayList<>();
    map.find("waterfall")
        .ifPresent(at ->
            at.names()
                .entries()
                .forEach((when, actions) -> {
                  if (when.startsWith(DISTRIBUTION)) {
                    String status = when.substring(DISTRIBUTION.length()).toLowerCase(Locale.ROOT);
                    days.add(new Deal.Waterfall(Json.name(status), rules(actions, false)));
                  } else if (when.equals("CleanUp")) {
                    ends.add(new Deal.Waterfall("clean-up", rules(actions, true)));
                  } else if (!(actions.isList() && actions.list().isEmpty())) {
                    actions.refuse(
                        "absbox-unsupported",
                        when,
                        "Actions at this time have no counterpart here.");
                  }
                }));
    if (days.isEmpty()) {
      map.place().refuse("absbox", "waterfall", "There is no waterfall of a distribution day.");
    }
    days.addAll(ends);
    return days;
  }

  /// @param call whether they run when the pool is called, which sells it by itself here
  private List<Rule> rules(YamlPlace actions, boolean call) {
    List<Rule> rules = new ArrayList<>();
    for (YamlPlace item : actions.isList() ? actions.list() : List.<YamlPlace>of()) {
      Tagged action = Json.tagged(item);
      if (!(call && action.tag().equals("LiquidatePool"))) {
        rule(action).ifPresent(rules::add);
      }
    }
    return rules;
  }

  private Optional<Rule> rule(Tagged action) {
    // what is accrued when it is paid is accrued on every payment date here
    if (List.of("CalcFee", "CalcBondInt", "AccrueInt").contains(action.tag())) {
      return Optional.empty();
    }
    List<YamlPlace> items = action.items(3);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    if (items.size() > 3 && !items.get(3).isNothing()) {
      items.get(3).refuse("absbox-unsupported", action.tag(), "Support has no counterpart here.");
    }
    Rule.Action what;
    switch (action.tag()) {
      case "PayFee" -> what = new Rule.Action.Fees(names(items.get(2), fees), together(items));
      case "PayFeeBySeq" ->
          what = new Rule.Action.Fees(names(items.get(2), fees), Rule.Order.SEQUENTIAL);
      case "PayInt", "AccrueAndPayInt" ->
          what = new Rule.Action.Interest(names(items.get(2), tranches), together(items));
      case "PayIntBySeq", "AccrueAndPayIntBySeq" ->
          what = new Rule.Action.Interest(names(items.get(2), tranches), Rule.Order.SEQUENTIAL);
      case "PayPrin" ->
          what = new Rule.Action.Principal(names(items.get(2), tranches), together(items), false);
      case "PayPrinBySeq" ->
          what =
              new Rule.Action.Principal(
                  names(items.get(2), tranches), Rule.Order.SEQUENTIAL, false);
      case "PayIntResidual" -> what = new Rule.Action.Residual(name(items.get(2), tranches));
      case "PayFeeResidual" -> what = new Rule.Action.Residual(name(items.get(2), fees));
      case "Transfer" -> what = new Rule.Action.Transfer(account(items.get(2)));
      default -> {
        action.unknown("action");
        return Optional.empty();
      }
    }
    return Optional.of(
        new Rule.Step(what, limit(items.get(0)), List.of(account(items.get(1))), List.of()));
  }

  /// Several are paid by what is due.
  private static Rule.Order together(List<YamlPlace> items) {
    return items.get(2).isList() && items.get(2).list().size() > 1
        ? Rule.Order.PRO_RATA
        : Rule.Order.SEQUENTIAL;
  }

  private String account(YamlPlace place) {
    String name = Json.name(place.text());
    if (!accounts.contains(name)) {
      place.refuse("absbox", name, YamlPlace.nearest("account", name, accounts));
    }
    return name;
  }

  private static List<String> names(YamlPlace place, List<String> known) {
    List<String> names = new ArrayList<>();
    for (YamlPlace one : place.oneOrMore()) {
      String name = Json.name(one.text());
      if (!known.contains(name)) {
        one.refuse("absbox", name, YamlPlace.nearest("name", name, known));
      } else if (names.contains(name)) {
        one.refuse("absbox", name, "A name stands once in a list: it is paid once.");
      }
      names.add(name);
    }
    return names;
  }

  /// The first of the names; where none stands that is refused.
  private static String name(YamlPlace place, List<String> known) {
    List<String> names = names(place, known);
    if (names.isEmpty()) {
      place.refuse("absbox", "", "A name is missing.");
      return "";
    }
    return names.getFirst();
  }

  private static Optional<Formula> limit(YamlPlace place) {
    if (place.isNothing()) {
      return Optional.empty();
    }
    Tagged tagged = Json.tagged(place);
    Map<String, Boolean> percent = Map.of("DuePct", true, "DueCapAmt", false);
    if (!percent.containsKey(tagged.tag()) || tagged.contents().isEmpty()) {
      tagged.unknown("limit");
      return Optional.empty();
    }
    YamlPlace number = tagged.contents().get();
    if (percent.getOrDefault(tagged.tag(), false)) {
      return Optional.of(
          new Formula.Literal(BigDecimal.valueOf(Json.rate(number).billionths(), 9), true));
    }
    return Optional.of(new Formula.Literal(BigDecimal.valueOf(Json.amount(number), 2), false));
  }
}
