package org.zhiheng.bench;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/// Times that many threads tell: least, mean and greatest exactly, shares of them to a twentieth of
/// a millisecond. Takes 1.6 MB whatever it is told, so that measuring does not fill the memory of
/// what is measured.
final class Times {

  private static final long STEP_NANOS = 50_000;

  /// Ten seconds; longer times fall into the last step.
  private static final int STEPS = 200_000;

  private final AtomicLongArray steps = new AtomicLongArray(STEPS);
  private final LongAccumulator least = new LongAccumulator(Math::min, Long.MAX_VALUE);
  private final LongAccumulator greatest = new LongAccumulator(Math::max, 0);
  private final LongAdder sum = new LongAdder();
  private final LongAdder count = new LongAdder();

  void add(long nanos) {
    add(nanos, 1);
  }

  /// A time that several had.
  void add(long nanos, long times) {
    steps.addAndGet((int) Math.min(STEPS - 1, nanos / STEP_NANOS), times);
    least.accumulate(nanos);
    greatest.accumulate(nanos);
    sum.add(nanos * times);
    count.add(times);
  }

  boolean none() {
    return count.sum() == 0;
  }

  /// The time that this share of them did not exceed, in milliseconds.
  private double millis(double share) {
    long wanted = (long) Math.ceil(count.sum() * share);
    long seen = 0;
    int step = -1;
    while (seen < wanted) {
      seen += steps.get(++step);
    }
    return Math.min(greatest.get(), (step + 1) * STEP_NANOS) / 1e6;
  }

  /// Least, mean, median, 99 of 100, and greatest, in milliseconds.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "min/avg/median/p99/max %.1f/%.1f/%.1f/%.1f/%.1f ms",
        least.get() / 1e6,
        (double) sum.sum() / count.sum() / 1e6,
        millis(0.5),
        millis(0.99),
        greatest.get() / 1e6);
  }
}
