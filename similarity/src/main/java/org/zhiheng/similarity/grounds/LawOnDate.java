package org.zhiheng.similarity.grounds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.values.Confidence;

/// Which law is in force when.
///
/// @param from the first day
/// @param until the last day
/// @param instrument its name
/// @param standing whether its articles are known
/// @param confidence how far that was checked
record LawOnDate(
    LocalDate from,
    LocalDate until,
    String instrument,
    GroundFinding.Standing standing,
    Confidence confidence) {

  /// Reads lines of five cells between tabs.
  ///
  /// @throws IllegalArgumentException with the line that is wrong: it is our own file
  static List<LawOnDate> read(List<String> lines) {
    List<LawOnDate> laws = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != 5) {
        throw new IllegalArgumentException("a law has five cells: " + line);
      }
      GroundFinding.Standing standing =
          switch (cells[3]) {
            case "confirmed" -> GroundFinding.Standing.IN_FORCE;
            case "unconfirmed" -> GroundFinding.Standing.PROVISIONAL;
            default -> throw new IllegalArgumentException("confirmed or unconfirmed: " + line);
          };
      laws.add(
          new LawOnDate(
              LocalDate.parse(cells[0]),
              cells[1].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[1]),
              cells[2],
              standing,
              Confidence.valueOf(cells[4].toUpperCase(java.util.Locale.ROOT))));
    }
    return List.copyOf(laws);
  }

  boolean on(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(until);
  }
}
