package org.zhiheng.ledger.note;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// A key of Ed25519 (RFC 8032). By Bouncy Castle, which is some ten times as fast as the JDK.
public final class Ed25519Key implements NoteSigner {

  private final byte[] seed;
  private final VerifierKey key;

  /// A key that signs texts.
  ///
  /// @param seed 32 bytes that nobody else knows
  /// @throws IllegalArgumentException when the seed has another length
  public static Ed25519Key ofLog(String name, byte[] seed) {
    return new Ed25519Key(name, NoteAlgorithm.ED25519, seed);
  }

  /// A key that signs texts with a time, as a witness does.
  ///
  /// @param seed 32 bytes that nobody else knows
  /// @throws IllegalArgumentException when the seed has another length
  public static Ed25519Key ofWitness(String name, byte[] seed) {
    return new Ed25519Key(name, NoteAlgorithm.COSIGNATURE_ED25519, seed);
  }

  private Ed25519Key(String name, NoteAlgorithm algorithm, byte[] seed) {
    if (seed.length != Ed25519.SECRET_KEY_SIZE) {
      throw new IllegalArgumentException("a seed has 32 bytes: " + seed.length);
    }
    this.seed = seed.clone();
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
    this.key = VerifierKey.of(name, algorithm, publicKey);
  }

  /// Whether a signature over these bytes holds.
  ///
  /// @param publicKey 32 bytes
  public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
  }

  @Override
  public VerifierKey key() {
    return key;
  }

  @Override
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }
}
