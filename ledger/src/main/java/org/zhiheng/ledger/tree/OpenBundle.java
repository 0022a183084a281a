package org.zhiheng.ledger.tree;

import java.util.Arrays;

/// The entries below a tile of level 0 that is being filled, as [EntryBundle] reads them: each its
/// length in two bytes, big-endian, and its bytes. For one thread.
public final class OpenBundle {

  private static final int LENGTH_BYTES = 2;

  /// Room at first: a tile of leaves of 100 bytes.
  private static final int ROOM = Tile.FULL * 102;

  /// More room than this is given back with the bundle that needed it: 256 entries of the greatest
  /// length are 16 MB.
  private static final int ROOM_KEPT_MAX = 1 << 20;

  private byte[] bytes = new byte[ROOM];

  /// Where each entry begins with its length, and where the next will.
  private final int[] begins = new int[Tile.FULL + 1];

  private int count;

  /// How many entries it holds.
  public int count() {
    return count;
  }

  /// Whether its tile is full.
  public boolean full() {
    return count == Tile.FULL;
  }

  /// Adds an entry.
  ///
  /// @throws IllegalArgumentException when it is longer than [EntryBundle#ENTRY_LENGTH_MAX]
  /// @throws IllegalStateException when the tile is full
  public void add(byte[] entry) {
    if (entry.length > EntryBundle.ENTRY_LENGTH_MAX) {
      throw new IllegalArgumentException("entry must have <= 65535 bytes: " + entry.length);
    }
    if (full()) {
      throw new IllegalStateException("a bundle holds 256 entries");
    }
    int at = begins[count];
    int end = at + LENGTH_BYTES + entry.length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    bytes[at] = (byte) (entry.length >> Byte.SIZE);
    bytes[at + 1] = (byte) entry.length;
    System.arraycopy(entry, 0, bytes, at + LENGTH_BYTES, entry.length);
    count++;
    begins[count] = end;
  }

  /// Hashes the entries from one on as leaves.
  ///
  /// Cost: entries of one length are given to the hasher at once, others one by one.
  ///
  /// @param from the first, counted from 0
  /// @param into takes 32 bytes an entry, from its beginning on
  public void leaves(Hasher hasher, int from, byte[] into) {
    if (from == count) {
      return;
    }
    int stride = begins[from + 1] - begins[from];
    boolean even = true;
    for (int at = from + 1; at < count; at++) {
      even &= begins[at + 1] - begins[at] == stride;
    }
    if (even) {
      int first = begins[from] + LENGTH_BYTES;
      hasher.leaves(bytes, first, stride, stride - LENGTH_BYTES, count - from, into);
      return;
    }
    for (int at = from; at < count; at++) {
      int begin = begins[at] + LENGTH_BYTES;
      hasher.leaf(bytes, begin, begins[at + 1] - begin, into, (at - from) * Hash.LENGTH_BYTES);
    }
  }

  /// What it holds, as it is published.
  public byte[] bytes() {
    return Arrays.copyOf(bytes, begins[count]);
  }

  /// Empties it, for the next tile.
  public void clear() {
    count = 0;
    if (bytes.length > ROOM_KEPT_MAX) {
      bytes = new byte[ROOM];
    }
  }
}
