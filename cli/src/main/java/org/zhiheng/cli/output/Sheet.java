package org.zhiheng.cli.output;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fields of one thing, each with its name.
///
/// Text is `name value` a line, without the fields that are empty; JSON is one object; CSV is a
/// header and one row.
public final class Sheet {

  private final List<Column> columns = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();

  /// Without a field yet.
  public Sheet() {}

  /// Adds a text.
  public Sheet text(String name, String value) {
    return with(Column.text(name), value);
  }

  /// Adds a whole number.
  public Sheet number(String name, long value) {
    return with(Column.number(name), Long.toString(value));
  }

  /// Adds a whole number that may not be known; JSON says `null` then.
  public Sheet number(String name, Optional<Long> value) {
    return with(Column.number(name), value.map(String::valueOf).orElse(""));
  }

  /// Adds a decimal number that may not be known; JSON says `null` then.
  public Sheet decimal(String name, Optional<BigDecimal> value) {
    return with(Column.number(name), value.map(BigDecimal::toPlainString).orElse(""));
  }

  /// Adds a day that may not be known; JSON says `null` then.
  public Sheet day(String name, Optional<LocalDate> value) {
    return with(Column.day(name), value.map(LocalDate::toString).orElse(""));
  }

  /// Adds a yes or no.
  public Sheet truth(String name, String value) {
    return with(Column.truth(name), value);
  }

  /// Adds a table.
  ///
  /// @param rows each with a cell for each column
  public Sheet table(String name, List<Column> columnsOfTable, List<List<String>> rows) {
    tables.add(new Table(name, columnsOfTable, rows));
    return this;
  }

  private record Table(String name, List<Column> columns, List<List<String>> rows) {}

  private Sheet with(Column column, String value) {
    columns.add(column);
    values.add(value);
    return this;
  }

  void write(PrintStream out, OutputFormat format) {
    switch (format) {
      case TEXT -> text(out);
      case JSON -> json(out);
      case CSV -> {
        out.print(String.join(",", columns.stream().map(Column::name).toList()) + "\r\n");
        out.print(String.join(",", values.stream().map(Cells::csv).toList()) + "\r\n");
      }
    }
    out.flush();
  }

  private void text(PrintStream out) {
    int width = columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty()) {
        String name = columns.get(i).name();
        out.println(name + " ".repeat(width - name.length() + 2) + Cells.escaped(values.get(i)));
      }
    }
    for (Table table : tables) {
      if (!table.rows().isEmpty()) {
        out.println();
        out.println(table.name());
        try (Listing listing = new Listing(out, OutputFormat.TEXT, table.columns())) {
          table.rows().forEach(row -> listing.row(row.toArray(String[]::new)));
        }
      }
    }
  }

  private void json(PrintStream out) {
    String fields = jsonObject(columns, values);
    out.print(fields.substring(0, fields.length() - 1));
    for (int t = 0; t < tables.size(); t++) {
      Table table = tables.get(t);
      out.print((columns.isEmpty() && t == 0 ? "" : ",") + Cells.json(table.name()) + ":[");
      for (int i = 0; i < table.rows().size(); i++) {
        out.print(i == 0 ? "\n  " : ",\n  ");
        out.print(jsonObject(table.columns(), table.rows().get(i)));
      }
      out.print("]");
    }
    out.println("}");
  }

  static String jsonObject(List<Column> columns, List<String> cells) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(Cells.json(columns.get(i).name())).append(':');
      switch (columns.get(i).type()) {
        case TEXT -> out.append(Cells.json(cells.get(i)));
        case DAY -> out.append(cells.get(i).isEmpty() ? "null" : Cells.json(cells.get(i)));
        case NUMBER, TRUTH -> out.append(cells.get(i).isEmpty() ? "null" : cells.get(i));
      }
    }
    return out.append('}').toString();
  }
}
