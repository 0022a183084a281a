package org.zhiheng.ledger.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Entries that are durable and not yet in the trees, in their order. Safe for many threads.
final class Backlog {

  /// From this many bytes on it usually is too long. They are held in memory, so this bounds it,
  /// and how long a publication takes: a third of a second of entries at the highest rate we know.
  static final int USUAL_BYTES_MAX = 32 << 20;

  /// What an entry takes in memory besides its own bytes.
  private static final int OVERHEAD_BYTES = 24;

  private final long lengthBytesMax;

  /// Guarded by this.
  private final ArrayDeque<byte[]> entries = new ArrayDeque<>();

  /// Guarded by this.
  private long lengthBytes;

  Backlog(long lengthBytesMax) {
    this.lengthBytesMax = lengthBytesMax;
  }

  synchronized void add(List<byte[]> more) {
    for (byte[] entry : more) {
      entries.add(entry);
      lengthBytes += entry.length + OVERHEAD_BYTES;
    }
  }

  /// Takes the oldest: at most so many, and no more once they have that many bytes.
  synchronized List<byte[]> take(int most, int enoughBytes) {
    List<byte[]> taken = new ArrayList<>(Math.min(most, entries.size()));
    long takenBytes = 0;
    while (taken.size() < most && takenBytes < enoughBytes && !entries.isEmpty()) {
      byte[] entry = entries.remove();
      takenBytes += entry.length + OVERHEAD_BYTES;
      taken.add(entry);
    }
    lengthBytes -= takenBytes;
    return taken;
  }

  synchronized int size() {
    return entries.size();
  }

  synchronized boolean tooLong() {
    return lengthBytes >= lengthBytesMax;
  }
}
