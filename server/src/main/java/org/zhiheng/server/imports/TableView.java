package org.zhiheng.server.imports;

import java.util.List;
import org.zhiheng.server.page.Field;

/// What the preview of a table shows.
///
/// @param upload the table
/// @param kindName what it holds, in words
/// @param size of the file, in words
/// @param ticket that shows whose it is
/// @param fields which column is which field
/// @param said how many of the shown rows would be taken, in words
/// @param header the columns: as the file names them, and as which field they are read
/// @param rows the first ones
/// @param more columns that are not shown
public record TableView(
    TableUpload upload,
    String kindName,
    String size,
    String ticket,
    List<Field> fields,
    String said,
    List<Heading> header,
    List<Row> rows,
    int more) {

  /// Copies the lists.
  public TableView {
    fields = List.copyOf(fields);
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /// A column.
  ///
  /// @param name in the file
  /// @param field in words; empty for a column that is none
  public record Heading(String name, String field) {}

  /// A row.
  ///
  /// @param line of the file
  /// @param cells as many as the columns shown
  /// @param wrong what is wrong with the row as a whole
  /// @param sound whether it would be taken
  public record Row(long line, List<Cell> cells, List<String> wrong, boolean sound) {
    /// Copies the lists.
    public Row {
      cells = List.copyOf(cells);
      wrong = List.copyOf(wrong);
    }
  }

  /// A cell.
  ///
  /// @param text cut to what fits
  /// @param wrong why it is refused; empty when it is not
  public record Cell(String text, String wrong) {}
}
