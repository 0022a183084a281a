package org.zhiheng.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.jobs.prove.LogKeeper;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.VerifierKey;
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
record StoredLog(Path home, Database database, EvidenceStore store, LogIdentity identity)
    implements LogDoor {

  private static final String PUBLIC = "log/public";
  private static final String WAL = "log/wal";

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
      Closeable closing =
          () -> {
            try {
              wal.close();
            } finally {
              claim.release();
            }
          };
      try {
        LogWriter writer =
            LogWriter.open(
                identity,
                wal,
                tiles(),
                new PostgresHead(database, identity.origin()),
                Witnesses.NONE);
        OpenLog log = new OpenLog(LogKeeper.over(store, writer, tiles()), closing);
        open = true;
        return Optional.of(log);
      } finally {
        if (!open) {
          wal.close();
        }
      }
    } finally {
      if (!open) {
        claim.release();
      }
    }
  }
}
