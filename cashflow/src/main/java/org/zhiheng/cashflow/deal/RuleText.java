package org.zhiheng.cashflow.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.cashflow.formula.FormulaText;
import org.zhiheng.cashflow.formula.Tokens;

/// Reads one line of a waterfall.
///
/// ```
/// rule   = "if" condition ":" step | step
/// step   = action ["up to" formula] ["from" names] ["with" names]
/// action = "fees" [names] | "fee" names | "interest" names | "principal" names ["scheduled"]
///        | "hedge" names | "residual" name | name "residual" | "fill" account | "release" account
///        | "transfer" account | "repay" support | "write-off" tranche | "book" ledger
///        | "cure" ledger | "buy" | name of a fee
/// names  = name {"," name} ["pro-rata" | "sequential"]
/// ```
final class RuleText {

  private final Tokens tokens;

  private RuleText(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Reads a whole line.
  ///
  /// @throws Tokens.Unreadable where it is none
  static Rule read(String text) {
    RuleText rule = new RuleText(Tokens.of(text));
    Rule read = rule.rule();
    FormulaText.end(rule.tokens);
    return read;
  }

  private Rule rule() {
    if (tokens.takes("if")) {
      Condition when = FormulaText.condition(tokens);
      tokens.needs(":");
      return new Rule.Choice(when, List.of(step()), List.of());
    }
    return step();
  }

  private Rule.Step step() {
    Rule.Action action = action();
    Optional<Formula> limit = Optional.empty();
    List<String> from = List.of();
    List<String> with = List.of();
    while (!tokens.done()) {
      if (limit.isEmpty() && tokens.takes("up", "to")) {
        limit = Optional.of(FormulaText.formula(tokens));
      } else if (from.isEmpty() && tokens.takes("from")) {
        from = names();
      } else if (with.isEmpty() && tokens.takes("with")) {
        with = names();
      } else {
        throw tokens.refused("Here may stand: up to, from, with; each once.");
      }
    }
    return new Rule.Step(action, limit, from, with);
  }

  private Rule.Action action() {
    if (!tokens.seesWord()) {
      throw tokens.refused("A rule begins with a word, such as interest A.");
    }
    if (tokens.takes("fees") || tokens.takes("费用")) {
      if (tokens.done() || tokens.sees("up") || tokens.sees("from") || tokens.sees("with")) {
        return new Rule.Action.Fees(List.of(), Rule.Order.SEQUENTIAL);
      }
      return new Rule.Action.Fees(names(), order());
    }
    if (tokens.takes("fee")) {
      return new Rule.Action.Fees(names(), order());
    }
    if (tokens.takes("hedge")) {
      return new Rule.Action.Hedges(names(), order());
    }
    if (tokens.takes("interest") || tokens.takes("利息")) {
      return new Rule.Action.Interest(names(), order());
    }
    if (tokens.takes("principal") || tokens.takes("本金")) {
      List<String> names = names();
      Rule.Order order = order();
      return new Rule.Action.Principal(names, order, tokens.takes("scheduled"));
    }
    if (tokens.takes("residual")) {
      return new Rule.Action.Residual(tokens.word());
    }
    if (tokens.takes("fill")) {
      return new Rule.Action.Fill(tokens.word());
    }
    if (tokens.takes("release")) {
      return new Rule.Action.Release(tokens.word());
    }
    if (tokens.takes("transfer")) {
      return new Rule.Action.Transfer(tokens.word());
    }
    if (tokens.takes("repay")) {
      return new Rule.Action.Repay(tokens.word());
    }
    if (tokens.takes("write-off")) {
      return new Rule.Action.WriteOff(tokens.word());
    }
    if (tokens.takes("book")) {
      return new Rule.Action.Book(tokens.word());
    }
    if (tokens.takes("cure")) {
      return new Rule.Action.Cure(tokens.word());
    }
    if (tokens.takes("buy")) {
      return new Rule.Action.Buy();
    }
    String name = tokens.word();
    return tokens.takes("residual")
        ? new Rule.Action.Residual(name)
        : new Rule.Action.Fees(List.of(name), Rule.Order.SEQUENTIAL);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(tokens.word());
    while (tokens.takes(",")) {
      Tokens.Unreadable again = tokens.refused("A name stands once in a list: it is paid once.");
      String name = tokens.word();
      if (names.contains(name)) {
        throw again;
      }
      names.add(name);
    }
    return names;
  }

  private Rule.Order order() {
    if (tokens.takes("pro-rata")) {
      return Rule.Order.PRO_RATA;
    }
    tokens.takes("sequential");
    return Rule.Order.SEQUENTIAL;
  }
}
