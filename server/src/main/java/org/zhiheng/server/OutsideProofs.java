package org.zhiheng.server;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhiheng.jobs.prove.Anchorer;
import org.zhiheng.jobs.prove.Renewer;
import org.zhiheng.jobs.prove.Stamper;
import org.zhiheng.values.ProblemsException;

/// Asks outsiders about the published checkpoints while the server runs: time authorities and
/// chains for new ones, time authorities for stamps that end soon.
///
/// On a thread of its own: an outsider that is slow keeps nobody from logging. What failed is told
/// and tried again in the next round.
final class OutsideProofs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OutsideProofs.class);

  /// Between two rounds; one covers all that was logged before it.
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /// Between two looks at the stamps there are: a renewal has months to succeed.
  private static final Duration RENEWING = Duration.ofDays(1);

  /// What an outsider that was asked may take to answer while the server ends; a stamp that comes
  /// later is asked for again.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Stamper stamper;
  private final Anchorer anchorer;
  private final Renewer renewer;
  private final Background background;

  OutsideProofs(Stamper stamper, Anchorer anchorer, Renewer renewer) {
    this.stamper = stamper;
    this.anchorer = anchorer;
    this.renewer = renewer;
    this.background = new Background("outside-proofs", PATIENCE, this::run);
  }

  /// Begins.
  void begin() {
    background.begin();
  }

  private void run(Background own) throws InterruptedException {
    long renewed = System.nanoTime() - RENEWING.toNanos();
    do {
      try {
        stamp();
        anchor();
        if (System.nanoTime() - renewed >= RENEWING.toNanos()) {
          renewed = System.nanoTime();
          renew();
        }
      } catch (IOException
          | DataAccessException
          | ProblemsException
          | IllegalStateException failed) {
        LOG.warn("proofs from outside must wait: {}", failed.getMessage());
      }
    } while (!own.endedAfter(PAUSE));
  }

  private void stamp() throws IOException {
    if (stamper.due()) {
      for (Stamper.Outcome one : stamper.stamp()) {
        if (!one.stamped()) {
          LOG.warn("the time authority {} gave no stamp: {}", one.authority(), one.reason());
        }
      }
    }
  }

  /// What was stamped just now.
  private void anchor() throws IOException {
    if (anchorer.due()) {
      for (Anchorer.Outcome one : anchorer.anchor()) {
        if (!one.holds()) {
          LOG.warn("the chain {} holds no anchor: {}", one.chain(), one.reason());
        }
      }
    }
  }

  private void renew() throws IOException {
    Renewer.Round round = renewer.renew(Renewer.AHEAD);
    if (round.renewed() < round.due()) {
      LOG.warn(
          "{} checkpoints have a proof of time that ends within {} days and was not renewed: {}",
          round.due() - round.renewed(),
          Renewer.AHEAD.toDays(),
          round.refusals());
    }
  }

  @Override
  public void close() {
    background.close();
  }
}
