package org.zhiheng.server.prove.use;

import java.util.List;
import java.util.Optional;

/// The page that makes a declaration of use.
///
/// @param right as typed
/// @param from first day, as typed
/// @param to last day, as typed
/// @param office as typed
/// @param refused what was wrong, in words
/// @param shown what can be taken out
/// @param query the question, for links
public record DeclareView(
    String right,
    String from,
    String to,
    String office,
    List<String> refused,
    Optional<Shown> shown,
    String query) {

  /// Copies the list.
  public DeclareView {
    refused = List.copyOf(refused);
  }

  /// A declaration before it is taken out.
  ///
  /// @param right id of the mark
  /// @param mark its words
  /// @param anchoring what the office asks of chains, in words
  /// @param source where that stands, and how far that was checked
  /// @param lines oldest use first
  /// @param remarks what a reader must know beside
  public record Shown(
      String right,
      String mark,
      String anchoring,
      String source,
      List<Line> lines,
      List<String> remarks) {
    /// Copies the lists.
    public Shown {
      lines = List.copyOf(lines);
      remarks = List.copyOf(remarks);
    }
  }

  /// A piece of evidence.
  ///
  /// @param id of it
  /// @param kind in words
  /// @param days of the use
  /// @param place where
  /// @param goods that it shows
  /// @param mark as used, and how it stands to the mark as registered
  /// @param proof index in the log, stamped or not, anchored or not
  public record Line(
      String id, String kind, String days, String place, String goods, String mark, String proof) {}
}
