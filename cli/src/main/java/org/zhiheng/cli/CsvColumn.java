package org.zhiheng.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.csv.CsvReader;
import org.zhiheng.intake.csv.CsvRecord;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// One column of a CSV file, row by row; data rows are counted from 0.
///
/// @param values a broken row is an empty text, so that rows keep their numbers
/// @param problems of the broken rows
record CsvColumn(List<String> values, List<Problem> problems) {

  CsvColumn {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  /// Reads it.
  ///
  /// @throws IOException when the file cannot be read
  static CsvColumn read(Path file, String column, String option) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      CsvReader reader = CsvReader.open(in);
      int at = reader.header().indexOf(column);
      if (at < 0) {
        throw new ProblemsException(
            new Problem(
                "column-missing",
                option,
                column,
                "The file has no column of this name; it has "
                    + String.join(", ", reader.header())
                    + ".",
                String.valueOf(file.getFileName())));
      }
      List<String> values = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      for (Optional<CsvRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        switch (next.get()) {
          case CsvRecord.Row row -> values.add(row.fields().get(at));
          case CsvRecord.Broken broken -> {
            problems.add(broken.problem().from(String.valueOf(file.getFileName())));
            values.add("");
          }
        }
      }
      return new CsvColumn(values, problems);
    }
  }
}
