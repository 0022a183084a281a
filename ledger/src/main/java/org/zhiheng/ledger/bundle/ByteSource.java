package org.zhiheng.ledger.bundle;

import java.io.IOException;

/// Bytes of a known count that are read at any place; a bundle may be far larger than memory.
public interface ByteSource {

  /// How many bytes there are.
  ///
  /// @throws IOException when that cannot be told
  long sizeBytes() throws IOException;

  /// Reads exactly so many bytes from a place on.
  ///
  /// @throws IOException when they cannot be read, or there are fewer
  void read(long at, byte[] into, int offset, int count) throws IOException;
}
