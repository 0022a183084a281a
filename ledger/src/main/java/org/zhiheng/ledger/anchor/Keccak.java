package org.zhiheng.ledger.anchor;

import org.bouncycastle.crypto.digests.KeccakDigest;
import org.zhiheng.ledger.statement.Octets;

/// Keccak-256 as Ethereum's chains use it: with the padding from before FIPS 202, so not SHA3-256.
/// By Bouncy Castle.
///
/// Source: Ethereum Yellow Paper, section 3 (KEC).
public final class Keccak {

  /// Of every hash, in bytes.
  public static final int LENGTH_BYTES = 32;

  private Keccak() {}

  /// The hash of these bytes.
  public static Octets of(byte[] bytes) {
    KeccakDigest digest = new KeccakDigest(8 * LENGTH_BYTES);
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[LENGTH_BYTES];
    digest.doFinal(out, 0);
    return Octets.of(out);
  }

  /// The hash of these bytes.
  public static Octets of(Octets bytes) {
    return of(bytes.bytes());
  }
}
