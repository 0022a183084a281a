package org.zhiheng.server.right;

import java.util.List;
import org.zhiheng.server.page.Field;

/// What the form for an event shows.
///
/// @param right `R42`
/// @param title of the right
/// @param version of the right that the reader saw
/// @param kind code of the kind of event; empty while none is chosen
/// @param kindName in words
/// @param groups the kinds to choose from
/// @param on the date as typed
/// @param onWrong why the date was refused; empty when it was not
/// @param fields of this kind
/// @param file how a document goes with it
/// @param refused what belongs to no field
public record EventView(
    String right,
    String title,
    long version,
    String kind,
    String kindName,
    List<Group> groups,
    String on,
    String onWrong,
    List<Field> fields,
    FileNeed file,
    List<String> refused) {

  /// Copies the lists.
  public EventView {
    groups = List.copyOf(groups);
    fields = List.copyOf(fields);
    refused = List.copyOf(refused);
  }

  /// Kinds that belong together.
  public record Group(String label, List<Field.Choice> kinds) {
    /// Copies the list.
    public Group {
      kinds = List.copyOf(kinds);
    }
  }

  /// Whether a document goes with the event.
  public enum FileNeed {
    /// It is what the event is.
    REQUIRED,
    /// It may.
    OPTIONAL
  }
}
