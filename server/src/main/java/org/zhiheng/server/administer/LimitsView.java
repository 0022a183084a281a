package org.zhiheng.server.administer;

import java.util.List;

/// How offices keep their times.
///
/// @param said since when
/// @param rows by rule and month
public record LimitsView(String said, List<Row> rows) {

  /// Copies the list.
  public LimitsView {
    rows = List.copyOf(rows);
  }

  /// A rule in a month.
  ///
  /// @param percent within time, of those decided; 0 where none is
  public record Row(
      String rule,
      String kind,
      String month,
      String all,
      String running,
      String over,
      String share,
      long percent,
      String median,
      String ninety) {}
}
