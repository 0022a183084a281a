package org.zhiheng.cashflow.deal;

import java.util.List;
import java.util.Optional;
import org.zhiheng.cashflow.formula.Formula;
import org.zhiheng.values.DayCount;
import org.zhiheng.values.Rate;

/// Who steps in where cash is short.
///
/// @param name by which rules call it
/// @param kind what kind
/// @param cap the most that may stand drawn; none: no limit
/// @param restores whether what is repaid may be drawn again
/// @param covers what it pays without being named in the rule: `A.interest`, `A.principal`
/// @param drawnRate interest on what is drawn
/// @param undrawnRate premium on what is not
/// @param dayCount of both
public record Support(
    String name,
    Kind kind,
    Optional<Formula> cap,
    boolean restores,
    List<String> covers,
    Rate.PerYear drawnRate,
    Rate.PerYear undrawnRate,
    DayCount dayCount) {

  /// Holds the list unchangeable.
  public Support {
    covers = List.copyOf(covers);
  }

  /// What kind of support.
  public enum Kind {
    /// A bank's line: drawn, repaid, with interest and premium.
    LIQUIDITY,
    /// A promise to pay the shortfall.
    GUARANTOR
  }
}
