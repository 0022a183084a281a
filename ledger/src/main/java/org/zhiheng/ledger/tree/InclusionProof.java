package org.zhiheng.ledger.tree;

import java.util.List;
import java.util.Optional;

/// That a leaf stands at a place in a tree of some size.
///
/// Source: RFC 9162 (2021-12), section 2.1.3.
///
/// @param index of the leaf, from 0
/// @param size of the tree, how many leaves
/// @param path the hashes beside the way up, from the leaf's sibling to the root's child
public record InclusionProof(long index, long size, List<Hash> path) {

  /// No tree that is counted in 63 bits needs more.
  public static final int PATH_MAX = 63;

  /// @throws IllegalArgumentException when index or size are negative
  public InclusionProof {
    if (index < 0 || size < 0) {
      throw new IllegalArgumentException("index and size must be >= 0: " + index + ", " + size);
    }
    path = List.copyOf(path);
  }

  /// Checks the proof. The step numbers are those of RFC 9162 section 2.1.3.2.
  ///
  /// @param leaf hash of the leaf
  /// @param root of the tree
  public Shown check(Hasher hasher, Hash leaf, Hash root) {
    return switch (climb(hasher, leaf)) {
      case Climb.Stopped stopped -> stopped.why();
      case Climb.Reached reached ->
          reached.root().equals(root)
              ? new Shown.Proven()
              : new Shown.Refused(
                  5, "The path leads to " + reached.root() + ", not to the root " + root + ".");
    };
  }

  /// The root that the path leads to, for those who have a signature over the root and not the
  /// root.
  ///
  /// @param leaf hash of the leaf
  /// @return nothing when the path does not fit the index and the size
  public Optional<Hash> root(Hasher hasher, Hash leaf) {
    return switch (climb(hasher, leaf)) {
      case Climb.Stopped _ -> Optional.empty();
      case Climb.Reached reached -> Optional.of(reached.root());
    };
  }

  /// How far the path leads.
  private sealed interface Climb {
    record Reached(Hash root) implements Climb {}

    record Stopped(Shown why) implements Climb {}

    static Climb stopped(int step, String reason) {
      return new Stopped(new Shown.Refused(step, reason));
    }
  }

  private Climb climb(Hasher hasher, Hash leaf) {
    // step 1
    if (index >= size) {
      return Climb.stopped(1, "The tree of size " + size + " has no leaf " + index + ".");
    }
    // step 2
    long node = index;
    long last = size - 1;
    // step 3
    Hash reached = leaf;
    // step 4
    for (Hash beside : path) {
      // step 4.1
      if (last == 0) {
        return Climb.stopped(4, "The path has more hashes than the tree has levels.");
      }
      if ((node & 1) == 1 || node == last) {
        // step 4.2
        reached = hasher.node(beside, reached);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        // step 4.3
        reached = hasher.node(reached, beside);
      }
      // step 4.4
      node >>= 1;
      last >>= 1;
    }
    // step 5
    if (last != 0) {
      return Climb.stopped(5, "The path ends " + bits(last) + " levels below the root.");
    }
    return new Climb.Reached(reached);
  }

  static int bits(long value) {
    return Long.SIZE - Long.numberOfLeadingZeros(value);
  }
}
