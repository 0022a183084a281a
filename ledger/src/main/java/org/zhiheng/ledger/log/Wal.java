package org.zhiheng.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// What is durable before it is integrated: batches of entries, each with the index of its first.
///
/// Contract: when [#append] returns, the batch survives a power failure. After a call that failed
/// nobody knows what is there: the log must be opened anew. A batch that was torn at the end is not
/// there. One writer; [#close] lets what it holds go, and makes nothing durable.
public interface Wal extends Closeable {

  /// Appends a batch and makes it durable.
  ///
  /// @param first index of its first entry; follows the last of the batch before
  /// @throws IOException when it is not known to be durable
  void append(long first, List<byte[]> entries) throws IOException;

  /// Takes entries in their order.
  @FunctionalInterface
  interface Taker {
    /// One entry.
    ///
    /// @throws IOException as the taker's own work may
    void take(long index, byte[] entry) throws IOException;
  }

  /// Hands over all entries from this index on, in order.
  ///
  /// @throws IOException when it cannot be read, or has a gap, or something within it is damaged
  void replay(long from, Taker taker) throws IOException;

  /// Entries below this index stand in tiles and need not be kept.
  ///
  /// @throws IOException when the disk refuses; nothing is lost then
  void release(long below) throws IOException;
}
