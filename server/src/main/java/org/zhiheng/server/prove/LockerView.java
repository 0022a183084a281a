package org.zhiheng.server.prove;

import java.util.List;
import java.util.Optional;
import org.zhiheng.server.page.Field;

/// The evidence locker: what was deposited, newest first.
///
/// @param kinds what the list can be narrowed to
/// @param kind which of them it is
/// @param right what was typed to narrow it to a right; may be empty
/// @param wrong why that was not understood; empty when it was
/// @param said what is listed, in words
/// @param rows of the list
/// @param next from where the next page goes on, if there is one
public record LockerView(
    List<Field.Choice> kinds,
    String kind,
    String right,
    String wrong,
    String said,
    List<Row> rows,
    Optional<String> next) {

  /// Copies the lists.
  public LockerView {
    kinds = List.copyOf(kinds);
    rows = List.copyOf(rows);
  }

  /// One piece of evidence.
  ///
  /// @param id `EV7`
  /// @param title in words; empty once erased
  /// @param kind in words
  /// @param right what it is about; empty for nothing
  /// @param at when it was deposited
  /// @param by who deposited it
  /// @param index where its leaf stands in the log; nothing while it waits
  /// @param erased whether only its leaf remains
  public record Row(
      String id,
      String title,
      String kind,
      String right,
      String at,
      String by,
      Optional<String> index,
      boolean erased) {}
}
