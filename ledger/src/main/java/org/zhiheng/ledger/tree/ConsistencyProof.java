package org.zhiheng.ledger.tree;

import java.util.List;

/// That a tree of some size is what a smaller one has grown into: nothing of it was changed.
///
/// Source: RFC 9162 (2021-12), section 2.1.4.
///
/// @param from size of the smaller tree
/// @param to size of the greater one
/// @param path the hashes that both are made of
public record ConsistencyProof(long from, long to, List<Hash> path) {

  /// No tree that is counted in 63 bits needs more; witnesses refuse more.
  public static final int PATH_MAX = 63;

  /// @throws IllegalArgumentException when a size is negative
  public ConsistencyProof {
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("sizes must be >= 0: " + from + ", " + to);
    }
    path = List.copyOf(path);
  }

  /// Checks the proof. The step numbers are those of RFC 9162 section 2.1.4.2.
  ///
  /// A tree without leaves is the beginning of every tree, but there is nothing to prove it with:
  /// from 0 every proof is refused, as RFC 9162 allows only 0 < from. A witness that has seen
  /// nothing asks for none.
  ///
  /// @param old root of the smaller tree
  /// @param now root of the greater one
  public Shown check(Hasher hasher, Hash old, Hash now) {
    if (from == 0 || from > to) {
      return new Shown.Refused(
          1,
          "A proof leads from a size of 1 or more to one not smaller: " + from + ", " + to + ".");
    }
    if (from == to) {
      if (!path.isEmpty()) {
        return new Shown.Refused(1, "Between trees of one size there is no path.");
      }
      return old.equals(now)
          ? new Shown.Proven()
          : new Shown.Refused(1, "Two trees of size " + from + " have different roots.");
    }
    return new SubtreeConsistency(0, from, to, path).check(hasher, old, now);
  }
}
