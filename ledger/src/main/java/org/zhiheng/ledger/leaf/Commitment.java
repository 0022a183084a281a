package org.zhiheng.ledger.leaf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Digest;

/// What binds a leaf to a statement that only those who hold its salt can connect with it.
///
/// @param sha256 SHA-256 over the context, the salt and the statement
/// @param sm3 SM3 over the same
public record Commitment(Hash sha256, Hash sm3) {

  /// Bytes of a salt: as many as the hashes have, so that it cannot be guessed.
  public static final int SALT_LENGTH_BYTES = 32;

  /// No commitment: before the first statement of a matter, or where versions are not to be linked.
  public static final Hash NONE = new Hash(0, 0, 0, 0);

  private static final byte[] CONTEXT = "ipl/commit/v1\0".getBytes(StandardCharsets.US_ASCII);

  /// Commits to a statement.
  ///
  /// @param salt 32 bytes that are drawn for this statement alone
  /// @throws IllegalArgumentException when the salt has another length
  public static Commitment to(byte[] salt, byte[] statement) {
    if (salt.length != SALT_LENGTH_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes: " + salt.length);
    }
    MessageDigest sha256 = Digest.sha256();
    sha256.update(CONTEXT);
    sha256.update(salt);
    SM3Digest sm3 = new SM3Digest();
    sm3.update(CONTEXT, 0, CONTEXT.length);
    sm3.update(salt, 0, salt.length);
    sm3.update(statement, 0, statement.length);
    byte[] out = new byte[Hash.LENGTH_BYTES];
    sm3.doFinal(out, 0);
    return new Commitment(Hash.at(sha256.digest(statement), 0), Hash.at(out, 0));
  }
}
