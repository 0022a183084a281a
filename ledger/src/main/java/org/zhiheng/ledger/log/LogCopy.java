package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.ledger.note.Checkpoint;
import org.zhiheng.ledger.note.SignedNote;
import org.zhiheng.ledger.tree.Tile;

/// Copies what a log publishes, up to one checkpoint, to another place.
///
/// The checkpoint is written last: a copy that was cut off is the copy before, with more files than
/// it needs. Copying again brings what came since.
public final class LogCopy {

  /// Files handed over at once, some 2 MB.
  private static final int BATCH = 256;

  private static final int TRIES_MAX = 100;

  private LogCopy() {}

  /// Copies a log.
  ///
  /// @return entries that the copy has now; 0 when nothing was published
  /// @throws IOException when a file is missing, or the copy has another under its name
  public static long copy(Tiles from, Tiles to) throws IOException {
    Optional<byte[]> checkpoint = from.read("checkpoint");
    if (checkpoint.isEmpty()) {
      return 0;
    }
    Optional<byte[]> sibling = from.read(Integration.SM3_PREFIX + "checkpoint");
    for (int tries = 0; sibling.isPresent() && size(sibling.get()) != size(checkpoint.get()); ) {
      // published in between: the SM3 tree's comes first
      if (++tries > TRIES_MAX) {
        throw new IOException("the two trees' checkpoints are of different sizes");
      }
      checkpoint = from.read("checkpoint");
      sibling = from.read(Integration.SM3_PREFIX + "checkpoint");
    }
    long size = size(checkpoint.orElseThrow());
    files(from, to, size);
    if (sibling.isPresent()) {
      to.publish(Integration.SM3_PREFIX + "checkpoint", sibling.get());
    }
    to.publish("checkpoint", checkpoint.get());
    return size;
  }

  /// Copies the tiles and bundles of a log as it was at this size, and no checkpoint.
  ///
  /// @param size at which it signed a checkpoint
  /// @throws IOException as [#copy]
  public static void files(Tiles from, Tiles to, long size) throws IOException {
    List<TileFile> files = new ArrayList<>();
    for (int level = 0; level <= Tile.LEVEL_MAX && size >> (level * Tile.HEIGHT) > 0; level++) {
      long width = size >> (level * Tile.HEIGHT);
      for (long index = 0; index * Tile.FULL < width; index++) {
        Tile tile = new Tile(level, index, (int) Math.min(Tile.FULL, width - index * Tile.FULL));
        files.add(new TileFile(tile.path(), Integration.reader(from, "").read(tile)));
        files.add(
            new TileFile(
                Integration.SM3_PREFIX + tile.path(),
                Integration.reader(from, Integration.SM3_PREFIX).read(tile)));
        if (level == 0) {
          files.add(new TileFile(tile.entriesPath(), entries(from, tile)));
        }
        if (files.size() >= BATCH) {
          to.write(List.copyOf(files));
          files.clear();
        }
      }
    }
    to.write(List.copyOf(files));
  }

  private static long size(byte[] checkpoint) {
    return Checkpoint.parse(SignedNote.parse(checkpoint).orThrow().text()).orThrow().head().size();
  }

  private static byte[] entries(Tiles from, Tile tile) throws IOException {
    Optional<byte[]> exact = from.read(tile.entriesPath());
    if (exact.isPresent()) {
      return exact.get();
    }
    byte[] full =
        from.read(tile.filled().entriesPath())
            .orElseThrow(() -> new IOException("there is no " + tile.entriesPath()));
    int length = 0;
    for (int entry = 0; entry < tile.width(); entry++) {
      length += 2 + (Byte.toUnsignedInt(full[length]) << 8 | Byte.toUnsignedInt(full[length + 1]));
    }
    return Arrays.copyOf(full, length);
  }
}
