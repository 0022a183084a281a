package org.zhiheng.ledger.tree;

/// A tree as it stood at some size: the size and the root say all.
///
/// @param size how many leaves
/// @param root hash over all of them
public record TreeHead(long size, Hash root) {

  /// @throws IllegalArgumentException when the size is negative
  public TreeHead {
    if (size < 0) {
      throw new IllegalArgumentException("size must be >= 0: " + size);
    }
  }
}
