package org.zhiheng.bench;

import java.util.concurrent.ConcurrentLinkedQueue;

/// How long entries that are durable wait until a published checkpoint covers them. One thread
/// makes them durable, one publishes.
final class Lag {

  private record Batch(long end, int count, long nanos) {}

  private final ConcurrentLinkedQueue<Batch> batches = new ConcurrentLinkedQueue<>();
  private final Times times;
  private long end;

  Lag(Times times) {
    this.times = times;
  }

  /// So many entries more are durable at this time.
  void durable(int count, long nanos) {
    end += count;
    batches.add(new Batch(end, count, nanos));
  }

  /// At this time a checkpoint of this size was published.
  void published(long size, long nanos) {
    for (Batch first = batches.peek();
        first != null && first.end() <= size;
        first = batches.peek()) {
      batches.remove();
      times.add(nanos - first.nanos(), first.count());
    }
  }
}
