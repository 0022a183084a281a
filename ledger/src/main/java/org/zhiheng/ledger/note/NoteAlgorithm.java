package org.zhiheng.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// How a line of a note is signed, by the byte that stands before its public key.
public enum NoteAlgorithm {
  /// Ed25519 over the text (signed-note).
  ED25519(0x01, 32, ""),
  /// Ed25519 over a time and the text (tlog-cosignature).
  COSIGNATURE_ED25519(0x04, 32, ""),
  /// ML-DSA-44 over name, time, origin, size and root (tlog-cosignature).
  ML_DSA_44(0x06, 1312, ""),
  /// SM2 with SM3 over the text, by a name of our own as signed-note allows it: others pass over
  /// the line. The public key is the 65 bytes of the point, the user's id the usual
  /// 1234567812345678.
  SM2(0xff, 65, "zhiheng.org/note/sm2-sm3/v1");

  private final int sign;
  private final int keyLengthBytes;
  private final String identifier;

  NoteAlgorithm(int sign, int keyLengthBytes, String identifier) {
    this.sign = sign;
    this.keyLengthBytes = keyLengthBytes;
    this.identifier = identifier;
  }

  /// What stands before the public key: the byte, and for one without a byte of its own a name.
  byte[] prefix() {
    byte[] name = identifier.getBytes(StandardCharsets.US_ASCII);
    byte[] prefix = new byte[1 + name.length];
    prefix[0] = (byte) sign;
    System.arraycopy(name, 0, prefix, 1, name.length);
    return prefix;
  }

  int keyLengthBytes() {
    return keyLengthBytes;
  }

  /// The algorithm whose prefix and length this encoded key has.
  static Optional<NoteAlgorithm> of(byte[] encoded) {
    return Arrays.stream(values())
        .filter(one -> {
          byte[] prefix = one.prefix();
          return encoded.length == prefix.length + one.keyLengthBytes
              && Arrays.equals(prefix, Arrays.copyOf(encoded, prefix.length));
        })
        .findFirst();
  }
}
