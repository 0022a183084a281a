package org.zhiheng.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.zhiheng.jobs.documents.Documents;
import org.zhiheng.values.Digest;

/// Digests what it is given and keeps nothing.
final class NoDocuments implements Documents {

  @Override
  public Kept keep(InputStream in, long bytesMax) throws IOException {
    byte[] bytes = in.readAllBytes();
    return new Kept(Digest.of(bytes), bytes.length);
  }

  @Override
  public Optional<InputStream> open(Digest digest) {
    return Optional.empty();
  }

  @Override
  public Optional<Long> bytes(Digest digest) {
    return Optional.empty();
  }

  @Override
  public void remove(Digest digest) {}
}
