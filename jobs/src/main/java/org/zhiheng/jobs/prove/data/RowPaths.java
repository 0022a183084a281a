package org.zhiheng.jobs.prove.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.InclusionProof;
import org.zhiheng.ledger.tree.TreeAlgorithm;

/// Collects the paths of a few leaves while all leaves of a tree go by. For one thread.
///
/// Source of which hashes a path has: RFC 9162 (2021-12), section 2.1.3.1.
///
/// Cost: a hash a leaf; memory for the paths alone.
final class RowPaths {

  /// Leaves from one to before another.
  private record Range(long from, long to) {}

  private record Whole(Range range, Hash root) {}

  private final Hasher hasher = TreeAlgorithm.SHA_256.hasher();
  private final long size;
  private final Map<Long, List<Range>> paths = new HashMap<>();
  private final Map<Range, Hash> found = new HashMap<>();
  private final Map<Range, Boolean> wanted = new HashMap<>();

  /// The whole subtrees on the left of what is to come, the smallest last.
  private final Deque<Whole> edge = new ArrayDeque<>();

  private long next;

  /// @param size of the tree that will go by
  /// @param chosen indices below the size
  RowPaths(long size, Collection<Long> chosen) {
    this.size = size;
    for (long index : chosen) {
      List<Range> path = path(index, 0, size);
      paths.put(index, path);
      path.forEach(range -> wanted.put(range, true));
    }
  }

  private static List<Range> path(long index, long from, long to) {
    List<Range> down = new ArrayList<>();
    long low = from;
    long high = to;
    while (high - low > 1) {
      long middle = low + Long.highestOneBit(high - low - 1);
      if (index < middle) {
        down.add(new Range(middle, high));
        high = middle;
      } else {
        down.add(new Range(low, middle));
        low = middle;
      }
    }
    return List.copyOf(down.reversed());
  }

  /// The next leaf goes by.
  void append(Hash leaf) {
    Whole whole = new Whole(new Range(next, next + 1), leaf);
    next++;
    note(whole);
    while (!edge.isEmpty() && width(edge.getLast()) == width(whole)) {
      whole = joined(edge.removeLast(), whole);
      note(whole);
    }
    edge.addLast(whole);
  }

  private static long width(Whole whole) {
    return whole.range().to() - whole.range().from();
  }

  private Whole joined(Whole left, Whole right) {
    return new Whole(
        new Range(left.range().from(), right.range().to()), hasher.node(left.root(), right.root()));
  }

  private void note(Whole whole) {
    if (wanted.containsKey(whole.range())) {
      found.put(whole.range(), whole.root());
    }
  }

  /// The root, once all went by.
  ///
  /// @throws IllegalStateException when another number of leaves went by
  Hash root() {
    if (next != size) {
      throw new IllegalStateException(next + " leaves went by of " + size);
    }
    if (size == 0) {
      return hasher.empty();
    }
    Iterator<Whole> right = edge.descendingIterator();
    Whole whole = right.next();
    note(whole);
    while (right.hasNext()) {
      whole = joined(right.next(), whole);
      note(whole);
    }
    return whole.root();
  }

  /// The path of a chosen leaf, after [#root].
  InclusionProof proof(long index) {
    return new InclusionProof(
        index, size, paths.getOrDefault(index, List.of()).stream().map(found::get).toList());
  }
}
