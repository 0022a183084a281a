package org.zhiheng.intake.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhiheng.values.Parsed;

/// Where the columns of a format stand in one file.
public final class Columns {

  private final Map<String, Integer> places;

  private Columns(Map<String, Integer> places) {
    this.places = places;
  }

  /// Finds them by name, in any order and case; columns that are not known are passed over.
  ///
  /// @param needed must be there
  /// @param known may be there, the needed ones included
  public static Parsed<Columns> find(List<String> header, List<String> needed, List<String> known) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i).strip().toLowerCase(Locale.ROOT);
      if (known.contains(name) && places.putIfAbsent(name, i) != null) {
        return refused(header, known, "Column " + name + " stands twice in the header.");
      }
    }
    List<String> missing = needed.stream().filter(name -> !places.containsKey(name)).toList();
    return missing.isEmpty()
        ? Parsed.ok(new Columns(places))
        : refused(header, known, "Missing in the header: " + String.join(", ", missing) + ".");
  }

  private static Parsed<Columns> refused(List<String> header, List<String> known, String why) {
    return Parsed.refused(
        "csv-header",
        String.join(",", header),
        why + " The columns are " + String.join(", ", known) + ".");
  }

  /// The field of this column without the blanks around it; empty when the file has no such column.
  public String of(CsvRecord.Row row, String column) {
    Integer place = places.get(column);
    return place == null ? "" : row.fields().get(place).strip();
  }
}
