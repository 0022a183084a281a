package org.zhiheng.cashflow.price;

import java.util.List;

/// What a borrower pays for repaying early (提前还款违约金).
public sealed interface PrepaymentPenalty {

  /// A sum of money whenever something is repaid early.
  ///
  /// @param amount at least 0
  record Fixed(double amount) implements PrepaymentPenalty {

    /// @throws IllegalArgumentException when the amount is negative or not finite
    public Fixed {
      if (!(amount >= 0) || amount == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException("amount must be at least 0 and finite: " + amount);
      }
    }
  }

  /// A share of what is repaid early, by the loan's age.
  ///
  /// @param steps by rising age, each for its last period and those before it
  /// @param after the share for all later periods, 0..1
  record Stepped(List<Step> steps, double after) implements PrepaymentPenalty {

    /// @throws IllegalArgumentException when the steps do not rise or a share is not 0..1
    public Stepped {
      steps = List.copyOf(steps);
      refuseShare(after);
      int last = 0;
      for (Step step : steps) {
        if (step.last() <= last) {
          throw new IllegalArgumentException("steps must rise from period 1: " + step.last());
        }
        last = step.last();
      }
    }

    /// The same share in all periods.
    public static Stepped flat(double share) {
      return new Stepped(List.of(), share);
    }
  }

  /// A step.
  ///
  /// @param last the last period it holds for, from 1
  /// @param share of what is repaid early, 0..1
  record Step(int last, double share) {

    /// @throws IllegalArgumentException when the share is not 0..1
    public Step {
      refuseShare(share);
    }
  }

  /// A share that falls by the same each period until nothing is left.
  ///
  /// @param first the share in period 1, 0..1
  /// @param fall from one period to the next, 0..1
  record Sliding(double first, double fall) implements PrepaymentPenalty {

    /// @throws IllegalArgumentException when a share is not 0..1
    public Sliding {
      refuseShare(first);
      refuseShare(fall);
    }
  }

  /// The penalty.
  ///
  /// @param repaid early in the period, at least 0
  /// @param period of the loan's life, from 1
  /// @throws IllegalArgumentException when a part is out of its range
  default double on(double repaid, int period) {
    if (!(repaid >= 0) || period < 1) {
      throw new IllegalArgumentException(
          "repaid must be at least 0, period from 1: " + repaid + ", " + period);
    }
    return switch (this) {
      case Fixed fixed -> repaid > 0 ? fixed.amount() : 0;
      case Stepped stepped ->
          repaid
              * stepped.steps().stream()
                  .filter(step -> period <= step.last())
                  .findFirst()
                  .map(Step::share)
                  .orElse(stepped.after());
      case Sliding sliding -> repaid * Math.max(0, sliding.first() - sliding.fall() * (period - 1));
    };
  }

  private static void refuseShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be 0..1: " + share);
    }
  }
}
