package org.zhiheng.ledger.tree;

import java.util.List;

/// That a part of a tree, from a leaf to before another, is a part of that tree.
///
/// With start 0 it is the proof of RFC 9162 section 2.1.4; the general form is that of the IETF
/// draft on Merkle tree certificates (draft-ietf-plants-merkle-tree-certs-02, section 4.4.3), whose
/// steps are numbered here.
///
/// @param start first leaf of the part
/// @param end the leaf after its last
/// @param size of the tree
/// @param path the hashes that both are made of
public record SubtreeConsistency(long start, long end, long size, List<Hash> path) {

  /// @throws IllegalArgumentException when a number is negative
  public SubtreeConsistency {
    if (start < 0 || end < 0 || size < 0) {
      throw new IllegalArgumentException(
          "start, end and size must be >= 0: " + start + ", " + end + ", " + size);
    }
    path = List.copyOf(path);
  }

  /// Whether leaves from start to before end make a part that has a root of its own: start is a
  /// multiple of the smallest power of two that is not below their number.
  static boolean valid(long start, long end) {
    if (start < 0 || end <= start) {
      return false;
    }
    long count = end - start;
    long ceiling = Long.highestOneBit(count);
    if (ceiling != count) {
      ceiling <<= 1;
    }
    return ceiling > 0 && start % ceiling == 0;
  }

  /// Checks the proof.
  ///
  /// @param part root of the part
  /// @param root of the tree
  public Shown check(Hasher hasher, Hash part, Hash root) {
    // step 1
    if (!valid(start, end) || end > size) {
      return new Shown.Refused(
          1, "Leaves " + start + " to before " + end + " are no part of a tree of size " + size);
    }
    // step 2
    long first = start;
    long last = end - 1;
    long top = size - 1;
    // step 3: up to the highest node that the part and the tree have in common
    if (last == top) {
      while (first != last) {
        first >>= 1;
        last >>= 1;
        top >>= 1;
      }
    } else {
      while (first != last && (last & 1) == 1) {
        first >>= 1;
        last >>= 1;
        top >>= 1;
      }
    }
    // step 4
    int at = 0;
    Hash ofPart = part;
    if (first != last) {
      if (path.isEmpty()) {
        return new Shown.Refused(4, "The path is empty.");
      }
      ofPart = path.getFirst();
      at = 1;
    }
    Hash ofTree = ofPart;
    // step 5
    for (; at < path.size(); at++) {
      Hash beside = path.get(at);
      if (top == 0) {
        return new Shown.Refused(5, "The path has more hashes than the tree has levels.");
      }
      if ((last & 1) == 1 || last == top) {
        if (first < last) {
          ofPart = hasher.node(beside, ofPart);
        }
        ofTree = hasher.node(beside, ofTree);
        while ((last & 1) == 0 && last != 0) {
          first >>= 1;
          last >>= 1;
          top >>= 1;
        }
      } else {
        ofTree = hasher.node(ofTree, beside);
      }
      first >>= 1;
      last >>= 1;
      top >>= 1;
    }
    // step 6
    if (top != 0) {
      return new Shown.Refused(
          6, "The path ends " + InclusionProof.bits(top) + " levels below the root.");
    }
    if (!ofPart.equals(part)) {
      return new Shown.Refused(6, "The path leads to " + ofPart + ", not to the old root.");
    }
    return ofTree.equals(root)
        ? new Shown.Proven()
        : new Shown.Refused(6, "The path leads to " + ofTree + ", not to the root " + root + ".");
  }
}
