package org.zhiheng.jobs.prove;

import java.util.List;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;
import org.zhiheng.values.OrganisationId;

/// A change of keys that is under way: the new keys sign already.
///
/// @param use what the keys sign
/// @param stage how far it has come
/// @param old the keys that go
/// @param fresh the keys that come
/// @param why who wants it, and why
public record KeyChange(
    KeyEvent.Use use, Stage stage, List<VerifierKey> old, List<VerifierKey> fresh, Why why) {

  /// Copies the lists.
  public KeyChange {
    old = List.copyOf(old);
    fresh = List.copyOf(fresh);
  }

  /// How far a change has come. Whoever holds the log next carries on from there.
  public enum Stage {
    /// Of statements: the new key signs; the old one has to name it, and goes when that is logged.
    CHANGED,
    /// Of the log: all keys sign; that has to be logged.
    BEGUN,
    /// Of the log: all keys sign until somebody ends that.
    BOTH,
    /// Of the log: all keys sign until it is logged that the old ones end.
    FINISHED
  }

  /// Who wants a change, and why.
  ///
  /// @param organisation whose evidence the statement of it is
  /// @param by in whose name
  /// @param reason in words; stated
  /// @param destroy whether the old private keys are destroyed at the end, else put aside
  public record Why(OrganisationId organisation, String by, String reason, boolean destroy) {}
}
