package org.zhiheng.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.LogKeeper;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.policy.TrustPolicy;
import org.zhiheng.links.witness.HttpWitnesses;
import org.zhiheng.store.files.FileTiles;
import org.zhiheng.store.files.FileWal;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.store.postgres.PostgresLogClaim;
import org.zhiheng.store.postgres.prove.PostgresHead;

/// The log in a workspace's folder: tiles under `log/public`, the write-ahead log under `log/wal`,
/// the head in the database.
///
/// @param home the workspace's folder
/// @param database holds the head, and who has the log open
/// @param store the evidence whose leaves are logged
/// @param identity which log, and its keys
/// @param witness the workspace's own: it signs for others only
record StoredLog(
    Path home, Database database, EvidenceStore store, LogIdentity identity, VerifierKey witness)
    implements LogDoor {

  private static final String PUBLIC = "log/public";
  private static final String WAL = "log/wal";

  /// Who is asked to sign the log's checkpoints; nobody where it is not there.
  private static final String POLICY = "log/policy";

  @Override
  public Tiles tiles() {
    return FileTiles.in(home.resolve(PUBLIC));
  }

  @Override
  public String origin() {
    return identity.origin();
  }

  @Override
  public List<VerifierKey> keys() {
    return identity.keys();
  }

  @Override
  public VerifierKey siblingKey() {
    return identity.sibling().key();
  }

  @Override
  public Optional<OpenLog> open() throws IOException {
    PostgresLogClaim claim = new PostgresLogClaim(database);
    if (!claim.take()) {
      return Optional.empty();
    }
    boolean open = false;
    try {
      FileWal wal = FileWal.open(home.resolve(WAL), 0);
      Optional<HttpWitnesses> asked = Optional.empty();
      try {
        asked = witnesses();
        LogWriter writer =
            LogWriter.open(
                identity,
                wal,
                tiles(),
                new PostgresHead(database, identity.origin()),
                asked.isPresent() ? asked.get() : Witnesses.NONE);
        LogKeeper keeper = LogKeeper.over(store, writer, tiles());
        OpenLog log = new OpenLog(keeper, closing(wal, asked, claim));
        open = true;
        return Optional.of(log);
      } finally {
        if (!open) {
          asked.ifPresent(HttpWitnesses::close);
          wal.close();
        }
      }
    } finally {
      if (!open) {
        claim.release();
      }
    }
  }

  private static Closeable closing(
      FileWal wal, Optional<HttpWitnesses> asked, PostgresLogClaim claim) {
    return () -> {
      try {
        asked.ifPresent(HttpWitnesses::close);
        wal.close();
      } finally {
        claim.release();
      }
    };
  }

  /// Those of the policy in the workspace's folder. What each says is not told: who signed stands
  /// on the checkpoint.
  ///
  /// @throws IOException when the policy cannot be read
  /// @throws org.zhiheng.values.ProblemsException when it is no policy
  private Optional<HttpWitnesses> witnesses() throws IOException {
    Path policy = home.resolve(POLICY);
    if (!Files.exists(policy)) {
      return Optional.empty();
    }
    return Optional.of(
        HttpWitnesses.of(
                TrustPolicy.parse(Files.readAllBytes(policy)).orThrow(),
                Set.of(witness),
                identity,
                HttpWitnesses.Patience.USUAL,
                _ -> {})
            .orThrow());
  }
}
