package org.zhiheng.jobs.prove.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zhiheng.ledger.tree.Hash;

/// The salt of each row of a set, drawn from one secret: HMAC-SHA-256 under the secret of the
/// context `ipl/data-row/v1`, a byte 0, and the leaf's index in 8 bytes, big-endian.
///
/// Whoever is told the salts of some rows learns nothing of the others' (HMAC is a pseudo-random
/// function, RFC 2104), so no row can be guessed and tried against a hash beside a path. For one
/// thread.
final class RowSalts {

  private static final byte[] CONTEXT = "ipl/data-row/v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;
  private final byte[] message = new byte[CONTEXT.length + Long.BYTES];

  /// @param secret 32 bytes
  RowSalts(Hash secret) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
    System.arraycopy(CONTEXT, 0, message, 0, CONTEXT.length);
  }

  /// The salt of the leaf at this index.
  Hash of(long index) {
    ByteBuffer.wrap(message).putLong(CONTEXT.length, index);
    return Hash.at(mac.doFinal(message), 0);
  }
}
