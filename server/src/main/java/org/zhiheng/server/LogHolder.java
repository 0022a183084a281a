package org.zhiheng.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhiheng.jobs.prove.LogDoor;
import org.zhiheng.ledger.log.LogStopped;

/// Holds the log while the server runs: what waits for it is logged and published a moment later.
///
/// While another process holds it, this one waits for its turn. After a failure the log is let go
/// and opened anew, which replays and compares; a reason is told once. Nothing is lost meanwhile:
/// what waits, waits on.
final class LogHolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogHolder.class);

  private static final Duration PAUSE = Duration.ofMillis(100);

  /// Before the log is opened anew after a failure.
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  /// What a batch that is under way may take to end.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Why the log stands still; empty while it does not. Written by its thread.
  private volatile String standing = "";

  private final LogDoor door;
  private final Background background;

  LogHolder(LogDoor door) {
    this.door = door;
    this.background = new Background("log", PATIENCE, this::run);
  }

  /// Why the log stands still; empty while it does not.
  String standing() {
    return standing;
  }

  /// Begins.
  void begin() {
    background.begin();
  }

  private void run(Background own) throws InterruptedException {
    String told = "";
    boolean done = false;
    while (!done) {
      String failure = held(own);
      if (!failure.isEmpty() && !failure.equals(told)) {
        LOG.warn("the log stands still: {}", failure);
      }
      standing = failure;
      told = failure;
      Duration pause = failure.isEmpty() ? PAUSE : RECOVERY;
      done = own.endedAfter(pause);
    }
  }

  /// Works until told to close or until it fails; empty when it did not fail, else why.
  private String held(Background own) throws InterruptedException {
    try {
      Optional<LogDoor.OpenLog> open = door.open();
      if (open.isEmpty()) {
        return "";
      }
      try (LogDoor.OpenLog log = open.get()) {
        do {
          log.keeper().work();
        } while (!own.endedAfter(PAUSE));
      }
      return "";
    } catch (IOException | DataAccessException | LogStopped failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
