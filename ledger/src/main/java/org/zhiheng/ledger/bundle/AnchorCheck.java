package org.zhiheng.ledger.bundle;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.zhiheng.ledger.statement.Octets;

/// Judges what outside chains answered.
@FunctionalInterface
public interface AnchorCheck {

  /// What is judged.
  ///
  /// @param stamped the bytes whose digest must be anchored: the checkpoint with its signatures
  /// @param anchors at least one, JSON as it was put in; not even read yet
  /// @param hints what the bundle brings in its folder `trust`, by name; nobody vouches for it
  /// @param trust what was given from outside, if anything was
  record Subject(
      Octets stamped,
      List<Octets> anchors,
      SortedMap<String, Octets> hints,
      Optional<Trust> trust) {

    /// Copies the list.
    public Subject {
      anchors = List.copyOf(anchors);
    }
  }

  /// Judges. One false anchor among good ones is a failure. Nothing in the bundle may make it
  /// throw.
  Finding check(Subject subject);
}
