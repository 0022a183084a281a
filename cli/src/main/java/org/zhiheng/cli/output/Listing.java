package org.zhiheng.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Rows written as they come, under one header. [#close] ends it and must be called.
///
/// Text aligns its columns by the first [#ALIGNED_ROWS] rows, so that a listing of millions needs
/// no memory. Not for several threads.
public final class Listing implements AutoCloseable {

  /// By these rows the widths are chosen; longer lists stay as aligned as those.
  private static final int ALIGNED_ROWS = 500;

  private static final String GAP = "  ";

  private final PrintStream out;
  private final OutputFormat format;
  private final List<Column> columns;
  private final List<List<String>> waiting = new ArrayList<>();
  private int[] widths = {};
  private long rows;

  Listing(PrintStream out, OutputFormat format, List<Column> columns) {
    this.out = out;
    this.format = format;
    this.columns = List.copyOf(columns);
    switch (format) {
      case TEXT -> waiting.add(columns.stream().map(Column::name).toList());
      case JSON -> out.print("[");
      case CSV -> csv(columns.stream().map(Column::name).toList());
    }
  }

  /// Writes a row.
  ///
  /// @throws IllegalArgumentException when it has not a cell for each column
  public void row(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException("cells must be " + columns.size() + ": " + cells.length);
    }
    List<String> row = List.of(cells);
    switch (format) {
      case TEXT -> text(shown(row));
      case JSON -> {
        out.print(rows == 0 ? "\n  " : ",\n  ");
        out.print(Sheet.jsonObject(columns, row));
      }
      case CSV -> csv(row);
    }
    rows++;
  }

  /// Writes a row that has a JSON form of its own.
  ///
  /// @param json asked for only when JSON is written
  public void row(Supplier<String> json, String... cells) {
    if (format == OutputFormat.JSON) {
      out.print(rows == 0 ? "\n  " : ",\n  ");
      out.print(Cells.safeJson(json.get()));
      rows++;
    } else {
      row(cells);
    }
  }

  /// All cells escaped, all but the last cut: nothing stands behind the last.
  private static List<String> shown(List<String> row) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String cell = Cells.escaped(row.get(i));
      shown.add(i < row.size() - 1 ? Cells.cut(cell) : cell);
    }
    return shown;
  }

  /// How many rows were written.
  public long rows() {
    return rows;
  }

  @Override
  public void close() {
    switch (format) {
      case TEXT -> {
        if (rows > 0) {
          flushAligned();
        }
      }
      case JSON -> out.println(rows == 0 ? "]" : "\n]");
      case CSV -> {}
    }
    out.flush();
  }

  private void csv(List<String> cells) {
    out.print(String.join(",", cells.stream().map(Cells::csv).toList()));
    out.print("\r\n");
  }

  private void text(List<String> cells) {
    if (widths.length > 0) {
      line(cells);
      return;
    }
    waiting.add(cells);
    if (waiting.size() > ALIGNED_ROWS) {
      flushAligned();
    }
  }

  private void flushAligned() {
    if (widths.length == 0) {
      widths = new int[columns.size()];
      for (List<String> cells : waiting) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], Cells.width(cells.get(i)));
        }
      }
    }
    waiting.forEach(this::line);
    waiting.clear();
  }

  private void line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(Math.max(0, widths[i] - Cells.width(cell)));
      if (i > 0) {
        line.append(GAP);
      }
      switch (columns.get(i).type()) {
        case NUMBER -> line.append(padding).append(cell);
        case TEXT, DAY, TRUTH -> line.append(cell).append(padding);
      }
    }
    out.println(line.toString().stripTrailing());
  }
}
