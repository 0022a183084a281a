package org.zhiheng.ledger.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The right edge of a tree, to which leaves are added. For one thread.
///
/// Holds one tile a level, 8 KiB each, whatever the size of the tree. A tile that becomes full is
/// given away at once; those that are not are asked for when a head is to be published.
///
/// Cost: two hashes a leaf and no objects, but for the tile it fills.
public final class GrowingTree {

  /// Takes what became full.
  @FunctionalInterface
  public interface FullTiles {
    /// A tile that will not change. The bytes are the taker's.
    void take(Tile tile, byte[] hashes);
  }

  private final Hasher hasher;
  private final FullTiles full;

  /// Of each level the hashes that are not in a full tile.
  private final List<byte[]> edges = new ArrayList<>();

  private final byte[] scratch = new byte[Tile.FULL * Hash.LENGTH_BYTES];
  private long size;

  /// A tree without leaves.
  public GrowingTree(Hasher hasher, FullTiles full) {
    this.hasher = hasher;
    this.full = full;
  }

  /// A tree that had this size, taken up again from its tiles.
  ///
  /// @throws IOException when a tile cannot be read
  public static GrowingTree resume(Hasher hasher, FullTiles full, long size, TileReader tiles)
      throws IOException {
    GrowingTree tree = new GrowingTree(hasher, full);
    tree.size = size;
    for (int level = 0; Tile.hashes(size, level) > 0; level++) {
      byte[] edge = tree.edge(level);
      long hashes = Tile.hashes(size, level);
      if (hashes % Tile.FULL > 0) {
        Tile last = Tile.holding(level, hashes - 1, size);
        System.arraycopy(tiles.read(last), 0, edge, 0, last.lengthBytes());
      }
    }
    return tree;
  }

  /// How many leaves it has.
  public long size() {
    return size;
  }

  /// Adds a leaf by its hash.
  public void append(byte[] hashes, int offset) {
    append(hashes, offset, 1);
  }

  /// Adds a leaf by its hash.
  public void append(Hash leaf) {
    append(leaf.bytes(), 0);
  }

  /// Adds leaves by their hashes, which stand side by side.
  ///
  /// @param offset of the first
  /// @param count of the leaves
  public void append(byte[] hashes, int offset, int count) {
    int from = offset;
    for (int left = count; left > 0; ) {
      int within = (int) (size % Tile.FULL);
      int some = Math.min(left, Tile.FULL - within);
      int lengthBytes = some * Hash.LENGTH_BYTES;
      System.arraycopy(hashes, from, edge(0), within * Hash.LENGTH_BYTES, lengthBytes);
      from += lengthBytes;
      left -= some;
      size += some;
      if (within + some == Tile.FULL) {
        filled(0, size / Tile.FULL - 1);
      }
    }
  }

  private byte[] edge(int level) {
    while (edges.size() <= level) {
      edges.add(new byte[Tile.FULL * Hash.LENGTH_BYTES]);
    }
    return edges.get(level);
  }

  /// Gives a full tile away and puts its root into the level above.
  private void filled(int level, long index) {
    byte[] edge = edge(level);
    full.take(new Tile(level, index, Tile.FULL), edge.clone());
    reduce(edge);
    int within = (int) (index % Tile.FULL);
    System.arraycopy(scratch, 0, edge(level + 1), within * Hash.LENGTH_BYTES, Hash.LENGTH_BYTES);
    if (within == Tile.FULL - 1) {
      filled(level + 1, index / Tile.FULL);
    }
  }

  /// The root of a full tile, at the beginning of the scratch.
  private void reduce(byte[] tile) {
    byte[] from = tile;
    for (int count = Tile.FULL / 2; count > 0; count /= 2) {
      hasher.nodes(from, count, scratch);
      from = scratch;
    }
  }

  /// The tree as it stands.
  public TreeHead head() {
    if (size == 0) {
      return new TreeHead(0, hasher.empty());
    }
    // the whole subtrees that the tree is made of, from the smallest on the right
    Hash root = null;
    for (int level = 0; level < edges.size(); level++) {
      int width = (int) (Tile.hashes(size, level) % Tile.FULL);
      int end = width;
      for (int whole = 1; whole <= width; whole <<= 1) {
        if ((width & whole) != 0) {
          Hash part = whole(edges.get(level), end - whole, whole);
          root = root == null ? part : hasher.node(part, root);
          end -= whole;
        }
      }
    }
    if (root == null) {
      throw new IllegalStateException("a tree of size " + size + " has no edge");
    }
    return new TreeHead(size, root);
  }

  private Hash whole(byte[] edge, int from, int count) {
    if (count == 1) {
      return Hash.at(edge, from * Hash.LENGTH_BYTES);
    }
    int half = count / 2;
    return hasher.node(whole(edge, from, half), whole(edge, from + half, half));
  }

  /// A tile that is not full, as it stands.
  ///
  /// @param tile which
  /// @param hashes its bytes
  public record Edge(Tile tile, List<Hash> hashes) {

    /// Copies the list.
    public Edge {
      hashes = List.copyOf(hashes);
    }

    /// Its bytes.
    public byte[] bytes() {
      byte[] bytes = new byte[tile.lengthBytes()];
      for (int at = 0; at < hashes.size(); at++) {
        hashes.get(at).write(bytes, at * Hash.LENGTH_BYTES);
      }
      return bytes;
    }
  }

  /// The tiles that are not full, from level 0 up; a level whose tiles are all full has none.
  public List<Edge> edges() {
    List<Edge> partial = new ArrayList<>();
    for (int level = 0; level < edges.size(); level++) {
      long hashes = Tile.hashes(size, level);
      int width = (int) (hashes % Tile.FULL);
      if (width > 0) {
        byte[] bytes = Arrays.copyOf(edges.get(level), width * Hash.LENGTH_BYTES);
        List<Hash> all = new ArrayList<>(width);
        for (int at = 0; at < width; at++) {
          all.add(Hash.at(bytes, at * Hash.LENGTH_BYTES));
        }
        partial.add(new Edge(Tile.holding(level, hashes - 1, size), all));
      }
    }
    return partial;
  }
}
