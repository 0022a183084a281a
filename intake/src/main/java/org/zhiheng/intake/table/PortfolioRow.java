package org.zhiheng.intake.table;

import java.util.List;
import org.zhiheng.register.event.Notice;
import org.zhiheng.values.Problem;

/// What one row of a portfolio says.
public sealed interface PortfolioRow {

  /// A right, and what the organisation and its client call it.
  ///
  /// @param ourReference may be empty
  /// @param clientReference may be empty
  record Taken(Notice notice, String ourReference, String clientReference)
      implements PortfolioRow {}

  /// All that is wrong with it.
  record Refused(List<Problem> problems) implements PortfolioRow {
    /// Copies the list.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
