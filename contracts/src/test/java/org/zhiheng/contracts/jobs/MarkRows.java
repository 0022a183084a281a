package org.zhiheng.contracts.jobs;

import java.time.LocalDate;
import org.zhiheng.intake.IntakeFile;

/// A made-up marks CSV of any length.
final class MarkRows {

  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

  private MarkRows() {}

  /// So many rows, each of a mark of its own; one in `badEvery` has a class that is none.
  static IntakeFile file(int rows, int badEvery) {
    StringBuilder text =
        new StringBuilder("word,kind,application_number,filing_date,classes,holder\n");
    for (int i = 1; i <= rows; i++) {
      text.append("样")
          .append(i)
          .append(",word,")
          .append(10_000_000 + i)
          .append(',')
          .append(FIRST.plusDays(i % 3000))
          .append(',')
          .append(i % badEvery == 0 ? 99 : 1 + i % 45)
          .append(",持有人")
          .append(i % 50)
          .append('\n');
    }
    return Room.file("marks.csv", text.toString());
  }
}
