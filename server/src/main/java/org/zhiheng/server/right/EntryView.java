package org.zhiheng.server.right;

import java.util.List;
import org.zhiheng.server.page.Field;

/// What the form for a right entered by hand shows.
///
/// @param kind code of the kind; empty while none is chosen
/// @param kindName in words
/// @param kinds to choose from
/// @param office as typed
/// @param officeWrong why it was refused; empty when it was not
/// @param fields of this kind
/// @param references ours, the client's and the client's name
/// @param refused what belongs to no field
/// @param known where the right stands already; empty when it does not
public record EntryView(
    String kind,
    String kindName,
    List<Field.Choice> kinds,
    String office,
    String officeWrong,
    List<Field> fields,
    List<Field> references,
    List<String> refused,
    String known) {

  /// Copies the lists.
  public EntryView {
    kinds = List.copyOf(kinds);
    fields = List.copyOf(fields);
    references = List.copyOf(references);
    refused = List.copyOf(refused);
  }
}
