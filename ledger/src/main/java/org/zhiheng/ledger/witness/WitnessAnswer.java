package org.zhiheng.ledger.witness;

import java.util.List;
import org.zhiheng.ledger.note.SignatureLine;

/// What a witness answers.
///
/// Source: C2SP tlog-witness v1.0.0; each case says which status of HTTP it is there.
public sealed interface WitnessAnswer {

  /// It signed. 200, the lines as body.
  ///
  /// @param lines of its keys
  record Signed(List<SignatureLine> lines) implements WitnessAnswer {
    /// Copies the list.
    public Signed {
      lines = List.copyOf(lines);
    }
  }

  /// The request is not of the form, or goes backwards. 400.
  ///
  /// @param reason one sentence
  record Malformed(String reason) implements WitnessAnswer {}

  /// The log is not one that it watches. 404.
  ///
  /// @param origin which
  record UnknownLog(String origin) implements WitnessAnswer {}

  /// No key of the log signed. 403.
  ///
  /// @param reason one sentence
  record NotSigned(String reason) implements WitnessAnswer {}

  /// It signed another size last, or another root of this size. 409, the size as body.
  ///
  /// @param latest size that it signed last
  record Conflict(long latest) implements WitnessAnswer {}

  /// The proof does not show that the log grew. 422.
  ///
  /// @param reason one sentence
  record NotConsistent(String reason) implements WitnessAnswer {}
}
