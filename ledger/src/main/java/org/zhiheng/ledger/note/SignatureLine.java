package org.zhiheng.ledger.note;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// A line below a note: who signed, with which key, and the signature.
///
/// @param name of the key
/// @param keyId of the key
/// @param base64 the signature's bytes, behind the key's id
public record SignatureLine(String name, int keyId, String base64) {

  private static final String START = "— ";

  /// @throws IllegalArgumentException when the name cannot be or the text is no base64
  public SignatureLine {
    if (!VerifierKey.named(name) || VerifierKey.base64(base64).isEmpty()) {
      throw new IllegalArgumentException("no signature line: " + name + " " + base64);
    }
  }

  static SignatureLine of(VerifierKey key, byte[] signature) {
    return new SignatureLine(key.name(), key.id(), Base64.getEncoder().encodeToString(signature));
  }

  /// A line without its newline; nothing when it is none.
  static Optional<SignatureLine> parse(String line) {
    if (!line.startsWith(START)) {
      return Optional.empty();
    }
    String[] parts = line.substring(START.length()).split(" ", -1);
    if (parts.length != 2 || !VerifierKey.named(parts[0])) {
      return Optional.empty();
    }
    return VerifierKey.base64(parts[1])
        .filter(bytes -> bytes.length > Integer.BYTES)
        .map(bytes -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          int id = buffer.getInt();
          byte[] signature = new byte[buffer.remaining()];
          buffer.get(signature);
          return new SignatureLine(parts[0], id, Base64.getEncoder().encodeToString(signature));
        });
  }

  /// The signature.
  public byte[] signature() {
    return Base64.getDecoder().decode(base64);
  }

  /// Whether this key may have signed it.
  boolean by(VerifierKey key) {
    return name.equals(key.name()) && keyId == key.id();
  }

  /// The line, with its newline.
  @Override
  public String toString() {
    byte[] signature = signature();
    byte[] whole =
        ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(keyId).put(signature).array();
    return START + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
  }
}
