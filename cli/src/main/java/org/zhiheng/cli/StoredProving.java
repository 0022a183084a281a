package org.zhiheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.jobs.prove.Deposits;
import org.zhiheng.jobs.prove.Erasure;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.Exports;
import org.zhiheng.jobs.prove.LogTurn;
import org.zhiheng.jobs.prove.ProveDesk;
import org.zhiheng.jobs.prove.PublicLog;
import org.zhiheng.jobs.prove.Recorder;
import org.zhiheng.jobs.prove.SigningKeys;
import org.zhiheng.jobs.prove.Stating;
import org.zhiheng.jobs.prove.TrustHints;
import org.zhiheng.jobs.prove.WorkspaceLog;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.store.files.FileKeys;
import org.zhiheng.store.files.FileTiles;
import org.zhiheng.store.files.FileWal;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresLogClaim;
import org.zhiheng.store.postgres.prove.PostgresCheckpointProofs;
import org.zhiheng.store.postgres.prove.PostgresEvidence;
import org.zhiheng.store.postgres.prove.PostgresHead;
import org.zhiheng.store.postgres.prove.PostgresOutbox;

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

  @Override
  public ProveDesk open() throws IOException {
    SigningKeys keys = FileKeys.open(home.resolve(KEYS), random);
    EvidenceStore store = new PostgresEvidence(database);
    Stating stating = new Stating(keys, random);
    WorkspaceLog log =
        new WorkspaceLog(
            keys.log(),
            FileTiles.in(home.resolve(PUBLIC)),
            () -> FileWal.open(home.resolve(WAL), 0),
            new PostgresHead(database, keys.log().origin()),
            new PostgresLogClaim(database),
            new Recorder(new PostgresOutbox(database), documents, stating, clock),
            store,
            Witnesses.NONE);
    return new ProveDesk(
        new Deposits(records, documents, store, stating, trail, clock),
        new EvidenceBook(store),
        new Erasure(store, documents, stating, keys.log().origin(), trail, clock),
        new Exports(
            store,
            documents,
            new PostgresCheckpointProofs(database),
            log,
            keys,
            TrustHints.NONE,
            trail,
            clock),
        new LogTurn(log, store),
        new PublicLog(log));
  }
}
