package org.zhiheng.bench;

import java.io.IOException;
import org.zhiheng.ledger.log.Added;

/// Something that makes batches durable.
interface DurableTarget extends AutoCloseable {
  Added add(byte[] entry);

  int flush() throws IOException;

  /// How many entries are published now; 0 when nothing is published here.
  long publish() throws IOException;

  @Override
  void close() throws IOException;
}
