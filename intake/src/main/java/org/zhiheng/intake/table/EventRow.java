package org.zhiheng.intake.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhiheng.values.Problem;

/// What one row of a table of events says.
public sealed interface EventRow {

  /// An event, its right and values still as texts: who records it parses them.
  ///
  /// @param right a number or an id, as written
  /// @param event what happened, as written
  /// @param on the legal date
  /// @param values the other columns by their names in the header, those that are not empty
  record Taken(String right, String event, LocalDate on, Map<String, String> values)
      implements EventRow {
    /// Copies the map.
    public Taken {
      values = Map.copyOf(values);
    }
  }

  /// All that is wrong with it.
  record Refused(List<Problem> problems) implements EventRow {
    /// Copies the list.
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
