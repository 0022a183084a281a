package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.zhiheng.jobs.access.Acting;

/// Sees a leaf into the log: by this process when nobody else holds it, else by waiting for the
/// holder.
public final class LogTurn {

  private static final Duration BETWEEN = Duration.ofMillis(20);

  private final LogDoor door;
  private final EvidenceStore store;

  /// Over this log and the evidence whose leaves it takes.
  public LogTurn(LogDoor door, EvidenceStore store) {
    this.door = door;
    this.store = store;
  }

  /// Waits until evidence is logged and published, at most so long.
  ///
  /// @return with its index, or still without when the holder did not get to it in time: it waits
  ///   on, and nothing is lost
  /// @throws IOException when the log cannot be read
  /// @throws org.zhiheng.ledger.log.LogStopped when this process holds the log and it stopped
  public EvidenceStore.Kept await(Acting acting, EvidenceStore.Kept kept, Duration most)
      throws IOException {
    EvidenceStore.Kept seen = kept;
    long until = System.nanoTime() + most.toNanos();
    while (seen.index().isEmpty()) {
      Optional<LogDoor.OpenLog> open = door.open();
      if (open.isPresent()) {
        try (LogDoor.OpenLog log = open.get()) {
          log.keeper().work();
        }
      } else if (System.nanoTime() > until || !slept()) {
        return seen;
      }
      seen = store.find(acting.organisation(), kept.id()).orElse(kept);
    }
    return seen;
  }

  private static boolean slept() {
    try {
      Thread.sleep(BETWEEN);
      return true;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
