package org.zhiheng.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.zhiheng.ledger.note.SignatureLine;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.tree.ConsistencyProof;

/// Those who are asked to sign a log's checkpoints.
///
/// Contract: asks each, waits no longer than it was made to wait, and gives the lines of those who
/// signed. One that does not answer is no failure. One that has seen a larger tree than the log has
/// is: [LogStopped]. [#close] lets what it holds go.
public interface Witnesses extends Closeable {

  /// Proves that the log grew.
  @FunctionalInterface
  interface Growth {
    /// From a size that the log had to that of the checkpoint.
    ///
    /// @throws IOException when its tiles cannot be read
    ConsistencyProof since(long size) throws IOException;
  }

  /// Nobody is asked.
  Witnesses NONE =
      new Witnesses() {
        @Override
        public List<SignatureLine> cosign(SignedNote checkpoint, Growth growth) {
          return List.of();
        }

        @Override
        public long largestSeen(String origin) {
          return 0;
        }

        @Override
        public void close() {}
      };

  /// Asks for signatures.
  ///
  /// @throws IOException when a tile cannot be read
  /// @throws LogStopped when one has seen a larger tree, or another of this size
  List<SignatureLine> cosign(SignedNote checkpoint, Growth growth) throws IOException;

  /// The largest size that any of them has signed of this log; 0 when none did or none answers.
  long largestSeen(String origin);

  @Override
  void close();
}
