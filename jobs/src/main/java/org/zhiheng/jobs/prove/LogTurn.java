package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.zhiheng.jobs.access.Acting;

/// Sees leaves into the log: by this process when nobody else holds it, else by waiting for the
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

  /// What is waited for.
  @FunctionalInterface
  public interface Awaited {
    /// Whether it is so.
    ///
    /// @throws IOException when that cannot be read
    boolean there() throws IOException;
  }

  /// Waits until evidence has its index, at most so long.
  ///
  /// @return with its index, or still without when the holder did not get to it in time: it waits
  ///   on, and nothing is lost
  /// @throws IOException when the log cannot be read
  /// @throws org.zhiheng.ledger.log.LogStopped when this process holds the log and it stopped
  public EvidenceStore.Kept await(Acting acting, EvidenceStore.Kept kept, Duration most)
      throws IOException {
    until(() -> now(acting, kept).index().isPresent(), most);
    return now(acting, kept);
  }

  private EvidenceStore.Kept now(Acting acting, EvidenceStore.Kept kept) {
    return store.find(acting.organisation(), kept.id()).orElse(kept);
  }

  /// Works the log, or waits for who does, until something is so, at most so long.
  ///
  /// @return whether it is
  /// @throws IOException when the log cannot be read
  /// @throws org.zhiheng.ledger.log.LogStopped when this process holds the log and it stopped
  public boolean until(Awaited awaited, Duration most) throws IOException {
    long end = System.nanoTime() + most.toNanos();
    while (!awaited.there()) {
      Optional<LogDoor.OpenLog> open = door.open();
      if (open.isPresent()) {
        try (LogDoor.OpenLog log = open.get()) {
          log.keeper().work();
        }
        return awaited.there();
      }
      if (System.nanoTime() > end || !paused()) {
        return false;
      }
    }
    return true;
  }

  /// False when the thread is to end.
  private static boolean paused() {
    LockSupport.parkNanos(BETWEEN.toNanos());
    return !Thread.currentThread().isInterrupted();
  }
}
