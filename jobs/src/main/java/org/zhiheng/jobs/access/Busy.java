package org.zhiheng.jobs.access;

import java.time.Duration;

/// More is asked than can be done just now: nothing was done; ask again later.
public final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// When it is worth asking again.
  private final Duration retryAfter;

  /// @param retryAfter when it is worth asking again
  public Busy(Duration retryAfter) {
    super("too much is asked at once; again in " + retryAfter.toSeconds() + " s");
    this.retryAfter = retryAfter;
  }

  /// When it is worth asking again.
  public Duration retryAfter() {
    return retryAfter;
  }
}
