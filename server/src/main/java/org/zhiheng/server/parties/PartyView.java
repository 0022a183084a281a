package org.zhiheng.server.parties;

import java.util.List;
import org.zhiheng.register.record.RightRow;

/// What the page of one party shows.
///
/// @param id `P7`
/// @param name it is shown by
/// @param names all of them
/// @param creditCode unified social credit code; empty for none
/// @param place region and country
/// @param rights how many name it
/// @param rows the newest of them
/// @param absorbed parties that were merged into it
/// @param history oldest first
/// @param refused why a change was refused; empty when none was
/// @param typed what was typed into the refused form
public record PartyView(
    String id,
    String name,
    List<NameLine> names,
    String creditCode,
    String place,
    long rights,
    List<RightRow> rows,
    List<String> absorbed,
    List<ChangeLine> history,
    String refused,
    PartyForm typed) {

  /// Copies the lists.
  public PartyView {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
    absorbed = List.copyOf(absorbed);
    history = List.copyOf(history);
  }

  /// A name and how it is written or when it held.
  public record NameLine(String text, String form) {}

  /// Something that happened to it.
  public record ChangeLine(String at, String what, String other, String text, String by) {}
}
