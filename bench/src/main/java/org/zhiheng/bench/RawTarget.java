package org.zhiheng.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.zhiheng.ledger.log.Added;
import org.zhiheng.ledger.log.LogWriter;

/// The same group commit with nothing around it.
final class RawTarget implements DurableTarget {
  private static final long LENGTH = 1L << 30;
  private final FileChannel file;
  private final List<CompletableFuture<Long>> futures = new ArrayList<>();
  private final List<byte[]> pool = new ArrayList<>();
  private long next;
  private long at;

  RawTarget(Path path) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    ByteBuffer zeros = ByteBuffer.allocateDirect(1 << 20);
    for (long written = 0; written < LENGTH; written += zeros.capacity()) {
      file.write(zeros.clear(), written);
    }
    file.force(true);
  }

  @Override
  public synchronized Added add(byte[] entry) {
    if (pool.size() >= LogWriter.POOL_MAX) {
      return new Added.Busy(1);
    }
    CompletableFuture<Long> index = new CompletableFuture<>();
    pool.add(entry);
    futures.add(index);
    return new Added.Pooled(index);
  }

  @Override
  public int flush() throws IOException {
    List<byte[]> entries;
    List<CompletableFuture<Long>> told;
    synchronized (this) {
      entries = List.copyOf(pool);
      told = List.copyOf(futures);
      pool.clear();
      futures.clear();
    }
    if (entries.isEmpty()) {
      return 0;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    entries.forEach(bytes::writeBytes);
    if (at + bytes.size() > LENGTH) {
      at = 0;
    }
    file.write(ByteBuffer.wrap(bytes.toByteArray()), at);
    file.force(false);
    at += bytes.size();
    for (CompletableFuture<Long> one : told) {
      one.complete(next++);
    }
    return entries.size();
  }

  @Override
  public long publish() {
    return 0;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
