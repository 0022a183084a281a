package org.zhiheng.ledger.tree;

/// A tile with the nodes between its hashes and its root, so that a proof finds each where it lies.
final class OpenTile {

  /// Of each height 0..8 its nodes; a node is there when all its hashes are.
  private final byte[][] nodes = new byte[Tile.HEIGHT + 1][];

  OpenTile(Hasher hasher, byte[] hashes) {
    nodes[0] = hashes;
    int count = hashes.length / Hash.LENGTH_BYTES;
    for (int height = 1; height <= Tile.HEIGHT; height++) {
      count /= 2;
      byte[] above = new byte[count * Hash.LENGTH_BYTES];
      hasher.nodes(nodes[height - 1], count, above);
      nodes[height] = above;
    }
  }

  /// The node over 2^height hashes of the tile.
  Hash node(int height, int at) {
    return Hash.at(nodes[height], at * Hash.LENGTH_BYTES);
  }
}
