package org.zhiheng.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.archive.RefusedBytes;
import org.zhiheng.intake.cnipa.GazetteRows;
import org.zhiheng.intake.csv.CsvReader;
import org.zhiheng.intake.csv.CsvRecord;
import org.zhiheng.intake.field.Outcome;
import org.zhiheng.intake.marks.MarkRows;
import org.zhiheng.values.Parsed;

/// Reads the rows of a CSV file into items.
final class CsvItems {

  private CsvItems() {}

  /// Reads rows of one format, for a file with this header.
  interface Rows {
    /// What the row says.
    Outcome read(CsvRecord.Row row, String position);
  }

  /// Makes the [Rows] for a header.
  interface Format {
    /// Refused when a column is missing.
    Parsed<Rows> of(List<String> header);
  }

  static Format gazette(IntakeFile file) {
    return header ->
        GazetteRows.of(file.name(), file.digest().hex(), header).map(rows -> rows::read);
  }

  static Format marks(IntakeFile file) {
    return header -> MarkRows.of(file.name(), file.digest().hex(), header).map(rows -> rows::read);
  }

  /// Reads all rows of one member.
  ///
  /// @return false when the consumer wants no more
  /// @throws RefusedBytes when the file cannot be read on
  static boolean read(Format format, String member, InputStream in, Items items)
      throws IOException {
    String prefix = member.isEmpty() ? "line " : member + " line ";
    CsvReader reader = CsvReader.open(in);
    Rows rows =
        switch (format.of(reader.header())) {
          case Parsed.Ok<Rows> ok -> ok.value();
          case Parsed.Refused<Rows> refused ->
              throw new RefusedBytes(refused.problem().at(prefix + 1));
        };
    while (true) {
      Optional<CsvRecord> next = reader.next();
      if (next.isEmpty()) {
        return true;
      }
      CsvRecord record = next.get();
      String position = prefix + record.line();
      boolean more =
          switch (record) {
            case CsvRecord.Row row -> items.take(rows.read(row, position));
            case CsvRecord.Broken broken -> items.refuse(broken.problem().at(position));
          };
      if (!more) {
        return false;
      }
    }
  }
}
