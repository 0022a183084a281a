package org.zhiheng.server.security;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Token buckets, one a key, as many as fit: the one that was used longest ago makes room.
///
/// A level is counted in parts of which [#PARTS] are one request, so that each millisecond adds a
/// whole number of them: the pace a minute. Safe for many threads; a look takes well under a
/// microsecond.
final class Buckets {

  /// Keys that are remembered: some 2 MB.
  static final int KEYS_MAX = 20_000;

  /// Parts of one request: the milliseconds of a minute.
  private static final long PARTS = 60_000;

  private final GuardSettings.Pace pace;
  private final InstantSource clock;
  private final long fullParts;
  // Guarded by this; in the order of use.
  private final LinkedHashMap<String, Level> levels = new LinkedHashMap<>(64, 0.75f, true);

  Buckets(GuardSettings.Pace pace, InstantSource clock) {
    this.pace = pace;
    this.clock = clock;
    this.fullParts = pace.burst() * PARTS;
  }

  /// Takes one; how long to wait for the next when there is none, else zero.
  synchronized Duration take(String key) {
    long now = clock.millis();
    Level seen = levels.getOrDefault(key, new Level(fullParts, now));
    long parts = Math.min(fullParts, seen.parts + gained(Math.max(0, now - seen.atMillis)));
    boolean enough = parts >= PARTS;
    levels.put(key, new Level(enough ? parts - PARTS : parts, now));
    if (levels.size() > KEYS_MAX) {
      Iterator<Map.Entry<String, Level>> oldest = levels.entrySet().iterator();
      oldest.next();
      oldest.remove();
    }
    return enough
        ? Duration.ZERO
        : Duration.ofMillis(Math.ceilDiv(PARTS - parts, (long) pace.perMinute()));
  }

  /// How many keys are remembered.
  synchronized int size() {
    return levels.size();
  }

  /// What so many milliseconds bring; after as many as fill the bucket, no more.
  private long gained(long millis) {
    long filled = Math.ceilDiv(fullParts, (long) pace.perMinute());
    return Math.min(millis, filled) * pace.perMinute();
  }

  private record Level(long parts, long atMillis) {}
}
