package org.zhiheng.ledger.tree;

import java.util.Locale;

/// Which tile: up to 256 hashes of one height of a tree that stand side by side.
///
/// Source: C2SP tlog-tiles, section Merkle Tree.
///
/// @param level 0 for hashes of leaves; each level above holds hashes of full tiles of the one
///   below
/// @param index of the tile within its level, from 0
/// @param width how many hashes it holds, 1..256; 256 makes it full
public record Tile(int level, long index, int width) {

  /// Hashes of a full tile.
  public static final int FULL = 256;

  /// Bits of a place that one level covers.
  public static final int HEIGHT = 8;

  /// A place in a tree has 63 bits.
  public static final int LEVEL_MAX = 7;

  /// @throws IllegalArgumentException when it lies outside these ranges
  public Tile {
    if (level < 0 || level > LEVEL_MAX || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile: level " + level + ", index " + index + ", width " + width);
    }
  }

  /// How many hashes a level of a tree of this size has.
  static long hashes(long size, int level) {
    return size >> (level * HEIGHT);
  }

  /// The tile that holds a hash of a level, as wide as it is in a tree of this size.
  ///
  /// @param position of the hash within the level
  public static Tile holding(int level, long position, long size) {
    long index = position / FULL;
    return new Tile(level, index, (int) Math.min(FULL, hashes(size, level) - index * FULL));
  }

  /// Whether nothing can be added to it.
  public boolean full() {
    return width == FULL;
  }

  /// The tile at the same place when it is full.
  public Tile filled() {
    return new Tile(level, index, FULL);
  }

  /// How many bytes it is.
  public int lengthBytes() {
    return width * Hash.LENGTH_BYTES;
  }

  /// Where it is published: `tile/0/x001/x234/067`, with `.p/W` while it is not full.
  public String path() {
    return "tile/" + level + "/" + place(index, width);
  }

  /// Where the entries below it are published, for level 0.
  ///
  /// @throws IllegalStateException on another level
  public String entriesPath() {
    if (level != 0) {
      throw new IllegalStateException("entries lie below level 0, not " + level);
    }
    return "tile/entries/" + place(index, width);
  }

  private static String place(long index, int width) {
    StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, String.format(Locale.ROOT, "x%03d/", rest % 1000));
    }
    if (width < FULL) {
      path.append(".p/").append(width);
    }
    return path.toString();
  }
}
