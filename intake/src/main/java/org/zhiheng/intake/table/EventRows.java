package org.zhiheng.intake.table;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.intake.field.Dates;
import org.zhiheng.intake.field.Findings;

/// Reads rows of events by a mapping.
///
/// @param file the table's name
/// @param header the columns' names
/// @param mapping which of them are right, event and date
public record EventRows(String file, List<String> header, Mapping<EventField> mapping) {

  /// Copies the list.
  public EventRows {
    header = List.copyOf(header);
  }

  /// With the mapping guessed from the header.
  public static EventRows guessed(String file, List<String> header) {
    return new EventRows(file, header, Mapping.guess(List.of(EventField.values()), header));
  }

  /// What the row says.
  public EventRow read(TableRow row) {
    Findings findings = new Findings(file);
    return switch (row) {
      case TableRow.Broken broken -> {
        findings.add(broken.problem(), "line " + broken.line());
        yield new EventRow.Refused(findings.all());
      }
      case TableRow.Cells cells -> cells(cells, findings);
    };
  }

  private EventRow cells(TableRow.Cells row, Findings findings) {
    String at = "line " + row.line() + ", ";
    String right = mapping.of(row, EventField.RIGHT);
    String event = mapping.of(row, EventField.EVENT);
    if (right.isEmpty()) {
      findings.add("empty", at + "right", "", "A row must name a right.");
    }
    if (event.isEmpty()) {
      findings.add("empty", at + "event", "", "A row must say what happened.");
    }
    Optional<LocalDate> on =
        findings.of(Dates.parse(mapping.of(row, EventField.DATE)), at + "date");
    if (!findings.none() || on.isEmpty()) {
      return new EventRow.Refused(findings.all());
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < header.size() && i < row.cells().size(); i++) {
      String value = row.cells().get(i).strip();
      if (!mapping.columns().containsValue(i) && !value.isEmpty()) {
        values.put(header.get(i), value);
      }
    }
    return new EventRow.Taken(right, event, on.get(), values);
  }
}
