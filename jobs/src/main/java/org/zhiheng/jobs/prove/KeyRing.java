package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Ed25519Key;
import org.zhiheng.ledger.statement.KeyEvent;

/// The private keys of a workspace, and their change.
///
/// Contract: what a method wrote is durable when it returns; each writes all or nothing, and two
/// processes take turns. Every other process signs with what was written from its next signature
/// on: none keeps an older key.
///
/// | change | stages |
/// |---|---|
/// | of statements | [#begin] → changed → [#settle] → the old key is retired |
/// | of the log | [#begin] → begun → [#settle] → both → [#finish] → finished → [#settle] → retired |
public interface KeyRing extends SigningKeys {

  /// The change of these keys that is under way.
  Optional<KeyChange> change(KeyEvent.Use use);

  /// What signs the statement of a change: of statements the old key, so that it names the new one;
  /// of the log the key of statements.
  ///
  /// @throws IllegalStateException when that change is not under way
  Ed25519Key stating(KeyEvent.Use use);

  /// What signed once, oldest first.
  List<RetiredKey> retired();

  /// Draws new keys, which sign from now on.
  ///
  /// @throws IOException when they cannot be written: nothing is changed then
  /// @throws IllegalStateException when a change of these keys is under way
  void begin(KeyEvent.Use use, KeyChange.Why why) throws IOException;

  /// Says that the old keys of the log are to end.
  ///
  /// @throws IOException when it cannot be written: nothing is changed then
  /// @throws IllegalStateException unless both old and new keys sign
  void finish(KeyChange.Why why) throws IOException;

  /// Says that the statement of a change is logged, which brings it to its next stage. Where the
  /// change has gone on meanwhile, nothing happens.
  ///
  /// @param change as it was when the statement was made
  /// @param event the statement
  /// @param last index of the last entry before it; -1 where there was none
  /// @throws IOException when it cannot be written: nothing is changed then
  void settle(KeyChange change, EvidenceStore.Kept event, long last) throws IOException;
}
