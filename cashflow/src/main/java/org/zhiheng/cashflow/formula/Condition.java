package org.zhiheng.cashflow.formula;

/// Something that holds or not on a day. Printing gives a text that reads as the same condition.
public sealed interface Condition {

  /// Two formulas compared.
  record Compare(Sign sign, Formula left, Formula right) implements Condition {
    @Override
    public String toString() {
      return left + " " + sign.text() + " " + right;
    }
  }

  /// Both hold.
  record Both(Condition left, Condition right) implements Condition {
    @Override
    public String toString() {
      return "(" + left + " and " + right + ")";
    }
  }

  /// At least one holds.
  record Either(Condition left, Condition right) implements Condition {
    @Override
    public String toString() {
      return "(" + left + " or " + right + ")";
    }
  }

  /// It does not hold.
  record Not(Condition condition) implements Condition {
    @Override
    public String toString() {
      return "not (" + condition + ")";
    }
  }

  /// It held so many payment dates running, this one included.
  record Running(Condition condition, int periods) implements Condition {

    /// At least one period.
    public Running {
      if (periods < 1) {
        throw new IllegalArgumentException("periods must be at least 1: " + periods);
      }
    }

    @Override
    public String toString() {
      return "(" + condition + ") for " + periods + " periods";
    }
  }

  /// Something from outside happened, as the assumptions say: `flag(rating-cut)`.
  record Flag(String name) implements Condition {
    @Override
    public String toString() {
      return "flag(" + name + ")";
    }
  }

  /// How two formulas are compared.
  enum Sign {
    /// Less.
    LESS("<"),
    /// Less or equal.
    AT_MOST("<="),
    /// Greater.
    MORE(">"),
    /// Greater or equal.
    AT_LEAST(">="),
    /// Equal.
    SAME("=");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    /// As files write it.
    public String text() {
      return text;
    }
  }
}
