package org.zhiheng.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A thread that works while the server runs, until it is told to end.
final class Background implements AutoCloseable {

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Duration patience;
  private final Thread thread;

  /// @param name of the thread
  /// @param patience what work that is under way may take to end
  Background(String name, Duration patience, Work work) {
    this.patience = patience;
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .unstarted(() -> {
              try {
                work.run(this);
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /// What it does; ends soon after [#endedAfter] told it to.
  @FunctionalInterface
  interface Work {
    void run(Background own) throws InterruptedException;
  }

  void begin() {
    thread.start();
  }

  /// Waits; whether it was told to end meanwhile.
  boolean endedAfter(Duration pause) throws InterruptedException {
    return closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (thread.isAlive()) {
        thread.join(patience);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
