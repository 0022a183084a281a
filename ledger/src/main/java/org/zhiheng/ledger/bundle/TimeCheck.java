package org.zhiheng.ledger.bundle;

import java.util.Optional;
import java.util.SortedMap;
import org.zhiheng.ledger.statement.Octets;

/// Judges the time stamps of a bundle.
@FunctionalInterface
public interface TimeCheck {

  /// What is judged.
  ///
  /// @param stamped the bytes the stamps must be over: the checkpoint with its signatures
  /// @param stamps at least one
  /// @param hints what the bundle brings in its folder `trust`, by name; nobody vouches for it
  /// @param trust what was given from outside, if anything was
  record Subject(
      Octets stamped,
      BundleParts.Stamps stamps,
      SortedMap<String, Octets> hints,
      Optional<Trust> trust) {}

  /// Judges. One false stamp among good ones is a failure. Nothing in the bundle may make it throw.
  Finding check(Subject subject);
}
