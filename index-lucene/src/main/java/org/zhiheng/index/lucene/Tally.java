package org.zhiheng.index.lucene;

import java.util.Arrays;

/// What the documents of one segment share with a query, in the order in which they came.
///
/// Open addressing, sized by what comes in and not by the segment: so it fits into the processor's
/// caches however many marks there are.
final class Tally {

  private static final int SLOTS_MIN = 64;

  /// The place of each document plus 1; 0 is free.
  private int[] slots;

  private int[] documents;
  private int[] sums;
  private int count;

  /// @param expected about how many documents come in
  Tally(int expected) {
    int size = SLOTS_MIN;
    while (size < 2L * expected && size < 1 << 30) {
      size *= 2;
    }
    slots = new int[size];
    documents = new int[size / 2];
    sums = new int[size / 2];
  }

  void add(int document, int weight) {
    int mask = slots.length - 1;
    int slot = hash(document) & mask;
    int place = slots[slot];
    while (place != 0 && documents[place - 1] != document) {
      slot = (slot + 1) & mask;
      place = slots[slot];
    }
    if (place != 0) {
      sums[place - 1] += weight;
      return;
    }
    if (count == documents.length) {
      grow();
      add(document, weight);
      return;
    }
    documents[count] = document;
    sums[count] = weight;
    slots[slot] = ++count;
  }

  private static int hash(int document) {
    return (document * 0x9E3779B9) >>> 7;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    documents = Arrays.copyOf(documents, slots.length / 2);
    sums = Arrays.copyOf(sums, slots.length / 2);
    int mask = slots.length - 1;
    for (int place = 0; place < count; place++) {
      int slot = hash(documents[place]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = place + 1;
    }
  }

  /// How many documents came in.
  int count() {
    return count;
  }

  /// The document that came in as the n-th, from 0.
  int document(int place) {
    return documents[place];
  }

  /// The sum of its weights.
  int sum(int place) {
    return sums[place];
  }
}
