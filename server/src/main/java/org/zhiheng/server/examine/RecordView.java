package org.zhiheng.server.examine;

import java.util.List;
import org.zhiheng.server.page.Reason;

/// One kept examination, as it was kept, and what asking again gave.
///
/// @param record what it is
/// @param list digest of its list
/// @param again whether the same question gives the same list today, in words
/// @param fault whether that shows a fault, of the record or of the system
/// @param differs in what the basis is another one, in words; empty on the same basis
/// @param changes what came, went, was rated otherwise, or changed its standing
/// @param moves what only stands at another rank
/// @param found what was found then
/// @param basis what the list rests on
/// @param reports where the report is
public record RecordView(
    ExamineView.KeptRow record,
    String list,
    String again,
    boolean fault,
    String differs,
    List<Change> changes,
    List<Change> moves,
    ExamineView.Found found,
    List<Reason.Line> basis,
    List<Report> reports) {

  /// Copies the lists.
  public RecordView {
    changes = List.copyOf(changes);
    moves = List.copyOf(moves);
    basis = List.copyOf(basis);
    reports = List.copyOf(reports);
  }

  /// A mark that is not where it was.
  ///
  /// @param right its id
  /// @param name its words
  /// @param what became of it, in words
  /// @param then its place or standing as it was kept; may be empty
  /// @param now the same today; may be empty
  public record Change(String right, String name, String what, String then, String now) {}

  /// A way to take the report out.
  ///
  /// @param label in words
  /// @param address of it
  /// @param first whether it is the one to take first
  public record Report(String label, String address, boolean first) {}
}
