package org.zhiheng.cashflow.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rows of a CSV text (RFC 4180): a header, then rows of as many cells.
///
/// @param header names of the columns
/// @param rows cells, each row as long as the header
/// @param problem why it is no CSV
public record CsvRows(List<String> header, List<List<String>> rows, Optional<String> problem) {

  /// Holds the lists unchangeable.
  public CsvRows {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /// Reads a text; what is none is empty, with a problem.
  public static CsvRows read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int at = text.startsWith("\uFEFF") ? 1 : 0;
    for (; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (quoted) {
        if (sign == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else if (sign == '"') {
          quoted = false;
        } else {
          cell.append(sign);
        }
      } else {
        switch (sign) {
          case '"' -> quoted = true;
          case ',' -> {
            row.add(cell.toString().strip());
            cell.setLength(0);
          }
          case '\n' -> {
            row.add(cell.toString().strip());
            cell.setLength(0);
            rows.add(row);
            row = new ArrayList<>();
          }
          default -> cell.append(sign);
        }
      }
    }
    if (quoted) {
      return refused("A quote is never closed.");
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(cell.toString().strip());
      rows.add(row);
    }
    rows.removeIf(one -> one.size() == 1 && one.getFirst().isEmpty());
    if (rows.isEmpty()) {
      return refused("The file has no header.");
    }
    List<String> header = rows.removeFirst();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != header.size()) {
        return refused(
            "Row "
                + (i + 1)
                + " has "
                + rows.get(i).size()
                + " cells, the header "
                + header.size()
                + ".");
      }
    }
    return new CsvRows(header, rows, Optional.empty());
  }

  /// A row as a JSON object: cells of these columns by name, the others under `facts`; empty cells
  /// are left out.
  String asJson(List<String> row, Set<String> keys) {
    StringBuilder known = new StringBuilder("{");
    StringBuilder facts = new StringBuilder();
    for (int i = 0; i < header.size(); i++) {
      if (!row.get(i).isEmpty()) {
        StringBuilder into = keys.contains(header.get(i)) ? known : facts;
        into.append(JsonText.quoted(header.get(i)))
            .append(": ")
            .append(JsonText.quoted(row.get(i)))
            .append(", ");
      }
    }
    if (!facts.isEmpty()) {
      known.append("\"facts\": {").append(facts, 0, facts.length() - 2).append("}, ");
    }
    return known.length() == 1 ? "{}" : known.substring(0, known.length() - 2) + "}";
  }

  private static CsvRows refused(String why) {
    return new CsvRows(List.of(), List.of(), Optional.of(why));
  }
}
