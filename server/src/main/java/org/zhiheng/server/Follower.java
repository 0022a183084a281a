package org.zhiheng.server;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhiheng.jobs.examine.desk.ExamineDesk;

/// Lets the index of marks and the filed figures follow the register while the server runs: what is
/// recorded is found a second later.
///
/// A failure is told once and tried again: the register is not harmed by an index that lags.
final class Follower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// What a batch that is under way may take to end.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ExamineDesk desk;
  private final Background background;

  Follower(ExamineDesk desk) {
    this.desk = desk;
    this.background = new Background("mark-index", PATIENCE, this::run);
  }

  /// Begins.
  void begin() {
    background.begin();
  }

  private void run(Background own) throws InterruptedException {
    String told = "";
    do {
      String failure = followed();
      if (!failure.isEmpty() && !failure.equals(told)) {
        LOG.warn("the index of marks could not follow the register: {}", failure);
      }
      told = failure;
    } while (!own.endedAfter(PAUSE));
  }

  /// Empty when it followed, else why not.
  private String followed() {
    try {
      desk.follow(_ -> {});
      return "";
    } catch (IOException | DataAccessException | IllegalStateException failed) {
      return String.valueOf(failed.getMessage());
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
