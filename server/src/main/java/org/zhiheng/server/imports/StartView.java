package org.zhiheng.server.imports;

import java.util.List;
import org.zhiheng.server.page.Field;

/// What the form for a new import shows.
///
/// @param kinds of files that are read
/// @param kind chosen
/// @param refused why the last one was refused
public record StartView(List<Field.Choice> kinds, String kind, List<String> refused) {
  /// Copies the lists.
  public StartView {
    kinds = List.copyOf(kinds);
    refused = List.copyOf(refused);
  }
}
