package org.zhiheng.ledger.tree;

import java.io.IOException;

/// Gives the hashes of a tile.
@FunctionalInterface
public interface TileReader {

  /// The hashes of a tile, [Tile#lengthBytes] bytes. Where a tile that is not full is gone since it
  /// was filled, the first hashes of the full one are meant.
  ///
  /// @throws IOException when it is not there or has another length
  byte[] read(Tile tile) throws IOException;
}
