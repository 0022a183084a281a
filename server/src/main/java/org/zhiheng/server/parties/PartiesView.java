package org.zhiheng.server.parties;

import java.util.List;
import java.util.Optional;

/// What the list of parties shows.
///
/// @param term as typed
/// @param said what is shown, in words
/// @param rows of this page
/// @param next id from which the next page goes on
public record PartiesView(String term, String said, List<Row> rows, Optional<String> next) {

  /// Copies the rows.
  public PartiesView {
    rows = List.copyOf(rows);
  }

  /// A party.
  ///
  /// @param other names beside the first
  public record Row(
      String id, String name, String other, String place, String creditCode, long rights) {}
}
