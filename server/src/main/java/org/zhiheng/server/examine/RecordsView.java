package org.zhiheng.server.examine;

import java.util.List;

/// The list of kept examinations.
///
/// @param rows newest first
public record RecordsView(List<ExamineView.KeptRow> rows) {
  /// Copies the list.
  public RecordsView {
    rows = List.copyOf(rows);
  }
}
