package org.zhiheng.similarity.han;

import java.util.List;

/// Why two characters look alike, or do not.
///
/// @param left the one character's form
/// @param right the other's
/// @param shared parts that both have, biggest first
/// @param picture 0..1, how alike their printed pictures are
/// @param parts 0..1, how alike their make-up of parts is
/// @param score 0..1, the same as [HanLexicon#shape]
public record ShapeEvidence(
    HanShape left,
    HanShape right,
    List<String> shared,
    double picture,
    double parts,
    double score) {

  /// Copies the list.
  public ShapeEvidence {
    shared = List.copyOf(shared);
  }
}
