package org.zhiheng.similarity.han;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is known of each character, one row each.
final class CharacterTable {

  /// One character.
  record Row(
      List<Syllable> readings,
      List<String> cantonese,
      int strokes,
      int radical,
      String fourCorner,
      String cangjie,
      double commonness) {}

  private final Map<Integer, Row> rows = new HashMap<>(100_000);

  CharacterTable() {
    Map<String, Syllable> known = new HashMap<>();
    Resources.lines("characters.tsv")
        .forEach(line -> {
          List<String> cells = Resources.cells(line);
          List<Syllable> readings = new ArrayList<>();
          int count = 0;
          for (String reading : words(cells.get(1))) {
            int colon = reading.indexOf(':');
            readings.add(
                known.computeIfAbsent(
                    reading.substring(0, colon), text -> Syllable.parse(text).orElseThrow()));
            count += Integer.parseInt(reading.substring(colon + 1));
          }
          int grade = cells.get(7).isEmpty() ? 6 : Integer.parseInt(cells.get(7));
          double common = 0.3 * (6 - grade) / 5.0 + 0.7 * Math.min(1, Math.log1p(count) / 12);
          rows.put(
              cells.get(0).codePointAt(0),
              new Row(
                  List.copyOf(readings),
                  List.of(words(cells.get(2))),
                  Integer.parseInt(cells.get(3)),
                  Integer.parseInt(cells.get(4)),
                  cells.get(5).replace(".", ""),
                  cells.get(6),
                  common));
        });
  }

  private static String[] words(String cell) {
    return cell.isEmpty() ? new String[0] : cell.split(" ");
  }

  @org.jspecify.annotations.Nullable
  Row row(int codePoint) {
    return rows.get(codePoint);
  }
}
