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

  private static final double MILLIS_PER_MINUTE = 60_000;

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
    Level seen = levels.getOrDefault(key, new Level(pace.burst(), now));
    double gained = Math.max(0, now - seen.atMillis) * pace.perMinute() / MILLIS_PER_MINUTE;
    double level = Math.min(pace.burst(), seen.level + gained);
    boolean enough = level >= 1;
    levels.put(key, new Level(enough ? level - 1 : level, now));
    if (levels.size() > KEYS_MAX) {
      Iterator<Map.Entry<String, Level>> oldest = levels.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return enough
        ? Duration.ZERO
        : Duration.ofMillis((long) Math.ceil((1 - level) * MILLIS_PER_MINUTE / pace.perMinute()));
  }

  /// How many keys are remembered.
  synchronized int size() {
    return levels.size();
  }

  private record Level(double level, long atMillis) {}
}
