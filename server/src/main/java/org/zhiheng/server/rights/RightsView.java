package org.zhiheng.server.rights;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.server.page.Reason;
import org.zhiheng.values.RightId;

/// What the list of rights shows.
///
/// @param form the filters as typed
/// @param said what is filtered, in words, with the count
/// @param reason where the count comes from
/// @param columns those the reader chose
/// @param rows of this page
/// @param samples those of them that are sample data
/// @param parties that the term names, a few
/// @param stages codes to filter by
/// @param next query of the next page's address
/// @param back query of the address of the page before
public record RightsView(
    RightsForm form,
    String said,
    Reason reason,
    List<Column> columns,
    List<RightRow> rows,
    Set<RightId> samples,
    List<Named> parties,
    List<String> stages,
    Optional<String> next,
    Optional<String> back) {

  /// Copies the lists.
  public RightsView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    samples = Set.copyOf(samples);
    parties = List.copyOf(parties);
    stages = List.copyOf(stages);
  }

  /// A party that the term names.
  ///
  /// @param id its id
  /// @param name it is shown by
  /// @param rights how many name it
  public record Named(String id, String name, long rights) {}

  /// Whether a column is shown.
  public boolean shows(Column column) {
    return columns.contains(column);
  }
}
