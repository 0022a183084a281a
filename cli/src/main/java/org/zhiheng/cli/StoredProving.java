package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.note.NoteSigner;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.witness.Witness;
import org.zhiheng.links.chain.ChainsFile;
import org.zhiheng.links.time.AuthoritiesFile;
import org.zhiheng.links.witness.LogPolicy;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.files.FileTiles;
import org.zhiheng.store.files.FileWal;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresLogClaim;
import org.zhiheng.store.postgres.prove.PostgresCheckpointProofs;
import org.zhiheng.store.postgres.prove.PostgresEvidence;
import org.zhiheng.store.postgres.prove.PostgresHead;
import org.zhiheng.store.postgres.prove.PostgresOutbox;
import org.zhiheng.store.postgres.prove.PostgresWitnessMemory;

/// Proving over a workspace's folder and database: keys under `keys`, tiles under `log/public`, the
/// write-ahead log under `log/wal`, the head in the database.
record StoredProving(
    Path home,
    Database database,
    Records records,
    Documents documents,
    AuditTrail trail,
    SecureRandom random,
    InstantSource clock)
    implements Proving {

  private static final String KEYS = "keys";
  private static final String PUBLIC = "log/public";
  private static final String WAL = "log/wal";

  /// Which time authorities are asked to stamp them; nobody where it is not there.
  private static final String AUTHORITIES = "log/authorities";

  /// Which chains they are anchored in; none where it is not there.
  private static final String CHAINS = "log/chains";

  /// Who is asked to sign the log's checkpoints; nobody where it is not there.
  private static final String POLICY = "log/policy";

  @Override
  public ProveDesk open() throws IOException {
    Path policy = home.resolve(POLICY);
    Path authorities = home.resolve(AUTHORITIES);
    FileKeys keys = FileKeys.open(home.resolve(KEYS), random);
    return ProveDesk.of(
        new ProveStores(
            keys,
            new PostgresEvidence(database),
            new PostgresOutbox(database),
            new PostgresCheckpointProofs(database),
            FileTiles.in(home.resolve(PUBLIC)),
            () -> FileWal.open(home.resolve(WAL), 0),
            new PostgresHead(database, keys.origin()),
            new PostgresLogClaim(database),
            () -> LogPolicy.in(policy).witnesses(keys.witness().key(), keys.log()),
            AuthoritiesFile.in(authorities),
            ChainsFile.in(home.resolve(CHAINS)),
            LogPolicy.in(policy).hints(AuthoritiesFile.certificates(authorities))),
        records,
        documents,
        trail,
        random,
        clock);
  }

  @Override
  public OwnWitness witness(Map<String, List<VerifierKey>> logs) throws IOException {
    NoteSigner key = FileKeys.open(home.resolve(KEYS), random).witness();
    return new OwnWitness(
        key.key(), new Witness(logs, List.of(key), new PostgresWitnessMemory(database), clock));
  }
}
