package org.zhiheng.cashflow.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// An amount or a ratio that follows from the state of a deal.
///
/// A bare number beside an amount is an amount in whole units of the currency (`A > 1000000.00`);
/// beside a ratio it is a ratio. Printing gives a text that reads as the same formula.
public sealed interface Formula {

  /// A number.
  ///
  /// @param value of it; `2.15%` is 0.0215
  /// @param percent whether it was written as one: then it is a ratio, never an amount
  record Literal(BigDecimal value, boolean percent) implements Formula {

    /// Drops zeros at the end, so that equal numbers are equal.
    public Literal {
      value = value.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return percent ? value.movePointRight(2).toPlainString() + "%" : value.toPlainString();
    }
  }

  /// A day, to compare with `date`.
  record Day(LocalDate day) implements Formula {
    @Override
    public String toString() {
      return day.toString();
    }
  }

  /// What the deal calls so: `pool`, `A`, `A.due-interest`, `reserve`.
  record Name(String name) implements Formula {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A ratio or amount of one thing: `coverage(A)`.
  record Call(String function, String name) implements Formula {
    @Override
    public String toString() {
      return function + "(" + name + ")";
    }
  }

  /// Two formulas reckoned together.
  record Arithmetic(Operator operator, Formula left, Formula right) implements Formula {
    @Override
    public String toString() {
      return "(" + left + " " + operator.sign() + " " + right + ")";
    }
  }

  /// The least or the greatest of several.
  record Extreme(boolean least, List<Formula> of) implements Formula {

    /// Holds the list unchangeable.
    public Extreme {
      of = List.copyOf(of);
    }

    @Override
    public String toString() {
      return (least ? "min(" : "max(")
          + of.stream().map(Formula::toString).collect(Collectors.joining(", "))
          + ")";
    }
  }

  /// A rate for a year, for the days of the period: `0.30% p.a.`, counted ACT/365F.
  record PerYear(BigDecimal rate) implements Formula {

    /// Drops zeros at the end, so that equal rates are equal.
    public PerYear {
      rate = rate.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return rate.movePointRight(2).toPlainString() + "% p.a.";
    }
  }

  /// How two formulas are reckoned together.
  enum Operator {
    /// Sum.
    PLUS("+"),
    /// Difference.
    MINUS("-"),
    /// Product; `1% of A` is one.
    TIMES("*"),
    /// Quotient; by zero it is a very great number, so that a coverage of nothing due holds.
    OVER("/");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /// As files write it.
    public String sign() {
      return sign;
    }
  }
}
