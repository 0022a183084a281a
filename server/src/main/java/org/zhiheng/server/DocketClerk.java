package org.zhiheng.server;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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

  /// After a change of law, or a large import, all cores may count.
  private static final int HANDS = 2;

  private final DocketKeeper keeper;
  private final List<Background> hands;

  DocketClerk(DocketKeeper keeper) {
    this.keeper = keeper;
    this.hands =
        IntStream.range(0, HANDS)
            .mapToObj(hand ->
                new Background("docket-clerk-" + (hand + 1), PATIENCE, own -> run(own, hand == 0)))
            .toList();
  }

  /// Begins.
  void begin() {
    hands.forEach(Background::begin);
  }

  private void run(Background own, boolean compares) throws InterruptedException {
    boolean compared = !compares;
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
    hands.forEach(Background::close);
  }
}
