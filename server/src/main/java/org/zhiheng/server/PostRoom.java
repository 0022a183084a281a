package org.zhiheng.server;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhiheng.jobs.administer.remind.ReminderRounds;

/// Writes the reminders that are due and hands them to the mail server while the server runs.
final class PostRoom implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostRoom.class);

  /// Between two rounds: a day has many, and what changed a minute ago is read by then.
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /// What a letter under way may take to end.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReminderRounds rounds;
  private final Background background;

  PostRoom(ReminderRounds rounds) {
    this.rounds = rounds;
    this.background = new Background("post-room", PATIENCE, this::run);
  }

  /// Begins; the first round after a pause, when the docket is up to date.
  void begin() {
    background.begin();
  }

  private void run(Background own) throws InterruptedException {
    while (!own.endedAfter(PAUSE)) {
      try {
        ReminderRounds.Done done = rounds.round();
        if (done.failed() > 0) {
          LOG.warn("{} letters were not taken by the mail server", done.failed());
        }
      } catch (DataAccessException | IllegalStateException | IllegalArgumentException failed) {
        LOG.warn("reminders must wait: {}", failed.getMessage());
      }
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
