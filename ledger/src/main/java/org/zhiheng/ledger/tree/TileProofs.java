package org.zhiheng.ledger.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes proofs from the tiles of a tree. For one thread; keeps the tiles it read last.
///
/// Cost: at most three tiles are read for a tree of ten million leaves; from tiles that are held a
/// proof is some thirty look-ups.
///
/// Source: RFC 6962 sections 2.1.1 and 2.1.2.
public final class TileProofs {

  /// Tiles held, 16 KiB each. A proof in a tree of ten million leaves needs three and the edges.
  private static final int HELD_MAX = 1024;

  private final Hasher hasher;
  private final TileReader tiles;
  private final Map<Tile, OpenTile> held = new LinkedHashMap<>(256, 0.75f, true);

  /// Over these tiles.
  public TileProofs(Hasher hasher, TileReader tiles) {
    this.hasher = hasher;
    this.tiles = tiles;
  }

  /// The tree at a size that it has or had.
  ///
  /// @throws IOException when a tile cannot be read
  public TreeHead head(long size) throws IOException {
    return new TreeHead(size, size == 0 ? hasher.empty() : root(0, size, size));
  }

  /// The hash of a leaf in a tree of this size.
  ///
  /// @throws IOException when its tile cannot be read
  /// @throws IllegalArgumentException when there is no such leaf
  public Hash leaf(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf must be in 0.." + (size - 1) + ": " + index);
    }
    return whole(index, 0, size);
  }

  /// Proves a leaf's place in the tree of this size.
  ///
  /// @throws IOException when a tile cannot be read
  /// @throws IllegalArgumentException when there is no such leaf
  public InclusionProof inclusion(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf must be in 0.." + (size - 1) + ": " + index);
    }
    List<Hash> path = new ArrayList<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + split(end - start);
      if (index < middle) {
        path.addFirst(root(middle, end, size));
        end = middle;
      } else {
        path.addFirst(root(start, middle, size));
        start = middle;
      }
    }
    return new InclusionProof(index, size, path);
  }

  /// Proves that the tree of one size grew into that of another.
  ///
  /// @throws IOException when a tile cannot be read
  /// @throws IllegalArgumentException when from is below 1 or above to
  public ConsistencyProof consistency(long from, long to) throws IOException {
    if (from < 1 || from > to) {
      throw new IllegalArgumentException("from must be in 1.." + to + ": " + from);
    }
    List<Hash> path = new ArrayList<>();
    long start = 0;
    long end = to;
    while (from != end) {
      long middle = start + split(end - start);
      if (from <= middle) {
        path.addFirst(root(middle, end, to));
        end = middle;
      } else {
        path.addFirst(root(start, middle, to));
        start = middle;
      }
    }
    if (start > 0) {
      path.addFirst(root(start, end, to));
    }
    return new ConsistencyProof(from, to, path);
  }

  /// The largest power of two below a count of 2 or more.
  private static long split(long count) {
    return Long.highestOneBit(count - 1);
  }

  /// Root over leaves start to before end; start is a multiple of the power of two below their
  /// count, as all parts are that the proofs above cut a tree into.
  private Hash root(long start, long end, long size) throws IOException {
    long count = end - start;
    if (Long.highestOneBit(count) == count) {
      return whole(start, Long.numberOfTrailingZeros(count), size);
    }
    long middle = start + split(count);
    return hasher.node(root(start, middle, size), root(middle, end, size));
  }

  /// The node over the 2^height leaves from start on.
  private Hash whole(long start, int height, long size) throws IOException {
    int level = Math.min(height / Tile.HEIGHT, Tile.LEVEL_MAX);
    int within = height - level * Tile.HEIGHT;
    long position = start >> (level * Tile.HEIGHT);
    OpenTile open = open(Tile.holding(level, position, size));
    return open.node(within, (int) ((position % Tile.FULL) >> within));
  }

  private OpenTile open(Tile tile) throws IOException {
    OpenTile open = held.get(tile);
    if (open == null) {
      byte[] bytes = tiles.read(tile);
      if (bytes.length != tile.lengthBytes()) {
        throw new IOException(
            tile.path() + " has " + bytes.length + " bytes, not " + tile.lengthBytes());
      }
      open = new OpenTile(hasher, bytes);
      if (held.size() >= HELD_MAX) {
        held.remove(held.keySet().iterator().next());
      }
      held.put(tile, open);
    }
    return open;
  }
}
