package org.zhiheng.jobs.prove;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.note.VerifierKey;

/// The way to the workspace's log: everybody may read, one process at a time may write.
public interface LogDoor {

  /// What is published.
  Tiles tiles();

  /// The log's name.
  String origin();

  /// What the log signs with; while keys are changed, first the old ones.
  List<VerifierKey> keys();

  /// What the SM3 tree's checkpoints are signed with, in the same order.
  List<VerifierKey> siblingKeys();

  /// What signed checkpoints of either tree once and signs no more, oldest first.
  List<VerifierKey> retiredKeys();

  /// Opens the log to write; nothing when another has it open.
  ///
  /// @throws IOException when it cannot be read
  /// @throws org.zhiheng.ledger.log.LogStopped when what is there does not fit together
  Optional<OpenLog> open() throws IOException;

  /// The log, open to write.
  ///
  /// @param keeper carries leaves into it
  /// @param closing lets it go
  record OpenLog(LogKeeper keeper, Closeable closing) implements Closeable {
    @Override
    public void close() throws IOException {
      closing.close();
    }
  }
}
