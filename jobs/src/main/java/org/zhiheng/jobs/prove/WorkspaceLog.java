package org.zhiheng.jobs.prove;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.log.Head;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.log.Wal;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.note.VerifierKey;
import org.zhiheng.ledger.statement.KeyEvent;

/// A workspace's log over its stores.
///
/// @param ring what it signs with, as it is at each moment
/// @param tiles what is published
/// @param wal opens the write-ahead log; only whoever took the claim does
/// @param head what was signed last
/// @param claim who may write
/// @param recorder states what is to be logged by itself
/// @param events states changes of keys
/// @param store the evidence whose leaves are logged
/// @param witnesses opens those who are asked to sign along
public record WorkspaceLog(
    KeyRing ring,
    Tiles tiles,
    OpenWal wal,
    Head head,
    LogClaim claim,
    Recorder recorder,
    KeyEvents events,
    EvidenceStore store,
    OpenWitnesses witnesses)
    implements LogDoor {

  /// Opens the write-ahead log.
  @FunctionalInterface
  public interface OpenWal {
    /// Opened; whoever asked closes it.
    ///
    /// @throws IOException when it cannot be read
    Wal open() throws IOException;
  }

  /// Opens the way to the witnesses.
  @FunctionalInterface
  public interface OpenWitnesses {
    /// Opened; whoever asked closes them.
    ///
    /// @throws IOException when who they are cannot be read
    Witnesses open() throws IOException;
  }

  @Override
  public String origin() {
    return ring.log().origin();
  }

  @Override
  public List<VerifierKey> keys() {
    return ring.log().keys();
  }

  @Override
  public List<VerifierKey> siblingKeys() {
    return ring.log().siblingKeys();
  }

  @Override
  public List<VerifierKey> retiredKeys() {
    return ring.retired().stream()
        .filter(one -> one.use() == KeyEvent.Use.LOG)
        .map(RetiredKey::key)
        .toList();
  }

  @Override
  public Optional<OpenLog> open() throws IOException {
    if (!claim.take()) {
      return Optional.empty();
    }
    // closed in turn, the claim last: another may take it from then on
    Deque<Closeable> held = new ArrayDeque<>(List.of(claim::release));
    boolean open = false;
    try {
      Wal opened = wal.open();
      held.push(opened);
      Witnesses asked = witnesses.open();
      held.push(asked);
      LogWriter writer = LogWriter.open(ring.log(), opened, tiles, head, asked);
      OpenLog log =
          new OpenLog(LogKeeper.over(recorder, events, store, writer, tiles), () -> closeAll(held));
      open = true;
      return Optional.of(log);
    } finally {
      if (!open) {
        closeAll(held);
      }
    }
  }

  private static void closeAll(Deque<Closeable> held) throws IOException {
    if (!held.isEmpty()) {
      try {
        held.pop().close();
      } finally {
        closeAll(held);
      }
    }
  }
}
