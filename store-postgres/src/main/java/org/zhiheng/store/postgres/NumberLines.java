package org.zhiheng.store.postgres;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;

/// The numbers of a right in one column: a line each, office, type, key and text by tabs apart.
final class NumberLines {

  private static final int PARTS = 4;

  private NumberLines() {}

  static String write(Collection<RightNumber> numbers) {
    StringBuilder lines = new StringBuilder();
    for (RightNumber number : numbers) {
      if (!lines.isEmpty()) {
        lines.append('\n');
      }
      lines
          .append(number.office().code())
          .append('\t')
          .append(number.type().name())
          .append('\t')
          .append(number.key())
          .append('\t')
          .append(number.text());
    }
    return lines.toString();
  }

  static List<RightNumber> read(String lines) {
    List<RightNumber> numbers = new ArrayList<>();
    for (String line : lines.split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      String[] parts = line.split("\t", PARTS);
      numbers.add(
          new RightNumber(new Office(parts[0]), NumberType.valueOf(parts[1]), parts[3], parts[2]));
    }
    return numbers;
  }
}
