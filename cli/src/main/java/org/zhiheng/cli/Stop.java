package org.zhiheng.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether the person wants the run to end (Ctrl-C, or a signal to terminate), and how it ends
/// then.
///
/// Most commands are simply cut off. One that calls [#patient] looks at [#asked] from time to time
/// and ends by itself; the process waits for that. Safe for many threads.
final class Stop {

  /// What a patient command has to end: a batch that is under way, and its transaction.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final CountDownLatch ended = new CountDownLatch(1);

  /// Counted down once, when the person asks.
  private final CountDownLatch asked = new CountDownLatch(1);

  /// Set once, by a command that ends by itself.
  private volatile boolean patient;

  /// Set before `ended` is counted down.
  private volatile int code = ExitCode.WORLD_FAILED.number();

  /// Whether the run shall end.
  boolean asked() {
    return asked.getCount() == 0;
  }

  /// Waits until the run shall end: what a command does that serves others.
  void await() {
    patient();
    try {
      asked.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// From here on the command ends by itself when it is asked.
  void patient() {
    patient = true;
  }

  /// Asks the run to end.
  void ask() {
    asked.countDown();
  }

  /// The run has ended.
  void ended(int with) {
    code = with;
    ended.countDown();
  }

  /// Waits for a patient command that was asked to end; true when it did, or had ended before.
  boolean awaited() {
    if (!patient) {
      return false;
    }
    try {
      return ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What the run left with.
  int code() {
    return code;
  }
}
