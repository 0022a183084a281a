package org.zhiheng.server.prove;

import java.util.List;

/// The public log, as anybody may see it.
///
/// @param origin its name
/// @param keys what it signs with
/// @param published whether there is a checkpoint
/// @param facts size, roots
/// @param checkpoint as it is signed; empty where there is none
/// @param witnesses who is asked to sign along
/// @param inspection how looking through it stands
/// @param entries the newest, newest first
public record LogView(
    String origin,
    List<EvidenceView.Line> keys,
    boolean published,
    List<EvidenceView.Line> facts,
    String checkpoint,
    List<WitnessLine> witnesses,
    InspectionView inspection,
    List<EntryLine> entries) {

  /// Copies the lists.
  public LogView {
    keys = List.copyOf(keys);
    facts = List.copyOf(facts);
    witnesses = List.copyOf(witnesses);
    entries = List.copyOf(entries);
  }

  /// A witness.
  ///
  /// @param name in the policy
  /// @param key what it signs with
  /// @param at when it signed this checkpoint, or that it did not
  /// @param behind how long ago that was; empty where it did not
  /// @param signed whether it did
  public record WitnessLine(String name, String key, String at, String behind, boolean signed) {}

  /// An entry.
  ///
  /// @param index from 0
  /// @param kind in words
  public record EntryLine(String index, String kind) {}
}
