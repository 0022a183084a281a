package org.zhiheng.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhiheng.jobs.administer.DocketKeeper;

/// Keeps the docket of all rights up to date while the server runs.
final class DocketClerk implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DocketClerk.class);

  /// Between two looks when all is up to date: what a person may wait for who recorded an event.
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// What a batch under way may take to end; one that is broken off is counted again.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DocketKeeper keeper;
  private final Background background;

  DocketClerk(DocketKeeper keeper) {
    this.keeper = keeper;
    this.background = new Background("docket-clerk", PATIENCE, this::run);
  }

  /// Begins.
  void begin() {
    background.begin();
  }

  private void run(Background own) throws InterruptedException {
    boolean compared = false;
    Duration pause = Duration.ZERO;
    do {
      try {
        if (!compared) {
          keeper.compareLaw();
          compared = true;
        }
        pause = keeper.turn() > 0 ? Duration.ZERO : PAUSE;
      } catch (DataAccessException | IllegalStateException | IllegalArgumentException failed) {
        LOG.warn("the docket must wait: {}", failed.getMessage());
        pause = PAUSE;
      }
    } while (!own.endedAfter(pause));
  }

  @Override
  public void close() {
    background.close();
  }
}
