package org.zhiheng.ledger.tree;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import org.zhiheng.values.Parsed;

/// A hash of 32 bytes, of a leaf or a node of a tree; SHA-256 and SM3 are both this long.
///
/// @param first bytes 0..7, big-endian
/// @param second bytes 8..15
/// @param third bytes 16..23
/// @param fourth bytes 24..31
public record Hash(long first, long second, long third, long fourth) {

  /// How many bytes it has.
  public static final int LENGTH_BYTES = 32;

  /// The 32 bytes from this place on.
  ///
  /// @throws IndexOutOfBoundsException when there are fewer
  public static Hash at(byte[] bytes, int offset) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, LENGTH_BYTES);
    return new Hash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  /// A hash in base64 as C2SP writes it: the standard alphabet, padded, 44 characters.
  public static Parsed<Hash> parse(String text) {
    if (text.length() == 44) {
      try {
        byte[] bytes = Base64.getDecoder().decode(text);
        Hash hash = bytes.length == LENGTH_BYTES ? at(bytes, 0) : null;
        // a second spelling of the same bytes would let a signed text be changed unseen
        if (hash != null && hash.base64().equals(text)) {
          return Parsed.ok(hash);
        }
      } catch (IllegalArgumentException notBase64) {
        return refused(text);
      }
    }
    return refused(text);
  }

  private static Parsed<Hash> refused(String text) {
    return Parsed.refused("log-hash", text, "A hash is 32 bytes in base64, 44 characters.");
  }

  /// Writes the 32 bytes from this place on.
  public void write(byte[] bytes, int offset) {
    ByteBuffer.wrap(bytes, offset, LENGTH_BYTES)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth);
  }

  /// The 32 bytes.
  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH_BYTES];
    write(bytes, 0);
    return bytes;
  }

  /// In base64, 44 characters.
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  /// In lower-case hexadecimal, 64 digits.
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  @Override
  public String toString() {
    return hex();
  }
}
