package org.zhiheng.deadlines.fee;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;
import org.zhiheng.values.Money;

/// What an annual fee comes to on a day.
public sealed interface Annuity {

  /// It can be paid.
  ///
  /// @param full the fee without reduction
  /// @param reduced what the larger reduction takes off; never less than 0
  /// @param ground which one that is
  /// @param surcharge of the full fee, whatever was reduced
  /// @param monthsOver full or begun months after the end, by which the surcharge was found; 0 in
  ///   time
  /// @param citations the sources, each once
  /// @param confidence of the least sure of them
  record Payable(
      Money full,
      Money reduced,
      Optional<Ground> ground,
      Money surcharge,
      int monthsOver,
      List<Citation> citations,
      Confidence confidence)
      implements Annuity {

    public Payable {
      citations = List.copyOf(citations);
    }

    /// The fee less the reduction, and the surcharge.
    public Money total() {
      return full.minus(reduced).plus(surcharge);
    }
  }

  /// The grace is over: the right ended, and only restoration is left.
  ///
  /// @param endedOn the day from which it ended, which is the end of the payment term
  /// @param remedy the rule whose clock runs from the office's notice
  record Ended(LocalDate endedOn, String remedy) implements Annuity {}
}
