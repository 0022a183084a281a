package org.zhiheng.contracts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.values.Digest;

/// Documents in memory.
public final class MemoryDocuments implements Documents {

  private final Map<Digest, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public Kept keep(InputStream in, long bytesMax) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(bytesMax + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > bytesMax) {
      throw new TooLarge(bytesMax);
    }
    Digest digest = Digest.of(bytes);
    kept.putIfAbsent(digest, bytes);
    return new Kept(digest, bytes.length);
  }

  @Override
  public Optional<InputStream> open(Digest digest) {
    return Optional.ofNullable(kept.get(digest)).map(ByteArrayInputStream::new);
  }

  @Override
  public Optional<Long> bytes(Digest digest) {
    return Optional.ofNullable(kept.get(digest)).map(bytes -> (long) bytes.length);
  }

  @Override
  public void remove(Digest digest) {
    kept.remove(digest);
  }
}
