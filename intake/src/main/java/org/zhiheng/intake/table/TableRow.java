package org.zhiheng.intake.table;

import java.util.List;
import org.zhiheng.values.Problem;

/// One row of a table below its header.
public sealed interface TableRow {

  /// The line of the file or sheet, from 1.
  long line();

  /// It has as many cells as the header.
  record Cells(long line, List<String> cells) implements TableRow {
    /// Copies the list.
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /// It cannot be read.
  record Broken(long line, Problem problem) implements TableRow {}
}
