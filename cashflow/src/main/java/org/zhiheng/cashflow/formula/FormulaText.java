package org.zhiheng.cashflow.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads formulas and conditions.
///
/// ```
/// condition = either ["for" N "periods"]     either = both {"or" both}     both = one {"and" one}
/// one       = "not" one | "(" condition ")" | "flag(" name ")" | formula sign formula
/// formula   = term {("+" | "-") term}        term = factor {("*" | "/" | "of") factor}
/// factor    = number ["p.a."] | day | name | function "(" name ")" | ("min" | "max") "(" … ")"
/// ```
///
/// A minus stands between spaces, for names may hold hyphens.
public final class FormulaText {

  /// The functions of one thing.
  public static final Set<String> FUNCTIONS =
      Set.of("balance", "due", "factor", "coverage", "oc", "ic");

  /// Deeper brackets are nothing a person wrote.
  private static final int DEPTH_MAX = 32;

  private static final int PERIODS_MAX = 1_000;

  private final Tokens tokens;
  private int depth;

  private FormulaText(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Reads a whole text as a formula.
  ///
  /// @throws Tokens.Unreadable where it is none
  public static Formula formula(String text) {
    Tokens tokens = Tokens.of(text);
    Formula formula = formula(tokens);
    end(tokens);
    return formula;
  }

  /// Reads a whole text as a condition.
  ///
  /// @throws Tokens.Unreadable where it is none
  public static Condition condition(String text) {
    Tokens tokens = Tokens.of(text);
    Condition condition = condition(tokens);
    end(tokens);
    return condition;
  }

  /// Reads a formula and leaves what follows.
  public static Formula formula(Tokens tokens) {
    return new FormulaText(tokens).sum();
  }

  /// Reads a condition and leaves what follows.
  public static Condition condition(Tokens tokens) {
    return new FormulaText(tokens).whole();
  }

  /// Refuses what follows.
  public static void end(Tokens tokens) {
    if (!tokens.done()) {
      throw tokens.refused("The text should end here.");
    }
  }

  private Condition whole() {
    deeper();
    Condition either = both();
    while (tokens.takes("or") || tokens.takes("或")) {
      either = new Condition.Either(either, both());
    }
    depth--;
    return either;
  }

  private Condition both() {
    Condition both = running();
    while (tokens.takes("and") || tokens.takes("且")) {
      both = new Condition.Both(both, running());
    }
    return both;
  }

  private Condition running() {
    Condition one = one();
    if (tokens.takes("for")) {
      int periods = tokens.count(PERIODS_MAX);
      if (!tokens.takes("periods") && !tokens.takes("period")) {
        throw tokens.refused("Here must stand: periods.");
      }
      return new Condition.Running(one, periods);
    }
    return one;
  }

  private Condition one() {
    if (tokens.takes("not")) {
      deeper();
      Condition not = new Condition.Not(one());
      depth--;
      return not;
    }
    if (tokens.takes("flag", "(")) {
      Condition flag = new Condition.Flag(tokens.word());
      tokens.needs(")");
      return flag;
    }
    if (tokens.sees("(") && bracketHoldsCondition()) {
      tokens.needs("(");
      Condition inner = whole();
      tokens.needs(")");
      return inner;
    }
    Formula left = sum();
    return new Condition.Compare(sign(), left, sum());
  }

  /// Whether the bracket that comes next holds a condition rather than a part of a formula.
  private boolean bracketHoldsCondition() {
    return tokens.bracketHolds(Set.of("<", "<=", ">", ">=", "=", "==", "flag", "not"));
  }

  private Condition.Sign sign() {
    if (tokens.takes("<")) {
      return Condition.Sign.LESS;
    }
    if (tokens.takes("<=")) {
      return Condition.Sign.AT_MOST;
    }
    if (tokens.takes(">")) {
      return Condition.Sign.MORE;
    }
    if (tokens.takes(">=")) {
      return Condition.Sign.AT_LEAST;
    }
    if (tokens.takes("=") || tokens.takes("==")) {
      return Condition.Sign.SAME;
    }
    throw tokens.refused("Here must stand one of <, <=, >, >= and =.");
  }

  private Formula sum() {
    deeper();
    Formula sum = product();
    while (tokens.sees("+") || tokens.sees("-")) {
      Formula.Operator operator =
          tokens.takes("+") ? Formula.Operator.PLUS : Formula.Operator.MINUS;
      if (operator == Formula.Operator.MINUS) {
        tokens.needs("-");
      }
      sum = new Formula.Arithmetic(operator, sum, product());
    }
    depth--;
    return sum;
  }

  private Formula product() {
    Formula product = factor();
    while (true) {
      if (tokens.takes("*") || tokens.takes("×") || tokens.takes("of")) {
        product = new Formula.Arithmetic(Formula.Operator.TIMES, product, factor());
      } else if (tokens.takes("/") || tokens.takes("÷")) {
        product = new Formula.Arithmetic(Formula.Operator.OVER, product, factor());
      } else {
        return product;
      }
    }
  }

  private Formula factor() {
    if (tokens.takes("(")) {
      Formula inner = sum();
      tokens.needs(")");
      return inner;
    }
    if (tokens.seesDay()) {
      return new Formula.Day(tokens.day());
    }
    if (tokens.seesNumber()) {
      boolean percent = tokens.seesPercent();
      BigDecimal number = tokens.number();
      return tokens.takes("p.a.")
          ? new Formula.PerYear(number)
          : new Formula.Literal(number, percent);
    }
    int here = tokens.position();
    String word = tokens.word();
    if (!tokens.takes("(")) {
      return new Formula.Name(word);
    }
    Formula call;
    if (word.equals("min") || word.equals("max")) {
      List<Formula> of = new ArrayList<>();
      of.add(sum());
      while (tokens.takes(",")) {
        of.add(sum());
      }
      call = new Formula.Extreme(word.equals("min"), of);
    } else if (FUNCTIONS.contains(word)) {
      call = new Formula.Call(word, tokens.word());
    } else {
      throw new Tokens.Unreadable(
          here,
          "There is no function "
              + word
              + "; known are min, max, flag, "
              + String.join(", ", FUNCTIONS.stream().sorted().toList())
              + ".");
    }
    tokens.needs(")");
    return call;
  }

  private void deeper() {
    if (++depth > DEPTH_MAX) {
      throw tokens.refused("Brackets are nested deeper than " + DEPTH_MAX + ".");
    }
  }
}
