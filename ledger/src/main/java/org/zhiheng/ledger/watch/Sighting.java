package org.zhiheng.ledger.watch;

/// What seeing a checkpoint showed.
public sealed interface Sighting {

  /// It is the first of this log; there is nothing to compare it with.
  ///
  /// @param size of the tree
  record First(long size) implements Sighting {}

  /// It is of the tree that was seen last; it may have been signed by more.
  ///
  /// @param size of the tree
  record Same(long size) implements Sighting {}

  /// It grew out of what was seen last.
  ///
  /// @param from size before
  /// @param to size now
  record Grew(long from, long to) implements Sighting {}

  /// What was seen last grew out of it: it is of earlier, and no lie.
  ///
  /// @param size of its tree
  /// @param latest size that was seen last
  record Behind(long size, long latest) implements Sighting {}

  /// The log signed two histories.
  ///
  /// @param proof that holds without the log
  record Forked(ForkProof proof) implements Sighting {}

  /// It is neither shown that it grew nor that it did not: the log does not show the tree that it
  /// signed. Both checkpoints are worth keeping.
  ///
  /// @param reason one sentence
  record Unproven(String reason) implements Sighting {}

  /// It is no checkpoint of this log, or not signed by it.
  ///
  /// @param reason one sentence
  record Strange(String reason) implements Sighting {}
}
