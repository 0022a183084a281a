package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.zhiheng.ledger.log.TileFile;
import org.zhiheng.ledger.log.Tiles;
import org.zhiheng.ledger.tree.Tile;

/// Files of a log that tell how many entries were read, for one reader who reads them in order.
final class CountedTiles implements Tiles {

  private static final String ENTRIES = "tile/entries/";

  private final Tiles tiles;
  private final LongConsumer done;
  private long read;
  private String last = "";

  CountedTiles(Tiles tiles, LongConsumer done) {
    this.tiles = tiles;
    this.done = done;
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    Optional<byte[]> file = tiles.read(path);
    // a bundle is read, and then once more to be compared
    if (file.isPresent() && path.startsWith(ENTRIES) && !path.equals(last)) {
      last = path;
      int partial = path.indexOf(".p/");
      read += partial < 0 ? Tile.FULL : Integer.parseInt(path.substring(partial + 3));
      done.accept(read);
    }
    return file;
  }

  @Override
  public void write(List<TileFile> files) throws IOException {
    tiles.write(files);
  }

  @Override
  public void publish(String path, byte[] checkpoint) throws IOException {
    tiles.publish(path, checkpoint);
  }
}
