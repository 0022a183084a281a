package org.zhiheng.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/// The tree of RFC 6962 section 2.1, as it is written there: slow and obvious.
final class MerkleTree {

  private final Hasher hasher;

  MerkleTree(Hasher hasher) {
    this.hasher = hasher;
  }

  /// MTH.
  Hash root(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return hasher.empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = split(leaves.size());
    return hasher.node(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
  }

  /// PATH.
  List<Hash> path(int index, List<Hash> leaves) {
    if (leaves.size() == 1) {
      return List.of();
    }
    int split = split(leaves.size());
    List<Hash> left = leaves.subList(0, split);
    List<Hash> right = leaves.subList(split, leaves.size());
    List<Hash> path =
        new ArrayList<>(index < split ? path(index, left) : path(index - split, right));
    path.add(index < split ? root(right) : root(left));
    return path;
  }

  /// PROOF.
  List<Hash> proof(int from, List<Hash> leaves) {
    return subproof(from, leaves, true);
  }

  private List<Hash> subproof(int from, List<Hash> leaves, boolean known) {
    if (from == leaves.size()) {
      return known ? List.of() : List.of(root(leaves));
    }
    int split = split(leaves.size());
    List<Hash> left = leaves.subList(0, split);
    List<Hash> right = leaves.subList(split, leaves.size());
    List<Hash> proof =
        new ArrayList<>(
            from <= split ? subproof(from, left, known) : subproof(from - split, right, false));
    proof.add(from <= split ? root(right) : root(left));
    return proof;
  }

  private static int split(int count) {
    int split = 1;
    while (2 * split < count) {
      split *= 2;
    }
    return split;
  }
}
