package org.zhiheng.bench.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rows of a small CSV file (RFC 4180, UTF-8) by column name. For measuring only.
final class CsvRows {

  private CsvRows() {}

  static List<Map<String, String>> read(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (quoted) {
        if (sign != '"') {
          cell.append(sign);
        } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
          cell.append(sign);
          at++;
        } else {
          quoted = false;
        }
      } else if (sign == '"') {
        quoted = true;
      } else if (sign == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (sign == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
      } else if (sign != '\r') {
        cell.append(sign);
      }
    }
    if (!row.isEmpty() || !cell.isEmpty()) {
      row.add(cell.toString());
      rows.add(List.copyOf(row));
    }
    List<String> header = rows.getFirst();
    List<Map<String, String>> named = new ArrayList<>();
    for (List<String> cells : rows.subList(1, rows.size())) {
      Map<String, String> one = new LinkedHashMap<>();
      for (int at = 0; at < Math.min(header.size(), cells.size()); at++) {
        one.put(header.get(at), cells.get(at));
      }
      named.add(one);
    }
    return named;
  }
}
