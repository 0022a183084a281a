package org.zhiheng.cashflow.deal;

import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.formula.Condition;
import org.zhiheng.cashflow.formula.Formula;

/// One line of a waterfall. Printing gives a text that reads as the same rule.
public sealed interface Rule {

  /// Something is paid or moved.
  ///
  /// @param action what
  /// @param limit the most of it
  /// @param from the accounts it is taken from, in order; none: the account of collections
  /// @param with what steps in where those do not suffice, in order: accounts or supports
  record Step(Action action, Optional<Formula> limit, List<String> from, List<String> with)
      implements Rule {

    /// Holds the lists unchangeable.
    public Step {
      from = List.copyOf(from);
      with = List.copyOf(with);
    }

    @Override
    public String toString() {
      return action
          + limit.map(most -> " up to " + most).orElse("")
          + (from.isEmpty() ? "" : " from " + String.join(", ", from))
          + (with.isEmpty() ? "" : " with " + String.join(", ", with));
    }
  }

  /// One way or the other, decided when the rule's turn comes.
  record Choice(Condition when, List<Rule> then, List<Rule> otherwise) implements Rule {

    /// Holds the lists unchangeable.
    public Choice {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public String toString() {
      return "if " + when;
    }
  }

  /// In which order several are paid.
  enum Order {
    /// One after the other.
    SEQUENTIAL,
    /// By what each is due.
    PRO_RATA
  }

  /// What a step does.
  sealed interface Action {

    /// Fees that are due; without names all, in the order of the deal.
    record Fees(List<String> names, Order order) implements Action {

      /// Holds the list unchangeable.
      public Fees {
        names = List.copyOf(names);
      }

      @Override
      public String toString() {
        return names.isEmpty() ? "fees" : "fees " + listed(names, order);
      }
    }

    /// What hedges are owed.
    record Hedges(List<String> names, Order order) implements Action {

      /// Holds the list unchangeable.
      public Hedges {
        names = List.copyOf(names);
      }

      @Override
      public String toString() {
        return "hedge " + listed(names, order);
      }
    }

    /// Interest that is due, interest on it first.
    record Interest(List<String> names, Order order) implements Action {

      /// Holds the list unchangeable.
      public Interest {
        names = List.copyOf(names);
      }

      @Override
      public String toString() {
        return "interest " + listed(names, order);
      }
    }

    /// Principal: what the tranche's own terms let it take, or only what is scheduled.
    record Principal(List<String> names, Order order, boolean scheduled) implements Action {

      /// Holds the list unchangeable.
      public Principal {
        names = List.copyOf(names);
      }

      @Override
      public String toString() {
        return "principal " + listed(names, order) + (scheduled ? " scheduled" : "");
      }
    }

    /// What is left, to a tranche as yield or to a fee.
    record Residual(String name) implements Action {
      @Override
      public String toString() {
        return "residual " + name;
      }
    }

    /// An account up to its target.
    record Fill(String account) implements Action {
      @Override
      public String toString() {
        return "fill " + account;
      }
    }

    /// What an account holds above its target, back to the account of collections.
    record Release(String account) implements Action {
      @Override
      public String toString() {
        return "release " + account;
      }
    }

    /// All, or up to the limit, to another account.
    record Transfer(String account) implements Action {
      @Override
      public String toString() {
        return "transfer " + account;
      }
    }

    /// What was drawn from a support and what it costs, its cost first.
    record Repay(String support) implements Action {
      @Override
      public String toString() {
        return "repay " + support;
      }
    }

    /// Principal that is given up, up to the limit; no cash moves.
    record WriteOff(String tranche) implements Action {
      @Override
      public String toString() {
        return "write-off " + tranche;
      }
    }

    /// A loss, up to the limit, to a ledger of deficiency; no cash moves.
    record Book(String ledger) implements Action {
      @Override
      public String toString() {
        return "book " + ledger;
      }
    }

    /// A ledger of deficiency made good, senior first, up to the limit; no cash moves.
    record Cure(String ledger) implements Action {
      @Override
      public String toString() {
        return "cure " + ledger;
      }
    }

    /// New assets for the pool.
    record Buy() implements Action {
      @Override
      public String toString() {
        return "buy";
      }
    }

    private static String listed(List<String> names, Order order) {
      return String.join(", ", names) + (order == Order.PRO_RATA ? " pro-rata" : "");
    }
  }
}
