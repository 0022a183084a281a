package org.zhiheng.ledger.anchor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.zhiheng.ledger.statement.Octets;
import org.zhiheng.ledger.time.HashAlgorithm;

/// What is put on a chain: a word that says whose it is, then the SHA-256 and the SM3 of a whole
/// signed checkpoint. 81 bytes; nothing in them is about a person or a right.
///
/// @param sha256 32 bytes
/// @param sm3 32 bytes
public record AnchorPayload(Octets sha256, Octets sm3) {

  /// The first bytes.
  public static final String PREFIX = "zhiheng/anchor/v1";

  /// How long it is.
  public static final int LENGTH_BYTES = PREFIX.length() + 64;

  /// @throws IllegalArgumentException when a digest is not of 32 bytes
  public AnchorPayload {
    if (sha256.length() != 32 || sm3.length() != 32) {
      throw new IllegalArgumentException("a digest has 32 bytes");
    }
  }

  /// Of these bytes, as they are stamped.
  public static AnchorPayload of(byte[] subject) {
    return new AnchorPayload(
        HashAlgorithm.SHA_256.digest(subject), HashAlgorithm.SM3.digest(subject));
  }

  /// As it stands in the transaction.
  public Octets bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(LENGTH_BYTES);
    out.writeBytes(PREFIX.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(sha256.bytes());
    out.writeBytes(sm3.bytes());
    return Octets.of(out.toByteArray());
  }
}
