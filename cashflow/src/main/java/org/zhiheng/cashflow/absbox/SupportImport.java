package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Rule;
import org.zhiheng.cashflow.deal.Support;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// Reads liquidity providers, and what a waterfall does with them.
///
/// What is repaid pays what the line costs first, whichever part AbsBox names.
final class SupportImport {

  /// An account that never holds anything: what is taken from it comes from the line alone.
  static final String EMPTY = "nothing_held";

  private final GivenNames names;
  private final LimitImport limits;

  SupportImport(GivenNames names, LimitImport limits) {
    this.names = names;
    this.limits = limits;
  }

  static List<Support> all(YamlMap deal, GivenNames names, FormulaImport formulas) {
    List<Support> supports = new ArrayList<>();
    GivenNames.entries(deal, "liqProvider")
        .forEach((given, place) ->
            supports.add(support(names.known(Kind.SUPPORT, given), place.names(), formulas)));
    return supports;
  }

  private static Support support(String name, YamlMap line, FormulaImport formulas) {
    Json.refuseUnlessNothing(line, List.of("liqBalance", "liqDueInt", "liqDuePremium"));
    Json.refuseIfThere(line, Set.of("liqEnds"));
    Optional<Formula> cap = Optional.empty();
    Optional<YamlPlace> type = line.find("liqType");
    if (type.isPresent()) {
      Tagged tagged = Json.tagged(type.get());
      switch (tagged.tag()) {
        case "FixSupport" -> {
          cap = tagged.contents().map(SupportImport::literal);
          long most = tagged.contents().map(Json::amount).orElse(0L);
          line.find("liqCredit")
              .filter(at -> !at.isNothing() && !at.isMap())
              .filter(at -> Json.amount(at) < most)
              .ifPresent(at ->
                  at.refuse(
                      "absbox-unsupported", "liqCredit", "A line begins with all of it here."));
        }
        case "ByPct" -> {
          List<YamlPlace> items = tagged.items(2);
          if (!items.isEmpty()) {
            cap =
                Optional.of(
                    new Formula.Arithmetic(
                        Formula.Operator.TIMES,
                        new Formula.Literal(
                            BigDecimal.valueOf(Json.rate(items.get(1)).billionths(), 9), true),
                        formulas.formula(items.get(0))));
          }
        }
        case "UnLimit" -> cap = Optional.empty();
        default -> tagged.unknown("kind of support");
      }
    }
    return new Support(
        name,
        Support.Kind.LIQUIDITY,
        cap,
        false,
        List.of(),
        rate(line, "liqRate"),
        rate(line, "liqPremiumRate"),
        DayCount.ACT_365F);
  }

  private static Rate.PerYear rate(YamlMap line, String key) {
    Optional<YamlPlace> given = line.find(key).filter(at -> !at.isNothing());
    if (given.isPresent()) {
      return Json.rate(given.get());
    }
    Optional<Tagged> type = line.find(key + "Type").filter(at -> !at.isNothing()).map(Json::tagged);
    if (type.isEmpty()) {
      return new Rate.PerYear(0);
    }
    List<YamlPlace> items = type.get().items(2);
    if (!type.get().tag().equals("Fix") || items.isEmpty()) {
      type.get().unknown("rate of a line");
      return new Rate.PerYear(0);
    }
    return Json.rate(items.get(1));
  }

  private static Formula literal(YamlPlace at) {
    return new Formula.Literal(BigDecimal.valueOf(Json.amount(at), 2), false);
  }

  /// Here the cost of a line is repaid first and then what was drawn, never one alone.
  private void repaid(Tagged what, String line) {
    List<String> parts =
        what.tag().equals("LiqRepayTypes")
            ? what.items(1).stream().map(one -> Json.tagged(one).tag()).toList()
            : List.of(what.tag());
    boolean cost = parts.contains("LiqInt") || parts.contains("LiqPremium");
    if (!parts.contains("LiqBal") || (!cost && names.costs(line))) {
      what.unknown("repayment of a part");
    }
  }

  /// What one action on a line comes to.
  List<Rule> rules(Tagged action) {
    List<YamlPlace> items = action.items(4);
    if (items.isEmpty()) {
      return List.of();
    }
    if (action.tag().equals("LiqRepay")) {
      repaid(Json.tagged(items.get(1)), names.one(Kind.SUPPORT, items.get(3)));
      return List.of(
          new Rule.Step(
              new Rule.Action.Repay(names.one(Kind.SUPPORT, items.get(3))),
              limits.ofCash(items.get(0), items.get(2), ""),
              List.of(names.one(Kind.ACCOUNT, items.get(2))),
              List.of()));
    }
    List<String> with = List.of(names.one(Kind.SUPPORT, items.get(1)));
    Optional<Formula> most = limits.amount(items.get(0));
    String into = Json.tagged(items.get(2)).tag();
    Rule.Action what;
    switch (into) {
      case "LiqToAcc" -> {
        if (most.isEmpty()) {
          action.unknown("drawing without a limit");
        }
        what =
            new Rule.Action.Transfer(
                names.several(Kind.ACCOUNT, items.get(3)).stream().findFirst().orElse(""));
      }
      case "LiqToBondInt" -> {
        List<String> of = names.several(Kind.TRANCHE, items.get(3));
        what = new Rule.Action.Interest(of, ActionsImport.together(of));
      }
      case "LiqToFee" -> {
        List<String> of = names.several(Kind.FEE, items.get(3));
        what = new Rule.Action.Fees(of, ActionsImport.together(of));
      }
      default -> {
        action.unknown("way to draw on a line");
        return List.of();
      }
    }
    return List.of(new Rule.Step(what, most, List.of(EMPTY), with));
  }
}
