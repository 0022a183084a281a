package org.zhiheng.index.lucene;

import java.util.Arrays;

/// Counts by cell number: open addressing while few are in use, one counter a cell from then on.
final class CellCounts {

  private static final int SLOTS_MIN = 1 << 6;
  private static final int FREE = -1;

  private final int cells;
  private final int denseAbove;

  /// The cell in each slot; empty when dense.
  private int[] owners;

  private int[] counts;
  private int used;

  CellCounts(int cells, int denseAbove) {
    this.cells = cells;
    this.denseAbove = denseAbove;
    this.owners = new int[SLOTS_MIN];
    Arrays.fill(owners, FREE);
    this.counts = new int[SLOTS_MIN];
  }

  private CellCounts(CellCounts from) {
    this.cells = from.cells;
    this.denseAbove = from.denseAbove;
    this.owners = from.owners.clone();
    this.counts = from.counts.clone();
    this.used = from.used;
  }

  CellCounts copy() {
    return new CellCounts(this);
  }

  int count(int cell) {
    return dense() ? counts[cell] : counts[slot(cell)];
  }

  void change(int cell, int by) {
    if (dense()) {
      counts[cell] += by;
      return;
    }
    int slot = slot(cell);
    if (owners[slot] == FREE) {
      owners[slot] = cell;
      used++;
    }
    counts[slot] += by;
    if (used * 2 > owners.length) {
      grow();
    }
  }

  /// The cells whose count is not 0, in order.
  int[] numbers() {
    int[] numbers = new int[dense() ? cells : used];
    int length = 0;
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] != 0) {
        numbers[length++] = dense() ? at : owners[at];
      }
    }
    numbers = Arrays.copyOf(numbers, length);
    Arrays.sort(numbers);
    return numbers;
  }

  private boolean dense() {
    return owners.length == 0;
  }

  private int slot(int cell) {
    int slot = ((cell * 0x9E3779B9) >>> 7) & (owners.length - 1);
    while (owners[slot] != FREE && owners[slot] != cell) {
      slot = (slot + 1) & (owners.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] oldOwners = owners;
    int[] oldCounts = counts;
    if (used > denseAbove) {
      owners = new int[0];
      counts = new int[cells];
    } else {
      owners = new int[oldOwners.length * 2];
      Arrays.fill(owners, FREE);
      counts = new int[owners.length];
      used = 0;
    }
    for (int at = 0; at < oldOwners.length; at++) {
      if (oldOwners[at] != FREE && oldCounts[at] != 0) {
        change(oldOwners[at], oldCounts[at]);
      }
    }
  }
}
