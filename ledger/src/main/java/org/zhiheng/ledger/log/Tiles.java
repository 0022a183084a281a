package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What a log publishes: files that never change once they are there, and one checkpoint.
///
/// Contract: when [#write] returns, all of its files are durable, whole, under their paths. A file
/// that is there already with the same bytes is left alone; with other bytes it is refused. Readers
/// never see half a file. Safe for many readers, and for several who write different files.
public interface Tiles {

  /// Writes files, in any order.
  ///
  /// @throws IOException when one is not known to be durable, or is there with other bytes
  void write(List<TileFile> files) throws IOException;

  /// Reads a file, if it is there.
  ///
  /// @param path below the log's prefix, as [org.zhiheng.ledger.tree.Tile#path] writes it
  /// @throws IOException when it cannot be read
  Optional<byte[]> read(String path) throws IOException;

  /// Puts a checkpoint in the place of the one before. The only files that change.
  ///
  /// @param path `checkpoint`, below the prefix of its tree
  /// @throws IOException when it is not known to be durable
  void publish(String path, byte[] checkpoint) throws IOException;
}
