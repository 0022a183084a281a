package org.zhiheng.register.record;

import java.util.List;
import java.util.Optional;

/// One page of a list.
///
/// @param rows at most the query's limit
/// @param next where the next page starts, if there is more
public record RightPage(List<RightRow> rows, Optional<RightQuery.Cursor> next) {
  /// Copies the rows.
  public RightPage {
    rows = List.copyOf(rows);
  }
}
