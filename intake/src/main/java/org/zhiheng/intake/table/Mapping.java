package org.zhiheng.intake.table;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which column of a table is which field.
///
/// @param columns the column's index, from 0; a field that is not there has none
/// @param <F> the fields
public record Mapping<F extends TableField>(Map<F, Integer> columns) {

  /// @throws IllegalArgumentException when an index is below 0
  public Mapping {
    columns = Map.copyOf(columns);
    for (Map.Entry<F, Integer> column : columns.entrySet()) {
      if (column.getValue() < 0) {
        throw new IllegalArgumentException("a column's index must be >= 0: " + column);
      }
    }
  }

  /// Guesses by the header: a column named like a field's code first, then by its other names, each
  /// column for one field only.
  public static <F extends TableField> Mapping<F> guess(List<F> fields, List<String> header) {
    Map<F, Integer> columns = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (F field : fields) {
      find(field, List.of(plain(field.code())), header, columns, taken);
    }
    for (F field : fields) {
      if (!columns.containsKey(field)) {
        find(field, field.names(), header, columns, taken);
      }
    }
    return new Mapping<>(columns);
  }

  private static <F> void find(
      F field,
      List<String> names,
      List<String> header,
      Map<F, Integer> columns,
      Set<Integer> taken) {
    for (String name : names) {
      for (int i = 0; i < header.size(); i++) {
        if (plain(header.get(i)).equals(name) && taken.add(i)) {
          columns.put(field, i);
          return;
        }
      }
    }
  }

  /// Lower case, letters and digits only: `Application No.` is `applicationno`.
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /// Whether a column is this field.
  public boolean has(F field) {
    return columns.containsKey(field);
  }

  /// The row's text in this field without the blanks around it; empty when there is no such column.
  public String of(TableRow.Cells row, F field) {
    Integer column = columns.get(field);
    return column == null || column >= row.cells().size() ? "" : row.cells().get(column).strip();
  }
}
