package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.zhiheng.ledger.tree.EntryBundle;
import org.zhiheng.ledger.tree.Hasher;
import org.zhiheng.ledger.tree.Tile;
import org.zhiheng.ledger.tree.TileProofs;
import org.zhiheng.ledger.tree.TileReader;

/// The entries of a published log, read from its bundles.
public final class LogEntries {

  private final Tiles tiles;
  private final long size;

  private LogEntries(Tiles tiles, long size) {
    this.tiles = tiles;
    this.size = size;
  }

  /// Those of the log as it was published at this size.
  public static LogEntries of(Tiles tiles, long size) {
    return new LogEntries(tiles, size);
  }

  /// Hands over the entries from this index on, in order.
  ///
  /// @throws IOException when a bundle is missing or is none
  public void each(long from, Wal.Taker taker) throws IOException {
    for (long bundle = from / Tile.FULL; bundle * Tile.FULL < size; bundle++) {
      int width = (int) Math.min(Tile.FULL, size - bundle * Tile.FULL);
      List<byte[]> entries = read(new Tile(0, bundle, width));
      for (int at = (int) Math.max(0, from - bundle * Tile.FULL); at < width; at++) {
        taker.take(bundle * Tile.FULL + at, entries.get(at));
      }
    }
  }

  /// The index of the first entry from this one on that is wanted; nothing when there is none.
  ///
  /// @throws IOException when a bundle is missing or is none
  public Optional<Long> first(long from, Predicate<byte[]> wanted) throws IOException {
    for (long bundle = from / Tile.FULL; bundle * Tile.FULL < size; bundle++) {
      int width = (int) Math.min(Tile.FULL, size - bundle * Tile.FULL);
      List<byte[]> entries = read(new Tile(0, bundle, width));
      for (int at = (int) Math.max(0, from - bundle * Tile.FULL); at < width; at++) {
        if (wanted.test(entries.get(at))) {
          return Optional.of(bundle * Tile.FULL + at);
        }
      }
    }
    return Optional.empty();
  }

  /// The entry with this index.
  ///
  /// @throws IOException when its bundle is missing or is none
  /// @throws IllegalArgumentException when there is no such entry
  public byte[] entry(long index) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("entry must be in 0.." + (size - 1) + ": " + index);
    }
    long bundle = index / Tile.FULL;
    int width = (int) Math.min(Tile.FULL, size - bundle * Tile.FULL);
    return read(new Tile(0, bundle, width)).get((int) (index - bundle * Tile.FULL));
  }

  /// Makes proofs from the log's tiles, for one thread.
  ///
  /// @param hasher of the SHA-256 tree
  public TileProofs proofs(Hasher hasher) {
    return new TileProofs(hasher, Integration.reader(tiles, ""));
  }

  /// Makes proofs from the tiles of the SM3 tree, for one thread; also of sizes at which the log
  /// was never published, out of the tiles of this one.
  ///
  /// @param hasher of the SM3 tree
  public TileProofs siblingProofs(Hasher hasher) {
    TileReader published = Integration.reader(tiles, Integration.SM3_PREFIX);
    return new TileProofs(
        hasher,
        tile ->
            Arrays.copyOf(
                published.read(Tile.holding(tile.level(), tile.index() * Tile.FULL, size)),
                tile.lengthBytes()));
  }

  private List<byte[]> read(Tile tile) throws IOException {
    Optional<byte[]> exact = tiles.read(tile.entriesPath());
    if (exact.isPresent()) {
      return entries(tile, exact.get());
    }
    byte[] full =
        tiles
            .read(tile.filled().entriesPath())
            .orElseThrow(() -> new IOException("there is no " + tile.entriesPath()));
    return entries(tile.filled(), full).subList(0, tile.width());
  }

  private static List<byte[]> entries(Tile tile, byte[] bytes) throws IOException {
    return EntryBundle.read(bytes, tile.width())
        .found()
        .orElseThrow(() -> new IOException(tile.entriesPath() + " is no bundle of its width"));
  }
}
