package org.zhiheng.index.lucene;

/// A set of numbers without boxes: 16 to 32 bytes each.
final class LongSet {

  private static final int SLOTS_MIN = 1 << 10;

  private long[] slots = new long[SLOTS_MIN];
  private int used;
  private boolean zero;

  /// Adds it; false when it was there.
  boolean add(long number) {
    if (number == 0) {
      boolean fresh = !zero;
      zero = true;
      return fresh;
    }
    int slot = slot(number);
    if (slots[slot] == number) {
      return false;
    }
    slots[slot] = number;
    used++;
    if (used * 2L > slots.length) {
      grow();
    }
    return true;
  }

  private int slot(long number) {
    int slot = (int) ((number * 0x9E3779B97F4A7C15L) >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != number) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = slots;
    slots = new long[before.length * 2];
    for (long number : before) {
      if (number != 0) {
        slots[slot(number)] = number;
      }
    }
  }
}
