package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Rule;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads the actions of one waterfall of AbsBox as rules.
///
/// What only reckons what is due is left out, for that is reckoned on every payment date here. A
/// share of what is due is one of what can be paid of it, as Hastructure has it.
final class ActionsImport {

  private static final Set<String> RECKONING =
      Set.of(
          "CalcFee",
          "CalcBondInt",
          "AccrueInt",
          "AccrueIntGroup",
          "LiqAccrue",
          "WatchVal",
          "Placeholder",
          "RunTrigger");

  private final FormulaImport formulas;
  private final GivenNames names;
  private final String status;
  private final boolean call;
  private final LimitImport limits;
  private final Map<List<String>, Optional<Formula>> reckoned = new HashMap<>();
  private int depth;

  /// @param status whose waterfall it is
  /// @param call whether it is run when the pool is called, which sells it by itself here
  ActionsImport(FormulaImport formulas, GivenNames names, String status, boolean call) {
    this.formulas = formulas;
    this.names = names;
    this.status = status;
    this.call = call;
    limits = new LimitImport(formulas, names);
  }

  /// `{"tag": "DealAccelerated", "contents": null}`, or what a waterfall's key has of it:
  /// `(DealAccelerated Nothing)`.
  static String status(String given) {
    String word = given.replace("(", " ").replace(")", " ").strip().split("\\s+", 2)[0];
    return Json.name(word.toLowerCase(Locale.ROOT));
  }

  static String status(YamlPlace place) {
    return status(Json.tagged(place).tag());
  }

  List<Rule> rules(YamlPlace actions) {
    depth++;
    List<Rule> rules = new ArrayList<>();
    for (YamlPlace item : actions.isNothing() ? List.<YamlPlace>of() : actions.list()) {
      Tagged action = Json.tagged(item);
      boolean sold = call && depth == 1 && action.tag().equals("LiquidatePool");
      otherwise(action);
      if (!sold && !RECKONING.contains(action.tag())) {
        rules.addAll(rule(action));
      }
    }
    depth--;
    return rules;
  }

  /// Interest that is to be reckoned on another balance, or at another rate.
  private static void otherwise(Tagged action) {
    List<YamlPlace> items =
        action.tag().equals("CalcBondInt")
            ? action.contents().filter(YamlPlace::isList).map(YamlPlace::list).orElse(List.of())
            : List.of();
    if (items.size() > 1
        && items.getFirst().isList()
        && items.stream().skip(1).anyMatch(at -> !at.isNothing())) {
      action.unknown("way to reckon interest");
    }
  }

  private List<Rule> rule(Tagged action) {
    return switch (action.tag()) {
      case "ActionWithPre" -> {
        List<YamlPlace> items = action.items(2);
        yield items.isEmpty()
            ? List.of()
            : List.of(new Rule.Choice(condition(items.get(0)), rules(items.get(1)), List.of()));
      }
      case "ActionWithPre2" -> {
        List<YamlPlace> items = action.items(3);
        yield items.isEmpty()
            ? List.of()
            : List.of(
                new Rule.Choice(condition(items.get(0)), rules(items.get(1)), rules(items.get(2))));
      }
      case "TransferMultiple" -> {
        List<YamlPlace> items = action.items(2);
        List<Rule> rules = new ArrayList<>();
        if (!items.isEmpty()) {
          for (YamlPlace one : items.get(0).list()) {
            List<YamlPlace> pair = one.list();
            if (pair.size() == 2) {
              rules.add(transfer(pair.get(0), pair.get(1), items.get(1)));
            }
          }
        }
        yield rules;
      }
      case "Transfer" -> {
        List<YamlPlace> items = action.items(3);
        yield items.isEmpty()
            ? List.of()
            : List.of(transfer(items.get(0), items.get(1), items.get(2)));
      }
      case "WriteOff", "WriteOffBySeq" -> writesOff(action);
      case "CalcBondPrin" -> {
        List<YamlPlace> items = action.items(3);
        if (!items.isEmpty()) {
          List<String> of = names.several(Kind.TRANCHE, items.get(2));
          reckoned.put(
              of, limits.limit(items.get(0), new LimitImport.Due(of, ".principal"), items.get(1)));
        }
        yield List.of();
      }
      case "PayPrinWithDue" -> {
        List<YamlPlace> items = action.items(2);
        if (items.isEmpty()) {
          yield List.of();
        }
        List<String> of = names.several(Kind.TRANCHE, items.get(1));
        if (!reckoned.containsKey(of)) {
          action.unknown("payment of principal that was not reckoned for the same tranches");
        }
        yield List.of(
            step(
                new Rule.Action.Principal(of, together(of), false),
                reckoned.getOrDefault(of, Optional.empty()),
                items.get(0),
                List.of()));
      }
      case "PayPrinResidual" -> {
        List<YamlPlace> items = action.items(2);
        if (items.isEmpty()) {
          yield List.of();
        }
        List<String> of = names.several(Kind.TRANCHE, items.get(1));
        if (of.stream().anyMatch(one -> names.hasPlan(one) || names.isLocked(one))) {
          action.unknown("payment beyond a plan");
        }
        yield List.of(
            step(
                new Rule.Action.Principal(of, together(of), false),
                Optional.empty(),
                items.get(0),
                List.of()));
      }
      case "PayIntGroup", "AccrueAndPayIntGroup", "PayPrinGroup" -> group(action);
      case "BuyAsset", "BuyAssetFrom" -> {
        List<YamlPlace> items = action.items(3);
        if (items.isEmpty()) {
          yield List.of();
        }
        Tagged price = Json.tagged(items.get(1));
        List<YamlPlace> parts = price.items(1);
        if (!price.tag().equals("BalanceFactor")
            || parts.isEmpty()
            || Json.number(parts.getFirst()).compareTo(BigDecimal.ONE) != 0) {
          price.unknown("price of what is bought");
        }
        yield List.of(
            step(
                new Rule.Action.Buy(),
                limits.ofCash(items.get(0), items.get(2), ""),
                items.get(2),
                List.of()));
      }
      case "LiqSupport", "LiqRepay" -> new SupportImport(names, limits).rules(action);
      default -> payment(action);
    };
  }

  /// `[limit, account, names, support]`
  private List<Rule> payment(Tagged action) {
    List<YamlPlace> items = action.items(3);
    if (items.isEmpty()) {
      return List.of();
    }
    YamlPlace to = items.get(2);
    return switch (action.tag()) {
      case "PayFee", "CalcAndPayFee" -> {
        List<String> fees = names.several(Kind.FEE, to);
        yield paid(
            new Rule.Action.Fees(fees, together(fees)), new LimitImport.Due(fees, ".due"), items);
      }
      case "PayFeeBySeq" -> {
        List<String> fees = names.several(Kind.FEE, to);
        yield paid(
            new Rule.Action.Fees(fees, Rule.Order.SEQUENTIAL),
            new LimitImport.Due(fees, ".due"),
            items);
      }
      case "PayInt", "AccrueAndPayInt" -> {
        List<String> of = names.several(Kind.TRANCHE, to);
        yield interest(of, together(of), items);
      }
      case "PayIntBySeq", "AccrueAndPayIntBySeq" ->
          interest(names.several(Kind.TRANCHE, to), Rule.Order.SEQUENTIAL, items);
      case "PayPrin" -> {
        List<String> of = names.several(Kind.TRANCHE, to);
        yield principal(of, together(of), items);
      }
      case "PayPrinBySeq" ->
          principal(names.several(Kind.TRANCHE, to), Rule.Order.SEQUENTIAL, items);
      case "PayIntPrinBySeq", "AccrueAndPayIntPrinBySeq" -> {
        List<Rule> rules = new ArrayList<>();
        for (String one : names.several(Kind.TRANCHE, to)) {
          rules.addAll(interest(List.of(one), Rule.Order.SEQUENTIAL, items));
          rules.addAll(principal(List.of(one), Rule.Order.SEQUENTIAL, items));
        }
        if (!items.getFirst().isNothing() && rules.size() > 2) {
          action.unknown("limit of several payments together");
        }
        yield rules;
      }
      case "PayIntResidual" -> residual(names.several(Kind.TRANCHE, to), items);
      case "PayFeeResidual" -> residual(names.several(Kind.FEE, to), items);
      default -> {
        action.unknown("action");
        yield List.of();
      }
    };
  }

  private List<Rule> group(Tagged action) {
    List<YamlPlace> items = action.items(4);
    if (items.isEmpty()) {
      return List.of();
    }
    List<String> of = names.group(items.get(2));
    Tagged by = Json.tagged(items.get(3));
    Rule.Order order = Rule.Order.SEQUENTIAL;
    switch (by.tag()) {
      case "ByProRataCurBal" -> order = together(of);
      case "ByName" -> of = of.stream().sorted().toList();
      case "ByCustomNames" ->
          of = by.contents().map(at -> names.several(Kind.TRANCHE, at)).orElse(of);
      default -> by.unknown("order of a group");
    }
    List<YamlPlace> rest = new ArrayList<>(items.subList(0, 3));
    items.stream().skip(4).forEach(rest::add);
    return action.tag().equals("PayPrinGroup")
        ? principal(of, order, rest)
        : interest(of, order, rest);
  }

  private List<Rule> interest(List<String> of, Rule.Order order, List<YamlPlace> items) {
    return paid(
        new Rule.Action.Interest(of, order), new LimitImport.Due(of, ".due-interest"), items);
  }

  private List<Rule> principal(List<String> of, Rule.Order order, List<YamlPlace> items) {
    return paid(
        new Rule.Action.Principal(of, order, false), new LimitImport.Due(of, ".principal"), items);
  }

  /// What is paid of something due, with whatever steps in.
  private List<Rule> paid(Rule.Action what, LimitImport.Due due, List<YamlPlace> items) {
    Optional<Formula> limit = limits.limit(items.get(0), due, items.get(1));
    if (items.size() < 4 || items.get(3).isNothing()) {
      return List.of(step(what, limit, items.get(1), List.of()));
    }
    Tagged support = Json.tagged(items.get(3));
    if (!support.tag().equals("WithCondition")) {
      return List.of(step(what, limit, items.get(1), supports(support)));
    }
    List<YamlPlace> pair = support.items(2);
    return pair.isEmpty()
        ? List.of()
        : List.of(
            new Rule.Choice(
                condition(pair.get(0)),
                List.of(step(what, limit, items.get(1), supports(Json.tagged(pair.get(1))))),
                List.of(step(what, limit, items.get(1), List.of()))));
  }

  private List<String> supports(Tagged support) {
    return switch (support.tag()) {
      case "SupportAccount" -> {
        List<YamlPlace> items =
            support.contents().filter(YamlPlace::isList).map(YamlPlace::list).orElse(List.of());
        items.stream()
            .skip(1)
            .filter(one -> !one.isNothing())
            .forEach(
                one -> one.refuse("absbox-unsupported", "ledger", "This has no counterpart here."));
        yield items.isEmpty()
            ? support.contents().map(at -> names.several(Kind.ACCOUNT, at)).orElse(List.of())
            : List.of(names.one(Kind.ACCOUNT, items.getFirst()));
      }
      case "SupportLiqFacility" ->
          support.contents().map(at -> names.several(Kind.SUPPORT, at)).orElse(List.of());
      case "MultiSupport" ->
          support.items(1).stream().flatMap(one -> supports(Json.tagged(one)).stream()).toList();
      default -> {
        support.unknown("support");
        yield List.of();
      }
    };
  }

  private List<Rule> residual(List<String> to, List<YamlPlace> items) {
    return to.stream()
        .limit(1)
        .map(name ->
            step(
                new Rule.Action.Residual(name),
                limits.ofCash(items.get(0), items.get(1), ""),
                items.get(1),
                List.of()))
        .toList();
  }

  private Rule transfer(YamlPlace limit, YamlPlace from, YamlPlace to) {
    String account = names.one(Kind.ACCOUNT, to);
    return step(
        new Rule.Action.Transfer(account), limits.ofCash(limit, from, account), from, List.of());
  }

  /// Junior tranches are listed first: those after them bear what is left.
  private List<Rule> writesOff(Tagged action) {
    List<YamlPlace> items = action.items(2);
    if (items.isEmpty()) {
      return List.of();
    }
    List<String> of = names.several(Kind.TRANCHE, items.get(1));
    List<Rule> rules = new ArrayList<>();
    for (int i = of.size() - 1; i >= 0; i--) {
      Optional<Formula> most = limits.amount(items.get(0));
      if (most.isPresent() && i > 0) {
        most =
            Optional.of(
                FormulaImport.floored(
                    new Formula.Arithmetic(
                        Formula.Operator.MINUS,
                        most.get(),
                        FormulaImport.sum(of.subList(0, i), ""))));
      }
      rules.add(new Rule.Step(new Rule.Action.WriteOff(of.get(i)), most, List.of(), List.of()));
    }
    return rules;
  }

  private Rule step(Rule.Action what, Optional<Formula> limit, YamlPlace from, List<String> with) {
    return new Rule.Step(what, limit, List.of(names.one(Kind.ACCOUNT, from)), with);
  }

  private Condition condition(YamlPlace place) {
    return new ConditionImport(formulas, names, status).condition(place);
  }

  /// Several are paid by what is due.
  static Rule.Order together(List<String> of) {
    return of.size() > 1 ? Rule.Order.PRO_RATA : Rule.Order.SEQUENTIAL;
  }
}
