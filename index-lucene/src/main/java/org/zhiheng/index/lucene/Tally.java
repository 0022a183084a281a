package org.zhiheng.index.lucene;

import org.apache.lucene.index.LeafReaderContext;

/// What the documents of one segment have in common with a query: open addressing, so that it fits
/// into the processor's caches however large the segment is.
final class Tally {

  private static final int FREE = 0;

  private final LeafReaderContext leaf;

  /// Each document's number plus 1.
  private int[] owners;

  private int[] sums;
  private int used;

  /// @param expected about how many documents come in
  Tally(LeafReaderContext leaf, int expected) {
    this.leaf = leaf;
    int slots = Integer.highestOneBit(Math.max(32, expected) * 2 - 1) << 1;
    owners = new int[slots];
    sums = new int[slots];
  }

  LeafReaderContext leaf() {
    return leaf;
  }

  void add(int document, int weight) {
    int slot = slot(document + 1);
    if (owners[slot] == FREE) {
      owners[slot] = document + 1;
      used++;
      if (used * 4L > owners.length * 3L) {
        grow();
        slot = slot(document + 1);
      }
    }
    sums[slot] += weight;
  }

  private int slot(int owner) {
    int mask = owners.length - 1;
    int slot = (owner * 0x9E3779B9) >>> 8 & mask;
    while (owners[slot] != FREE && owners[slot] != owner) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldOwners = owners;
    int[] oldSums = sums;
    owners = new int[oldOwners.length * 2];
    sums = new int[owners.length];
    for (int at = 0; at < oldOwners.length; at++) {
      if (oldOwners[at] != FREE) {
        int slot = slot(oldOwners[at]);
        owners[slot] = oldOwners[at];
        sums[slot] = oldSums[at];
      }
    }
  }

  /// What is done with each document.
  interface Each {
    void see(int document, int sum);
  }

  void each(Each each) {
    for (int at = 0; at < owners.length; at++) {
      if (owners[at] != FREE) {
        each.see(owners[at] - 1, sums[at]);
      }
    }
  }
}
