package org.zhiheng.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhiheng.contracts.ledger.MemoryHead;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.LogCheck;
import org.zhiheng.ledger.log.LogEntries;
import org.zhiheng.ledger.log.LogIdentity;
import org.zhiheng.ledger.log.LogWriter;
import org.zhiheng.ledger.log.Witnesses;
import org.zhiheng.ledger.tree.TreeHead;

/// One thread flushes more than is published beside it, so that both write tiles.
final class BusyLogTest {

  private static final int ENTRIES = 2_400;

  /// 2,400 of them are two and a half times what may wait.
  private static final int LENGTH_BYTES = 36_000;

  @TempDir Path folder;

  private static byte[] entry(int number) {
    return ByteBuffer.allocate(LENGTH_BYTES).putInt(number).array();
  }

  @Test
  void everyAcknowledgedEntryStandsAtItsIndexAndBothTreesAreWhole() throws Exception {
    LogIdentity identity = FileKeys.open(folder.resolve("keys"), new SecureRandom()).log();
    FileTiles tiles = FileTiles.in(folder.resolve("public"));
    List<CompletableFuture<Long>> told = new ArrayList<>();
    TreeHead head;
    try (FileWal wal = FileWal.open(folder.resolve("wal"), 0);
        ExecutorService beside = Executors.newSingleThreadExecutor()) {
      LogWriter log = LogWriter.open(identity, wal, tiles, new MemoryHead(), Witnesses.NONE);
      AtomicBoolean end = new AtomicBoolean();
      Future<TreeHead> publisher =
          beside.submit(() -> {
            TreeHead last = log.publish();
            while (!end.get()) {
              last = log.publish();
            }
            return last;
          });
      for (int number = 0; number < ENTRIES; number++) {
        if (log.add(entry(number)) instanceof Added.Pooled pooled) {
          told.add(pooled.index());
        }
        if (number % 100 == 99) {
          log.flush();
        }
      }
      end.set(true);
      publisher.get();
      log.flush();
      head = log.publish();
    }
    assertThat(told).hasSize(ENTRIES);
    LogEntries entries = LogEntries.of(tiles, head.size());
    for (int number = 0; number < ENTRIES; number += 97) {
      assertThat(entries.entry(told.get(number).join())).isEqualTo(entry(number));
    }
    LogCheck.Report report = LogCheck.of(tiles, identity.keys(), identity.siblingKeys());
    assertThat(report.faults()).isEmpty();
    assertThat(report.size()).isEqualTo(head.size()).isGreaterThan(ENTRIES);
  }
}
