package org.zhiheng.ledger.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What checking a note against keys showed.
public sealed interface NoteCheck {

  /// A key that did sign.
  ///
  /// @param key which
  /// @param at the time it says, where its kind says one; only as good as who signed
  record Signed(VerifierKey key, Optional<Instant> at) {}

  /// At least one of the keys signed, and no line of theirs is false.
  ///
  /// @param signed each once
  record Held(List<Signed> signed) implements NoteCheck {
    /// Copies the list.
    public Held {
      signed = List.copyOf(signed);
    }
  }

  /// None signed, or a line of theirs is false.
  ///
  /// @param reason one sentence
  record Refused(String reason) implements NoteCheck {}

  /// Who signed; nobody where it was refused.
  default List<Signed> signers() {
    return switch (this) {
      case Held held -> held.signed();
      case Refused _ -> List.of();
    };
  }
}
