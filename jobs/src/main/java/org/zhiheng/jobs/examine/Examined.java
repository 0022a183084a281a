package org.zhiheng.jobs.examine;

import java.util.List;
import org.zhiheng.similarity.grounds.GroundFinding;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Problem;

/// What an examination found.
///
/// @param inquiry what was asked
/// @param basis what it rests on
/// @param hits earlier marks, in the order of the rule
/// @param leftOut how many were near in sign and left out because their goods are unrelated
/// @param grounds what stands against the sign itself: a screen, not an examination
/// @param cautions what could not be looked at, and why
/// @param list digest of the ranked list
/// @param elapsedMicros how long it took
public record Examined(
    Inquiry inquiry,
    Basis basis,
    List<Hit> hits,
    int leftOut,
    List<GroundFinding> grounds,
    List<Problem> cautions,
    Digest list,
    long elapsedMicros) {

  /// Copies the lists.
  public Examined {
    hits = List.copyOf(hits);
    grounds = List.copyOf(grounds);
    cautions = List.copyOf(cautions);
  }
}
