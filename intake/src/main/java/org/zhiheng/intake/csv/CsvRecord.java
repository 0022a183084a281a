package org.zhiheng.intake.csv;

import java.util.List;
import org.zhiheng.values.Problem;

/// One record of a CSV file.
public sealed interface CsvRecord {

  /// The physical line it starts on, from 1.
  long line();

  /// It has as many fields as the header.
  record Row(long line, List<String> fields) implements CsvRecord {
    /// Copies the list (no copy when it is immutable already).
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /// It is broken; the next one starts on a line of its own.
  record Broken(long line, Problem problem) implements CsvRecord {}
}
