package org.zhiheng.jobs.access;

import java.time.Duration;
import java.time.Instant;

/// How often a sign-in under one name was tried in vain since it last went well: from one address,
/// and from all that the name never came in from.
///
/// The first [#FREE] of an address, and [#FREE_OF_ALL] of all, cost nothing; from then on each one
/// locks, for a minute first and twice as long each time, an hour at most. A day without a try
/// forgets them.
///
/// @param count 0 or more
/// @param lastAt when the last one was; [Instant#EPOCH] when there was none
public record Tries(int count, Instant lastAt) {

  /// None.
  public static final Tries NONE = new Tries(0, Instant.EPOCH);

  /// Tries that cost nothing: a person mistypes, a program would go on.
  public static final int FREE = 5;

  /// The same from all addresses together that the name never came in from: who guesses from many.
  public static final int FREE_OF_ALL = 100;

  /// The first lock.
  public static final Duration LOCK_MIN = Duration.ofMinutes(1);

  /// The longest lock: 24 guesses a day.
  public static final Duration LOCK_MAX = Duration.ofHours(1);

  /// Tries are forgotten after this long without another.
  public static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  /// Counting ends here: the lock has long reached its length by then.
  private static final int COUNT_MAX = 1_000;

  /// @throws IllegalArgumentException when the count is negative
  public Tries {
    if (count < 0) {
      throw new IllegalArgumentException("count must be >= 0: " + count);
    }
  }

  /// Until when it is locked, exclusive; [Instant#EPOCH] when it is not.
  ///
  /// @param free tries that cost nothing
  public Instant lockedUntil(int free) {
    if (count < free) {
      return Instant.EPOCH;
    }
    Duration lock = LOCK_MIN;
    for (int over = count - free; over > 0 && lock.compareTo(LOCK_MAX) < 0; over--) {
      lock = lock.multipliedBy(2);
    }
    return lastAt.plus(lock.compareTo(LOCK_MAX) > 0 ? LOCK_MAX : lock);
  }

  /// With one more.
  public Tries again(Instant at) {
    boolean forgotten = !at.isBefore(lastAt.plus(FORGOTTEN_AFTER));
    return new Tries(forgotten ? 1 : Math.min(count + 1, COUNT_MAX), at);
  }
}
