package org.zhiheng.ledger.note;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// A private key that signs notes. Safe for many threads.
public sealed interface NoteSigner permits Ed25519Key, MlDsa44Key, Sm2Key {

  /// The key that its lines are checked with.
  VerifierKey key();

  /// Signs bytes, without more around them.
  byte[] sign(byte[] message);

  /// Signs a text.
  ///
  /// @param at what a line of a kind that says a time says; others pass over it. Nothing says no
  ///   time, as the log itself does: its clock is no evidence
  /// @throws IllegalArgumentException when the text is no checkpoint and the kind signs only those
  default SignatureLine line(String text, Optional<Instant> at) {
    return switch (key().algorithm()) {
      case ED25519, SM2 -> SignatureLine.of(key(), sign(Signatures.utf8(text)));
      case COSIGNATURE_ED25519, ML_DSA_44 -> {
        long seconds = at.map(Instant::getEpochSecond).orElse(0L);
        byte[] message =
            Signatures.timedMessage(key(), text, seconds)
                .orElseThrow(() -> new IllegalArgumentException("this key signs checkpoints only"));
        byte[] signature = sign(message);
        yield SignatureLine.of(
            key(),
            ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array());
      }
    };
  }
}
