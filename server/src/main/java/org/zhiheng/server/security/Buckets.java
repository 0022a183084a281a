package org.zhiheng.server.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Token buckets, one a key, as many as fit: the one that was used longest ago makes room.
///
/// Safe for many threads; a look takes well under a microsecond.
final class Buckets {

  /// Keys that are remembered: some 2 MB.
  static final int KEYS_MAX = 20_000;

  /// A token has so many drops: a pace of one a minute fills one drop a millisecond, so that every
  /// level is a whole number.
  private static final long DROPS_PER_TOKEN = 60_000;

  private final GuardSettings.Pace pace;
  private final InstantSource clock;
  // Guarded by this; in the order of use.
  private final LinkedHashMap<String, Level> levels = new LinkedHashMap<>(64, 0.75f, true);

  Buckets(GuardSettings.Pace pace, InstantSource clock) {
    this.pace = pace;
    this.clock = clock;
  }

  /// Takes one; how long to wait for the next when there is none, else zero.
  synchronized Duration take(String key) {
    long now = clock.millis();
    long full = pace.burst() * DROPS_PER_TOKEN;
    Level seen = levels.getOrDefault(key, new Level(full, now));
    // after this long it is full at any pace
    long waitedMillis = Math.clamp(now - seen.atMillis, 0, full);
    long drops = Math.min(full, seen.drops + waitedMillis * pace.perMinute());
    boolean enough = drops >= DROPS_PER_TOKEN;
    levels.put(key, new Level(enough ? drops - DROPS_PER_TOKEN : drops, now));
    if (levels.size() > KEYS_MAX) {
      Iterator<Map.Entry<String, Level>> oldest = levels.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return enough
        ? Duration.ZERO
        : Duration.ofMillis(Math.ceilDiv(DROPS_PER_TOKEN - drops, pace.perMinute()));
  }

  /// How many keys are remembered.
  synchronized int size() {
    return levels.size();
  }

  private record Level(long drops, long atMillis) {}
}
