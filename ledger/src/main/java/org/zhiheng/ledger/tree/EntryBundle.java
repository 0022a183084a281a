package org.zhiheng.ledger.tree;

import java.util.ArrayList;
import java.util.List;
import org.zhiheng.values.Parsed;

/// The entries below a tile of level 0: each its length in two bytes, big-endian, and its bytes.
///
/// Written by [OpenBundle].
///
/// Source: C2SP tlog-tiles, section Log entries.
public final class EntryBundle {

  /// The length stands in two bytes.
  public static final int ENTRY_LENGTH_MAX = 65_535;

  private EntryBundle() {}

  /// Reads the entries of a bundle.
  ///
  /// @param width how many there must be
  /// @return refused when it holds more or fewer, or ends within one
  public static Parsed<List<byte[]>> read(byte[] bundle, int width) {
    List<byte[]> entries = new ArrayList<>(width);
    int at = 0;
    while (at < bundle.length) {
      if (at + 2 > bundle.length) {
        return refused("ends within a length, at byte " + at);
      }
      int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
      at += 2;
      if (at + length > bundle.length) {
        return refused("ends within an entry, at byte " + at);
      }
      byte[] entry = new byte[length];
      System.arraycopy(bundle, at, entry, 0, length);
      entries.add(entry);
      at += length;
    }
    return entries.size() == width
        ? Parsed.ok(List.copyOf(entries))
        : refused("holds " + entries.size() + " entries");
  }

  private static Parsed<List<byte[]>> refused(String found) {
    return Parsed.refused(
        "log-bundle", found, "A bundle is as many whole entries as its tile has hashes.");
  }
}
