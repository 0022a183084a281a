package org.zhiheng.intake.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.InputSource;
import org.zhiheng.intake.archive.RefusedBytes;
import org.zhiheng.intake.csv.CsvReader;
import org.zhiheng.intake.csv.CsvRecord;
import org.zhiheng.values.Problem;

/// Reads a table out of a CSV (commas, semicolons or tabs; UTF-8 or GBK) or the first sheet of an
/// XLSX, told by its first bytes, row by row.
public final class TableReader {

  /// More rows than anybody keeps of one's own in a sheet.
  public static final int ROWS_MAX = 1_048_576;

  private TableReader() {}

  /// Reads the table from its header until it ends or the consumer has enough.
  ///
  /// @return why the table as a whole could not be read, or not further, if so
  /// @throws IOException when the stream itself fails, or the consumer does
  public static Optional<Problem> read(InputSource source, TableConsumer consumer)
      throws IOException {
    boolean workbook;
    try (InputStream in = source.open()) {
      byte[] magic = in.readNBytes(2);
      workbook = magic.length == 2 && magic[0] == 'P' && magic[1] == 'K';
    }
    try {
      if (workbook) {
        Workbook.read(source, consumer);
      } else {
        csv(source, consumer);
      }
      return Optional.empty();
    } catch (RefusedBytes refused) {
      return Optional.of(refused.problem());
    }
  }

  /// The first rows of a table.
  ///
  /// @param header empty when the table as a whole is refused
  /// @param rows at most as many as asked for
  /// @param problem why the table as a whole is refused, if it is
  public record Preview(List<String> header, List<TableRow> rows, Optional<Problem> problem) {
    /// Copies the lists.
    public Preview {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  /// Reads the header and the first rows.
  ///
  /// @throws IOException when the stream fails
  public static Preview preview(InputSource source, int rowsMax) throws IOException {
    List<String> header = new ArrayList<>();
    List<TableRow> rows = new ArrayList<>();
    Optional<Problem> problem =
        read(
            source,
            new TableConsumer() {
              @Override
              public boolean header(List<String> names) {
                header.addAll(names);
                return rowsMax > 0;
              }

              @Override
              public boolean row(TableRow row) {
                rows.add(row);
                return rows.size() < rowsMax;
              }
            });
    return new Preview(header, rows, problem);
  }

  private static void csv(InputSource source, TableConsumer consumer) throws IOException {
    try (InputStream in = source.open()) {
      CsvReader reader = CsvReader.openGuessing(in);
      if (!consumer.header(reader.header())) {
        return;
      }
      for (int count = 0; ; count++) {
        Optional<CsvRecord> next = reader.next();
        if (next.isEmpty()) {
          return;
        }
        if (count >= ROWS_MAX) {
          throw new RefusedBytes(tooManyRows());
        }
        TableRow row =
            switch (next.get()) {
              case CsvRecord.Row sound -> new TableRow.Cells(sound.line(), sound.fields());
              case CsvRecord.Broken broken ->
                  new TableRow.Broken(broken.line(), broken.problem().at("line " + broken.line()));
            };
        if (!consumer.row(row)) {
          return;
        }
      }
    }
  }

  static Problem tooManyRows() {
    return Problem.of(
        "table-rows", "", "", "A table may have " + ROWS_MAX + " rows at most; split it.");
  }
}
