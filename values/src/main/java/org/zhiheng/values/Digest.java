package org.zhiheng.values;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// A SHA-256 digest, 64 lower-case hexadecimal digits.
///
/// @param hex the digits
public record Digest(String hex) {

  /// @throws IllegalArgumentException when it is not 64 lower-case hexadecimal digits
  public Digest {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("digest must be 64 lower-case hex digits: " + hex);
    }
  }

  /// The digest of these bytes.
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /// The digest of all that the stream still holds; the stream is read, not closed.
  ///
  /// @throws IOException when the stream cannot be read
  public static Digest of(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
    return new Digest(HexFormat.of().formatHex(digest.digest()));
  }

  /// A digest in text, upper or lower case, spaces around it allowed.
  public static Parsed<Digest> parse(String text) {
    String trimmed = text.strip().toLowerCase(Locale.ROOT);
    return trimmed.matches("[0-9a-f]{64}")
        ? Parsed.ok(new Digest(trimmed))
        : Parsed.refused("digest", text, "A SHA-256 digest is 64 hexadecimal digits.");
  }

  /// A fresh SHA-256, for those who hash while they write.
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  /// The 32 bytes.
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /// The first 12 digits, enough for a person to tell two apart.
  public String brief() {
    return hex.substring(0, 12);
  }

  @Override
  public String toString() {
    return hex;
  }
}
