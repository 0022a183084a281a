package org.zhiheng.server.prove;

import java.util.List;
import java.util.Optional;

/// One piece of evidence.
///
/// @param row what it is
/// @param way how far it has come
/// @param facts what is stated beside the files, by name
/// @param data what is known of a data set: fingerprint, terms, licences
/// @param files what is stated of them
/// @param statement who signed it and what is logged
/// @param holds that stand or stood
/// @param held whether one stands
/// @param notice the evidence that says that it was erased; empty when it was not
/// @param followed what came after it
public record EvidenceView(
    LockerView.Row row,
    WayView way,
    List<Line> facts,
    List<Line> data,
    List<FileLine> files,
    List<Line> statement,
    List<HoldLine> holds,
    boolean held,
    String notice,
    Followed followed) {

  /// Copies the lists.
  public EvidenceView {
    facts = List.copyOf(facts);
    data = List.copyOf(data);
    files = List.copyOf(files);
    statement = List.copyOf(statement);
    holds = List.copyOf(holds);
  }

  /// What ends that it counts.
  ///
  /// @param withdrawnBy the evidence that withdraws it; empty where nothing does
  /// @param replacedBy its newer version; empty where there is none
  public record Followed(String withdrawnBy, String replacedBy) {}

  /// A line of a list.
  ///
  /// @param label what it is
  /// @param text how it stands
  /// @param code whether it is for copying, not for reading
  public record Line(String label, String text, boolean code) {}

  /// A file that is stated.
  ///
  /// @param name as its owner calls it
  /// @param type its media type; may be empty
  /// @param size in words
  /// @param sha256 in hexadecimal
  /// @param sm3 in hexadecimal
  /// @param captured when and with what, as the depositor says; empty for nothing
  public record FileLine(
      String name, String type, String size, String sha256, String sm3, String captured) {}

  /// A hold against erasure.
  ///
  /// @param since when it was set
  /// @param by who set it
  /// @param reason in their words
  /// @param lifted when it was lifted, if it was
  public record HoldLine(String since, String by, String reason, Optional<String> lifted) {}
}
