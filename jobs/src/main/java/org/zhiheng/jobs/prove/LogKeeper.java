package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.log.LogStopped;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.tree.TreeHead;

/// Carries leaves that wait in the record into the log, and their indices back.
///
/// A leaf may be in the log while the record does not know it yet: the process can end between the
/// two. So whoever opens the keeper first looks through what was logged behind the last index that
/// the record knows. No leaf is logged twice, for a leaf is told from all others by its commitment.
///
/// For one thread; only the holder of the workspace's log has one.
public final class LogKeeper {

  /// Leaves taken at once: as many as the log's pool holds.
  private static final int BATCH = LogWriter.POOL_MAX / 2;

  private final Recorder recorder;
  private final KeyEvents events;
  private final EvidenceStore store;
  private final LogWriter log;
  private final Tiles tiles;

  private LogKeeper(
      Recorder recorder, KeyEvents events, EvidenceStore store, LogWriter log, Tiles tiles) {
    this.recorder = recorder;
    this.events = events;
    this.store = store;
    this.log = log;
    this.tiles = tiles;
  }

  /// Takes up where whoever kept the log before ended.
  ///
  /// @throws IOException when the log cannot be read
  /// @throws LogStopped when it cannot be published, or lacks an entry that the record knows
  static LogKeeper over(
      Recorder recorder, KeyEvents events, EvidenceStore store, LogWriter log, Tiles tiles)
      throws IOException {
    LogKeeper keeper = new LogKeeper(recorder, events, store, log, tiles);
    keeper.reconcile();
    return keeper;
  }

  /// Finds leaves that were logged and are still pending.
  private void reconcile() throws IOException {
    TreeHead head = log.publish();
    long from = store.lastIndex().map(last -> last + 1).orElse(0L);
    if (from > head.size()) {
      // told to somebody and gone: logging on would give the same index to another entry
      throw new LogStopped(
          "The record knows entry "
              + (from - 1)
              + ", and the log ends before entry "
              + head.size()
              + ": its files were damaged or put back from a copy. Put the newer files back.");
    }
    Map<Leaf, Long> logged = new HashMap<>();
    LogEntries.of(tiles, head.size())
        .each(
            from,
            (index, entry) ->
                Leaf.parse(entry).found().ifPresent(leaf -> logged.putIfAbsent(leaf, index)));
    if (logged.isEmpty()) {
      return;
    }
    Map<EvidenceId, Long> known = new LinkedHashMap<>();
    for (EvidenceStore.Pending one : store.pending(Integer.MAX_VALUE)) {
      Long index = logged.get(one.entry());
      if (index != null) {
        known.put(one.id(), index);
      }
    }
    store.logged(known);
  }

  /// States what is due, logs what waits, until nothing does, and publishes; then the root of the
  /// SM3 tree over it too, so that evidence can be proved by both trees at once. Changes of keys go
  /// on.
  ///
  /// @return the head that is published now
  /// @throws IOException when a file cannot be kept
  /// @throws org.zhiheng.ledger.log.LogStopped when the log stopped; what was not told waits on
  public TreeHead work() throws IOException {
    log.signAs(events.keys().log()); // another process may have begun a change of them
    recorder.work();
    logged();
    if (events.state()) {
      logged(); // all that came before the key event stands before it
    }
    log.publish(); // which puts the root of the SM3 tree into the pool
    log.flush();
    TreeHead published = log.publish();
    events.settle();
    log.signAs(events.keys().log());
    return published;
  }

  /// Logs what waits, until nothing does.
  private void logged() {
    for (List<EvidenceStore.Pending> waiting = store.pending(BATCH);
        !waiting.isEmpty();
        waiting = store.pending(BATCH)) {
      List<CompletableFuture<Long>> sent = new ArrayList<>();
      for (EvidenceStore.Pending one : waiting) {
        Optional<CompletableFuture<Long>> index = add(one.entry().bytes());
        if (index.isEmpty()) {
          break;
        }
        sent.add(index.get());
      }
      log.flush();
      Map<EvidenceId, Long> indices = new LinkedHashMap<>();
      for (int at = 0; at < sent.size(); at++) {
        indices.put(waiting.get(at).id(), sent.get(at).join());
      }
      store.logged(indices);
      if (sent.size() < waiting.size()) {
        log.publish(); // the log holds as much as it may before it is published
      }
    }
  }

  private Optional<CompletableFuture<Long>> add(byte[] entry) {
    return switch (log.add(entry)) {
      case Added.Pooled pooled -> Optional.of(pooled.index());
      case Added.Busy _ -> Optional.empty();
    };
  }
}
