package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.witness.Witness;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.prove.PostgresEvidence;
import org.zhiheng.store.postgres.prove.PostgresWitnessMemory;

/// The log and the witness of a workspace: keys in its folder, memory in its database.
///
/// @param home the workspace's folder
/// @param database its register
/// @param random what keys are drawn from
/// @param clock the witness's
record StoredLogs(Path home, Database database, SecureRandom random, InstantSource clock)
    implements Logs {

  /// Where the keys lie in the workspace's folder.
  private static final String KEYS = "keys";

  @Override
  public LogDoor door() throws IOException {
    FileKeys keys = keys();
    return new StoredLog(
        home, database, new PostgresEvidence(database), keys.log(), keys.witness().key());
  }

  @Override
  public OwnWitness witness(Map<String, List<VerifierKey>> logs) throws IOException {
    NoteSigner key = keys().witness();
    return new OwnWitness(
        key.key(), new Witness(logs, List.of(key), new PostgresWitnessMemory(database), clock));
  }

  private FileKeys keys() throws IOException {
    return FileKeys.open(home.resolve(KEYS), random);
  }
}
