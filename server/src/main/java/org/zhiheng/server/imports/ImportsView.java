package org.zhiheng.server.imports;

import java.util.List;
import java.util.Optional;

/// What the list of imports shows.
///
/// @param runs newest first
/// @param next id from which the next page goes on
public record ImportsView(List<ImportLine> runs, Optional<String> next) {
  /// Copies the runs.
  public ImportsView {
    runs = List.copyOf(runs);
  }
}
