package org.zhiheng.server;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Sweeps uploads that were abandoned, while the server runs. A failure is told once and tried
/// again.
final class Sweeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  /// Between two rounds: what was left for days may lie an hour longer.
  private static final Duration PAUSE = Duration.ofHours(1);

  /// What a round that is under way may take to end.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sweeping sweeping;
  private final Background background;

  /// Removes what was abandoned.
  @FunctionalInterface
  interface Sweeping {
    /// How many were removed.
    int swept() throws IOException;
  }

  Sweeper(Sweeping sweeping) {
    this.sweeping = sweeping;
    this.background = new Background("uploads", PATIENCE, this::run);
  }

  /// Begins.
  void begin() {
    background.begin();
  }

  private void run(Background own) throws InterruptedException {
    String told = "";
    do {
      String failure = swept();
      if (!failure.isEmpty() && !failure.equals(told)) {
        LOG.warn("abandoned uploads could not be swept: {}", failure);
      }
      told = failure;
    } while (!own.endedAfter(PAUSE));
  }

  /// Empty when it was done, else why not.
  private String swept() {
    try {
      int count = sweeping.swept();
      if (count > 0) {
        LOG.info("{} abandoned uploads were swept", count);
      }
      return "";
    } catch (IOException | DataAccessException failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
