package org.zhiheng.cashflow.deal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// The names of a deal, and what formulas and rules may call. Everything else is refused where it
/// stands, with the nearest name.
///
/// @param tranches of the deal
/// @param fees with the deductions
/// @param accounts the first takes the collections
/// @param supports of the deal
/// @param hedges of the deal
/// @param ledgers of deficiency
/// @param statuses those that have a waterfall
public record Names(
    List<String> tranches,
    List<String> fees,
    List<String> accounts,
    List<String> supports,
    List<String> hedges,
    List<String> ledgers,
    List<String> statuses) {

  /// Of the pool, its flows since the last payment date, and of the deal.
  public static final Set<String> OF_POOL =
      Set.of(
          "pool",
          "pool.begin",
          "pool.penalty",
          "pool.original",
          "pool.interest",
          "pool.principal",
          "pool.prepay",
          "pool.default",
          "pool.recovery",
          "pool.cash",
          "pool.cum-default",
          "pool.cum-recovery",
          "pool.cum-loss",
          "pool-factor",
          "cum-default",
          "cum-loss",
          "net-licence-income",
          "cash",
          "date",
          "period");

  /// Of a tranche.
  static final List<String> OF_TRANCHE =
      List.of(
          "balance",
          "original",
          "interest",
          "principal",
          "due-interest",
          "paid-interest",
          "paid-principal",
          "written-off");

  /// Holds the lists unchangeable.
  public Names {
    tranches = List.copyOf(tranches);
    fees = List.copyOf(fees);
    accounts = List.copyOf(accounts);
    supports = List.copyOf(supports);
    hedges = List.copyOf(hedges);
    ledgers = List.copyOf(ledgers);
    statuses = List.copyOf(statuses);
  }

  /// All that a formula may call.
  Set<String> formulas() {
    Set<String> known = new LinkedHashSet<>(OF_POOL);
    for (String tranche : tranches) {
      known.add(tranche);
      OF_TRANCHE.forEach(part -> known.add(tranche + "." + part));
    }
    fees.forEach(fee -> known.addAll(List.of(fee, fee + ".due", fee + ".paid")));
    accounts.forEach(
        account -> known.addAll(List.of(account, account + ".target", account + ".gap")));
    supports.forEach(
        support -> known.addAll(List.of(support, support + ".drawn", support + ".available")));
    hedges.forEach(hedge ->
        known.addAll(List.of(hedge, hedge + ".due", hedge + ".paid", hedge + ".received")));
    ledgers.forEach(known::add);
    return known;
  }

  /// Refuses what a formula calls and the deal has not.
  void check(Formula formula, YamlPlace place) {
    check(formula, place, formulas());
  }

  /// Refuses what a condition calls and the deal has not.
  void check(Condition condition, YamlPlace place) {
    check(condition, place, formulas());
  }

  /// Refuses what a rule calls and the deal has not.
  void check(Rule rule, YamlPlace place) {
    switch (rule) {
      case Rule.Choice choice -> {
        check(choice.when(), place);
        choice.then().forEach(then -> check(then, place));
        choice.otherwise().forEach(then -> check(then, place));
      }
      case Rule.Step step -> {
        step.limit().ifPresent(limit -> check(limit, place));
        step.from().forEach(from -> known("account", from, accounts, place));
        List<String> sources = new ArrayList<>(accounts);
        sources.addAll(supports);
        step.with().forEach(with -> known("account or support", with, sources, place));
        check(step.action(), place);
      }
    }
  }

  /// Refuses a name that is none of these.
  static void known(String what, String name, List<String> known, YamlPlace place) {
    if (!known.contains(name)) {
      unknown(what, name, known, place);
    }
  }

  private void check(Rule.Action action, YamlPlace place) {
    switch (action) {
      case Rule.Action.Fees fees -> {
        List<String> all = new ArrayList<>(this.fees);
        fees.names().forEach(name -> known("fee or rule", name, all, place));
      }
      case Rule.Action.Hedges hedged ->
          hedged.names().forEach(name -> known("hedge", name, hedges, place));
      case Rule.Action.Interest interest ->
          interest.names().forEach(name -> known("tranche", name, tranches, place));
      case Rule.Action.Principal principal ->
          principal.names().forEach(name -> known("tranche", name, tranches, place));
      case Rule.Action.Residual residual -> {
        List<String> all = new ArrayList<>(tranches);
        all.addAll(fees);
        known("tranche or fee", residual.name(), all, place);
      }
      case Rule.Action.Fill fill -> known("account", fill.account(), accounts, place);
      case Rule.Action.Release release -> known("account", release.account(), accounts, place);
      case Rule.Action.Transfer transfer -> known("account", transfer.account(), accounts, place);
      case Rule.Action.Repay repay -> known("support", repay.support(), supports, place);
      case Rule.Action.WriteOff off -> known("tranche", off.tranche(), tranches, place);
      case Rule.Action.Book book -> known("ledger", book.ledger(), ledgers, place);
      case Rule.Action.Cure cure -> known("ledger", cure.ledger(), ledgers, place);
      case Rule.Action.Buy _ -> {}
    }
  }

  private void check(Formula formula, YamlPlace place, Set<String> known) {
    switch (formula) {
      case Formula.Name name -> {
        if (!known.contains(name.name())) {
          unknown("name", name.name(), List.copyOf(known), place);
        }
      }
      case Formula.Call call -> {
        Map<String, List<String>> parts =
            Map.of(
                "due",
                tranches.stream()
                    .flatMap(
                        name -> List.of(name, name + ".interest", name + ".principal").stream())
                    .toList());
        List<String> may = parts.getOrDefault(call.function(), tranches);
        if (!may.contains(call.name()) && !known.contains(call.name())) {
          unknown("tranche", call.name(), may, place);
        } else if (!may.contains(call.name()) && !call.function().equals("balance")) {
          unknown("tranche", call.name(), may, place);
        }
      }
      case Formula.Arithmetic arithmetic -> {
        check(arithmetic.left(), place, known);
        check(arithmetic.right(), place, known);
      }
      case Formula.Extreme extreme -> extreme.of().forEach(each -> check(each, place, known));
      case Formula.Literal _, Formula.Day _, Formula.PerYear _ -> {}
    }
  }

  private void check(Condition condition, YamlPlace place, Set<String> known) {
    switch (condition) {
      case Condition.Compare compare -> {
        check(compare.left(), place, known);
        check(compare.right(), place, known);
      }
      case Condition.Both both -> {
        check(both.left(), place, known);
        check(both.right(), place, known);
      }
      case Condition.Either either -> {
        check(either.left(), place, known);
        check(either.right(), place, known);
      }
      case Condition.Not not -> check(not.condition(), place, known);
      case Condition.Running running -> check(running.condition(), place, known);
      case Condition.Flag _ -> {}
    }
  }

  private static void unknown(String what, String name, List<String> known, YamlPlace place) {
    String text = place.isMap() || place.isList() ? "" : place.text();
    int into = Math.max(0, text.indexOf(name));
    place.refuse("deal-name", into, name, YamlPlace.nearest(what, name, known));
  }
}
