package org.zhiheng.similarity.goods;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.zhiheng.values.Problem;

/// A CSV file in UTF-8, taken apart: RFC 4180, cells in quotes may hold line ends.
///
/// @param header the cells of the first row, lower case
/// @param rows those below, each with the line it starts on
record CsvText(List<String> header, List<Row> rows) {

  /// A row.
  ///
  /// @param line from 1, where it starts
  /// @param cells as many as the header
  record Row(int line, List<String> cells) {}

  /// Reads a file; every problem goes to the consumer with its line, and reading goes on behind it.
  ///
  /// @param needed columns that must be there
  static CsvText read(String file, byte[] bytes, List<String> needed, Consumer<Problem> problems) {
    CsvText none = new CsvText(needed, List.of());
    if (bytes.length > GoodsTableReader.FILE_BYTES_MAX) {
      problems.accept(
          new Problem(
              "goods-limit",
              "",
              Integer.toString(bytes.length),
              "A file has at most " + GoodsTableReader.FILE_BYTES_MAX + " bytes.",
              file));
      return none;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      problems.accept(new Problem("encoding", "", "", "The file must be in UTF-8.", file));
      return none;
    }
    List<Row> all =
        new Cells(file, text.startsWith("\uFEFF") ? text.substring(1) : text, problems).rows();
    if (all.isEmpty()) {
      problems.accept(new Problem("csv-header", "line 1", "", "The file has no header.", file));
      return none;
    }
    List<String> header =
        all.getFirst().cells().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    for (String column : needed) {
      if (!header.contains(column)) {
        problems.accept(
            new Problem(
                "csv-header",
                "line 1",
                String.join(",", header),
                "The column " + column + " is missing.",
                file));
        return none;
      }
    }
    List<Row> rows = new ArrayList<>();
    for (Row row : all.subList(1, all.size())) {
      if (row.cells().size() == header.size()) {
        rows.add(row);
      } else if (row.cells().size() > 1 || !row.cells().getFirst().isEmpty()) {
        problems.accept(
            new Problem(
                "csv-columns",
                "line " + row.line(),
                Integer.toString(row.cells().size()),
                "The row must have " + header.size() + " cells as the header has.",
                file));
      }
    }
    return new CsvText(header, List.copyOf(rows));
  }

  /// The cell of this column; empty when the file has no such column.
  String cell(Row row, String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : row.cells().get(at).strip();
  }

  /// Takes the text apart, sign by sign.
  private static final class Cells {

    private final String file;
    private final String text;
    private final Consumer<Problem> problems;
    private int at;
    private int line = 1;

    Cells(String file, String text, Consumer<Problem> problems) {
      this.file = file;
      this.text = text;
      this.problems = problems;
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      while (at < text.length()) {
        if (rows.size() > GoodsTableReader.ROWS_MAX) {
          refuse("goods-limit", "A file has at most " + GoodsTableReader.ROWS_MAX + " rows.");
          break;
        }
        rows.add(row());
      }
      return rows;
    }

    private Row row() {
      int start = line;
      List<String> cells = new ArrayList<>();
      while (true) {
        cells.add(cell());
        if (at >= text.length()) {
          break;
        }
        char sign = text.charAt(at++);
        if (sign == ',') {
          continue;
        }
        if (sign == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        line++;
        break;
      }
      return new Row(start, List.copyOf(cells));
    }

    private String cell() {
      if (at < text.length() && text.charAt(at) == '"') {
        return quoted();
      }
      int from = at;
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return limited(text.substring(from, at));
    }

    private String quoted() {
      int start = line;
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < text.length()) {
        char sign = text.charAt(at++);
        if (sign == '\n') {
          line++;
        }
        if (sign != '"') {
          cell.append(sign);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append('"');
          at++;
        } else {
          if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            refuse("csv-quotes", "Behind a closing quote there must be a comma or a line end.");
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
              at++;
            }
          }
          return limited(cell.toString());
        }
      }
      problems.accept(
          new Problem("csv-quotes", "line " + start, "", "The quote is never closed.", file));
      return limited(cell.toString());
    }

    private String limited(String cell) {
      if (cell.length() > GoodsTableReader.CELL_LENGTH_MAX) {
        refuse(
            "goods-limit",
            "A cell has at most " + GoodsTableReader.CELL_LENGTH_MAX + " characters.");
        return "";
      }
      return cell;
    }

    private void refuse(String code, String reason) {
      problems.accept(new Problem(code, "line " + line, "", reason, file));
    }
  }
}
