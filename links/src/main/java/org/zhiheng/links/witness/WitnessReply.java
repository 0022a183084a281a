package org.zhiheng.links.witness;

import java.util.List;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.VerifierKey;

/// What asking one witness came to.
public sealed interface WitnessReply {

  /// Which: its address.
  String witness();

  /// It signed, and its signature holds.
  ///
  /// @param witness its address
  /// @param keys of the policy, that signed
  /// @param lines one of each key
  record Signed(String witness, List<VerifierKey> keys, List<SignatureLine> lines)
      implements WitnessReply {
    /// Copies the lists.
    public Signed {
      keys = List.copyOf(keys);
      lines = List.copyOf(lines);
    }
  }

  /// It says what it signed last.
  ///
  /// @param witness its address
  /// @param size 0 when it signed none
  record Latest(String witness, long size) implements WitnessReply {}

  /// It says that it signed a larger tree of this log, or another of this size. If that is so, the
  /// log was put back from a backup or is kept twice.
  ///
  /// @param witness its address
  /// @param size that it says it signed
  record Ahead(String witness, long size) implements WitnessReply {}

  /// It says twice that it signed a smaller tree last, and does not sign what it was proved grew
  /// out of that.
  ///
  /// @param witness its address
  /// @param size that it says it signed
  record Behind(String witness, long size) implements WitnessReply {}

  /// It answered that it does not sign.
  ///
  /// @param witness its address
  /// @param status of HTTP
  /// @param reason one sentence
  record Refused(String witness, int status, String reason) implements WitnessReply {}

  /// It said that it signed, and what it sent does not count.
  ///
  /// @param witness its address
  /// @param reason one sentence
  record Invalid(String witness, String reason) implements WitnessReply {}

  /// It did not answer, or not in a way that says anything.
  ///
  /// @param witness its address
  /// @param reason one sentence
  record Failed(String witness, String reason) implements WitnessReply {}
}
