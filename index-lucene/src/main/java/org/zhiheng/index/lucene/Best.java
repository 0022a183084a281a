package org.zhiheng.index.lucene;

import java.util.Arrays;

/// The largest of some numbers: a heap without boxes.
final class Best {

  private final float[] heap;
  private int count;

  /// @param most how many are kept, at least 1
  Best(int most) {
    heap = new float[most];
  }

  void see(float number) {
    if (count < heap.length) {
      heap[count++] = number;
      if (count == heap.length) {
        Arrays.sort(heap); // in order, the smallest first, is a heap
      }
    } else if (number > heap[0]) {
      sift(number);
    }
  }

  private void sift(float number) {
    int at = 0;
    int child = 1;
    while (child < count) {
      if (child + 1 < count && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= number) {
        break;
      }
      heap[at] = heap[child];
      at = child;
      child = 2 * at + 1;
    }
    heap[at] = number;
  }

  /// The smallest that is among the largest; negative infinity as long as fewer were seen than are
  /// kept.
  float least() {
    return count < heap.length ? Float.NEGATIVE_INFINITY : heap[0];
  }
}
