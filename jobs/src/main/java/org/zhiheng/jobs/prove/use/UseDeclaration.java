package org.zhiheng.jobs.prove.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A declaration of use for a period: each line is tied to evidence and to its place in the log. It
/// says what evidence there is, not that the use was genuine.
///
/// @param mark as registered
/// @param period that it is about
/// @param at when it was made, by this machine's clock
/// @param by in whose name
/// @param log the origin of the log that the indices count in
/// @param anchoring whether the office asks for a chain
/// @param lines oldest use first
/// @param remarks what a reader must know beside
public record UseDeclaration(
    RegisteredMark mark,
    Period period,
    Instant at,
    String by,
    String log,
    AnchorRule anchoring,
    List<Line> lines,
    List<UseWindow.Remark> remarks) {

  private static final String OF = "declaration.of";

  /// Evidence that one fact names by its ids; a fact has at most 64,000 bytes.
  private static final int IDS_MAX = 5_000;

  /// Copies the lists.
  public UseDeclaration {
    lines = List.copyOf(lines);
    remarks = List.copyOf(remarks);
  }

  /// Days that a declaration is about.
  ///
  /// @param from first day
  /// @param to last day, included
  public record Period(LocalDate from, LocalDate to) {}

  /// One piece of evidence.
  ///
  /// @param evidence what it says and where it stands
  /// @param form the mark in it beside the mark as registered
  /// @param stamped whether a time authority stamped the log over it
  /// @param anchored whether a chain answered for the log over it
  public record Line(LockerItem evidence, MarkForm form, boolean stamped, boolean anchored) {}

  /// Whether these facts are those of a declaration.
  static boolean stated(Map<String, String> facts) {
    return facts.containsKey(OF);
  }

  /// What is stated beside the file when the declaration itself is deposited.
  public SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put(OF, mark.id().toString());
    facts.put("declaration.office", anchoring.office().code());
    facts.put("declaration.from", period.from().toString());
    facts.put("declaration.to", period.to().toString());
    facts.put("declaration.count", Integer.toString(lines.size()));
    facts.put(
        "declaration.evidence",
        lines.stream()
            .limit(IDS_MAX)
            .map(line -> line.evidence().id().toString())
            .collect(Collectors.joining(" ")));
    return facts;
  }
}
