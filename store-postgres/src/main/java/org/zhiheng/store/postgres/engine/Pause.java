package org.zhiheng.store.postgres.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for something outside this process that nobody tells us of, by asking again and again.
final class Pause {

  /// Between two questions: short beside a server's start, long beside the question itself.
  private static final long STEP_MILLIS = 20;

  private Pause() {}

  /// Whether it became so within the time.
  ///
  /// @throws IOException when the question fails or the thread is interrupted
  static boolean until(Duration atMost, Question question) throws IOException {
    long end = System.nanoTime() + atMost.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      if (question.holds()) {
        return true;
      }
      if (System.nanoTime() - end >= 0) {
        return false;
      }
      try {
        if (never.await(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        InterruptedIOException told = new InterruptedIOException("interrupted while waiting");
        told.initCause(interrupted);
        throw told;
      }
    }
  }

  /// A question to the world.
  interface Question {
    /// Whether it is so.
    boolean holds() throws IOException;
  }
}
