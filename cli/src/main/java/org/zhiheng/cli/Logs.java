package org.zhiheng.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.witness.Witness;

/// Opens the workspace's log, or the workspace as a witness of others; its keys are read for no
/// other command.
interface Logs {

  /// The log's files and keys.
  ///
  /// @throws IOException when the workspace's keys cannot be read
  LogDoor door() throws IOException;

  /// The log, as anybody may ask it.
  ///
  /// @throws IOException when the workspace's keys cannot be read
  default PublicLog open() throws IOException {
    return new PublicLog(door());
  }

  /// The workspace as a witness.
  ///
  /// @param logs the keys of each log that it watches, by its origin
  /// @throws IOException when the workspace's keys cannot be read
  OwnWitness witness(Map<String, List<VerifierKey>> logs) throws IOException;

  /// A witness and what it signs with.
  ///
  /// @param key that its lines are checked with
  /// @param witness remembers in the workspace
  record OwnWitness(VerifierKey key, Witness witness) {}
}
