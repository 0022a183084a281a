package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Rule;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.formula.Formula.Operator;
import org.zhiheng.cashflow.yaml.YamlMap;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads the accounts of AbsBox, and where what is collected goes.
///
/// All collections come into one account here; the first rules of every waterfall pass on what goes
/// to others. What no rule of collection takes leaves the deal there: it goes to an account that
/// nothing is paid from.
final class AccountImport {

  /// What a pool brings in, each as formulas call it.
  private static final List<String> SOURCES =
      List.of("pool.interest", "pool.principal", "pool.prepay", "pool.recovery", "pool.penalty");

  private final GivenNames names;
  private final FormulaImport formulas;
  private final String first;
  private final List<Rule> passedOn = new ArrayList<>();
  private boolean leaves;

  AccountImport(YamlMap deal, GivenNames names, FormulaImport formulas) {
    this.names = names;
    this.formulas = formulas;
    Map<String, Map<String, BigDecimal>> shares = shares(deal);
    first =
        shares.values().stream()
            .flatMap(to -> to.keySet().stream())
            .findFirst()
            .or(() -> names.all(Kind.ACCOUNT).stream().findFirst())
            .orElse("collect");
    boolean penalties = deal.place().isMap() && mentionsPenalty(deal);
    for (String source : SOURCES) {
      Map<String, BigDecimal> to = shares.getOrDefault(source, Map.of());
      BigDecimal left = BigDecimal.ONE;
      if (to.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(BigDecimal.ONE)
          > 0) {
        deal.place()
            .refuse("absbox", source, "More than all of what is collected is given to accounts.");
      }
      for (Map.Entry<String, BigDecimal> share : to.entrySet()) {
        left = left.subtract(share.getValue());
        if (!share.getKey().equals(first)) {
          passedOn.add(pass(share.getKey(), share.getValue(), source));
        }
      }
      if (left.signum() > 0 && (!source.equals("pool.penalty") || penalties)) {
        leaves = true;
        passedOn.add(pass(AbsBoxImport.NOT_COLLECTED, left, source));
      }
    }
  }

  /// The account that all collections come into.
  String first() {
    return first;
  }

  /// The rules that pass on what goes to other accounts.
  List<Rule> passedOn() {
    return passedOn;
  }

  /// All accounts, that of collections first.
  ///
  /// @param empty whether one is needed that never holds anything
  List<Deal.Account> all(YamlMap deal, boolean empty) {
    Map<String, Deal.Account> accounts = new LinkedHashMap<>();
    accounts.put(first, new Deal.Account(first, 0, Optional.empty()));
    GivenNames.entries(deal, "accounts")
        .forEach((given, place) -> {
          YamlMap account = place.names();
          Json.refuseIfThere(account, Set.of("accInterest"));
          String name = names.known(Kind.ACCOUNT, given);
          long opening = account.find("accBalance").map(Json::amount).orElse(0L);
          Optional<Formula> target =
              account.find("accType").filter(at -> !at.isNothing()).map(this::target);
          accounts.put(name, new Deal.Account(name, opening, target));
        });
    if (leaves) {
      accounts.put(
          AbsBoxImport.NOT_COLLECTED,
          new Deal.Account(AbsBoxImport.NOT_COLLECTED, 0, Optional.empty()));
    }
    if (empty) {
      accounts.put(SupportImport.EMPTY, new Deal.Account(SupportImport.EMPTY, 0, Optional.empty()));
    }
    return List.copyOf(accounts.values());
  }

  /// The part of each source that goes to each account.
  private Map<String, Map<String, BigDecimal>> shares(YamlMap deal) {
    Map<String, Map<String, BigDecimal>> shares = new LinkedHashMap<>();
    for (YamlPlace item : deal.items("collects")) {
      Tagged collect = Json.tagged(item);
      List<YamlPlace> given = collect.items(2);
      if (given.isEmpty()) {
        continue;
      }
      // older: without the pools
      if (given.size() > 2 && !given.getFirst().isNothing()) {
        formulas.pools(given.getFirst());
      }
      List<YamlPlace> items = given.size() > 2 ? given.subList(1, given.size()) : given;
      Map<String, BigDecimal> to = new LinkedHashMap<>();
      switch (collect.tag()) {
        case "Collect" -> to.put(names.one(Kind.ACCOUNT, items.get(1)), BigDecimal.ONE);
        case "CollectByPct" ->
            items
                .get(1)
                .list()
                .forEach(one -> {
                  List<YamlPlace> pair = one.list();
                  if (pair.size() == 2) {
                    to.merge(
                        names.one(Kind.ACCOUNT, pair.get(1)),
                        Json.number(pair.get(0)),
                        BigDecimal::add);
                  }
                });
        default -> collect.unknown("collection rule");
      }
      List<String> sources =
          formulas
              .source(items.get(0))
              .map(source -> source.equals("pool.cash") ? SOURCES : List.of(source))
              .orElse(List.of());
      sources.forEach(source ->
          to.forEach((account, part) ->
              shares
                  .computeIfAbsent(source, _ -> new LinkedHashMap<>())
                  .merge(account, part, (left, right) -> left.max(right))));
    }
    return shares;
  }

  private static Rule pass(String account, BigDecimal part, String source) {
    Formula whole = FormulaImport.name(source);
    return new Rule.Step(
        new Rule.Action.Transfer(account),
        Optional.of(
            part.compareTo(BigDecimal.ONE) == 0
                ? whole
                : new Formula.Arithmetic(Operator.TIMES, new Formula.Literal(part, true), whole)),
        List.of(),
        List.of());
  }

  /// Whether any asset costs something to repay early.
  private static boolean mentionsPenalty(YamlMap deal) {
    return PoolImport.assets(deal).stream()
        .map(asset -> PoolImport.unwrapped(asset).items(1))
        .flatMap(items -> items.stream().limit(1))
        .filter(YamlPlace::isMap)
        .anyMatch(origin ->
            origin.names().find("prepaymentPenalty").filter(at -> !at.isNothing()).isPresent());
  }

  private Formula target(YamlPlace place) {
    Tagged tagged = Json.tagged(place);
    return switch (tagged.tag()) {
      case "FixReserve" ->
          new Formula.Literal(
              BigDecimal.valueOf(tagged.contents().map(Json::amount).orElse(0L), 2), false);
      case "PctReserve" -> {
        List<YamlPlace> items = tagged.items(2);
        yield items.isEmpty()
            ? FormulaImport.number(BigDecimal.ZERO)
            : new Formula.Arithmetic(
                Operator.TIMES,
                new Formula.Literal(
                    BigDecimal.valueOf(Json.rate(items.get(1)).billionths(), 9), true),
                formulas.formula(items.get(0)));
      }
      case "Max", "Min" ->
          new Formula.Extreme(
              tagged.tag().equals("Min"), tagged.items(1).stream().map(this::target).toList());
      default -> {
        tagged.unknown("kind of account");
        yield FormulaImport.number(BigDecimal.ZERO);
      }
    };
  }
}
