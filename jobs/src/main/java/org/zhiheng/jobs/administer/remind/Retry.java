package org.zhiheng.jobs.administer.remind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a letter that was not taken is tried again: after a minute, then after twice as long each
/// time, at most six hours, for some four days (RFC 5321, 4.5.4.1 asks for four to five).
public final class Retry {

  /// Tries before it is given up: 9 that double from a minute, then one every six hours.
  public static final int TRIES_MAX = 24;

  private static final Duration LONGEST = Duration.ofHours(6);

  private Retry() {}

  /// When the next try after this many may be; empty when it is given up.
  public static Optional<Instant> after(int tries, Instant now) {
    if (tries >= TRIES_MAX) {
      return Optional.empty();
    }
    Duration pause = Duration.ofMinutes(1L << Math.min(Math.max(tries - 1, 0), 9));
    return Optional.of(now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
  }
}
