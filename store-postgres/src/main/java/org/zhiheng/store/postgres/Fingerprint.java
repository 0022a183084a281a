package org.zhiheng.store.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.UUID;
import org.zhiheng.values.Digest;

/// What makes a fact the same as another: its date and its canonical JSON; where it was read and
/// who recorded it do not count. The first 16 bytes of their SHA-256.
final class Fingerprint {

  private Fingerprint() {}

  static UUID of(LocalDate on, String body) {
    MessageDigest digest = Digest.sha256();
    digest.update(on.toString().getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) '\n');
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
