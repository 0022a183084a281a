package org.zhiheng.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.zhiheng.jobs.prove.Anchorer;
import org.zhiheng.jobs.prove.Renewer;
import org.zhiheng.jobs.prove.Stamper;

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
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  OutsideProofs(Stamper stamper, Anchorer anchorer, Renewer renewer) {
    this.stamper = stamper;
    this.anchorer = anchorer;
    this.renewer = renewer;
    this.thread = Thread.ofPlatform().daemon().name("outside-proofs").unstarted(this::run);
  }

  /// Begins.
  void begin() {
    thread.start();
  }

  private void run() {
    long renewed = System.nanoTime() - RENEWING.toNanos();
    try {
      do {
        try {
          stamp();
          anchor();
          if (System.nanoTime() - renewed >= RENEWING.toNanos()) {
            renewed = System.nanoTime();
            renew();
          }
        } catch (IOException | DataAccessException failed) {
          LOG.warn("proofs from outside must wait: {}", failed.getMessage());
        }
      } while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
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
    closed.countDown();
    try {
      if (thread.isAlive()) {
        thread.join(PATIENCE);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
