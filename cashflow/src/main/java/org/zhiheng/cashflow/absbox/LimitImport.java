package org.zhiheng.cashflow.absbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.absbox.GivenNames.Kind;
import org.zhiheng.cashflow.absbox.Json.Tagged;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.formula.Formula.Operator;
import org.zhiheng.cashflow.yaml.YamlPlace;

/// Reads the limits of AbsBox's actions as the most that a rule pays.
final class LimitImport {

  private final FormulaImport formulas;
  private final GivenNames names;

  LimitImport(FormulaImport formulas, GivenNames names) {
    this.formulas = formulas;
    this.names = names;
  }

  /// What a payment is of.
  ///
  /// @param part `.due`, `.due-interest` or `.principal`
  record Due(List<String> of, String part) {}

  /// The limit of a payment of what is due.
  Optional<Formula> limit(YamlPlace place, Due due, YamlPlace from) {
    if (!place.isNothing() && Json.tagged(place).tag().equals("DuePct")) {
      // a part of what can be paid of it
      return part(Json.tagged(place))
          .map(part ->
              new Formula.Arithmetic(
                  Operator.TIMES,
                  part,
                  new Formula.Extreme(
                      true,
                      List.of(FormulaImport.name(names.one(Kind.ACCOUNT, from)), whole(due)))));
    }
    return ofCash(place, from, "");
  }

  /// The limit of what is paid out of cash that nobody is owed: a part is one of the cash.
  ///
  /// @param to the account it goes to; empty for none
  Optional<Formula> ofCash(YamlPlace place, YamlPlace from, String to) {
    if (place.isNothing()) {
      return Optional.empty();
    }
    Tagged tagged = Json.tagged(place);
    String account = names.one(Kind.ACCOUNT, from);
    return switch (tagged.tag()) {
      case "DuePct" -> part(tagged);
      case "KeepBalAmt" ->
          tagged
              .contents()
              .map(at ->
                  FormulaImport.floored(
                      new Formula.Arithmetic(
                          Operator.MINUS, FormulaImport.name(account), formulas.formula(at))));
      case "TillTarget" -> {
        if (to.isEmpty()) {
          tagged.unknown("limit");
        }
        yield Optional.of(FormulaImport.name(to + ".gap"));
      }
      case "TillSource" -> Optional.of(FormulaImport.excess(account));
      case "Multiple" -> {
        List<YamlPlace> items = tagged.items(2);
        yield items.isEmpty()
            ? Optional.empty()
            : ofCash(items.get(0), from, to)
                .map(of ->
                    new Formula.Arithmetic(
                        Operator.TIMES, of, new Formula.Literal(Json.number(items.get(1)), true)));
      }
      default -> amount(place);
    };
  }

  /// A limit that is an amount.
  Optional<Formula> amount(YamlPlace place) {
    if (place.isNothing()) {
      return Optional.empty();
    }
    Tagged tagged = Json.tagged(place);
    return switch (tagged.tag()) {
      case "DueCapAmt" ->
          tagged
              .contents()
              .map(at -> new Formula.Literal(BigDecimal.valueOf(Json.amount(at), 2), false));
      case "DS" -> tagged.contents().map(formulas::formula);
      default -> {
        tagged.unknown("limit");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Formula> part(Tagged tagged) {
    return tagged
        .contents()
        .map(at -> new Formula.Literal(BigDecimal.valueOf(Json.rate(at).billionths(), 9), true));
  }

  private Formula whole(Due due) {
    if (!due.part().equals(".principal")) {
      return FormulaImport.sum(due.of(), due.part());
    }
    // without a plan the whole balance may be paid
    return due.of().stream()
        .<Formula>map(one -> FormulaImport.name(names.hasPlan(one) ? one + ".principal" : one))
        .reduce((left, right) -> new Formula.Arithmetic(Operator.PLUS, left, right))
        .orElse(new Formula.Literal(BigDecimal.ZERO, false));
  }
}
