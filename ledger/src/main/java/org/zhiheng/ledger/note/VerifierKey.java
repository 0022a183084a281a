package org.zhiheng.ledger.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;

/// A public key by which lines of notes are checked, with the name it signs under.
///
/// Source: C2SP signed-note, section Verifier keys.
public final class VerifierKey {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");

  private final String name;
  private final NoteAlgorithm algorithm;
  private final byte[] encoded;
  private final int id;
  private final Optional<ECPublicKeyParameters> point;

  private VerifierKey(String name, NoteAlgorithm algorithm, byte[] encoded) {
    this.name = name;
    this.algorithm = algorithm;
    this.encoded = encoded;
    this.id = id(name, encoded);
    this.point = algorithm == NoteAlgorithm.SM2 ? Sm2Key.point(publicKey()) : Optional.empty();
  }

  /// A key by its raw bytes.
  ///
  /// @throws IllegalArgumentException when the name or the length cannot be
  public static VerifierKey of(String name, NoteAlgorithm algorithm, byte[] publicKey) {
    if (!named(name)) {
      throw new IllegalArgumentException("a key's name has no space and no plus: " + name);
    }
    if (publicKey.length != algorithm.keyLengthBytes()) {
      throw new IllegalArgumentException(
          algorithm + " keys have " + algorithm.keyLengthBytes() + " bytes: " + publicKey.length);
    }
    byte[] prefix = algorithm.prefix();
    byte[] encoded = Arrays.copyOf(prefix, prefix.length + publicKey.length);
    System.arraycopy(publicKey, 0, encoded, prefix.length, publicKey.length);
    return new VerifierKey(name, algorithm, encoded);
  }

  /// A key as text, `name+1a2b3c4d+base64`.
  ///
  /// @return refused when it is not of this form, its id does not fit or its algorithm is none of
  ///   [NoteAlgorithm]
  public static Parsed<VerifierKey> parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !named(parts[0]) || !ID.matcher(parts[1]).matches()) {
      return refused(text, "A key is written name+id+key, the id in 8 hexadecimal digits.");
    }
    Optional<byte[]> encoded = base64(parts[2]);
    Optional<NoteAlgorithm> algorithm = encoded.flatMap(NoteAlgorithm::of);
    if (encoded.isEmpty() || algorithm.isEmpty()) {
      return refused(text, "The key is not of an algorithm that is known here, or not whole.");
    }
    VerifierKey key = new VerifierKey(parts[0], algorithm.get(), encoded.get());
    return HexFormat.of().toHexDigits(key.id).equals(parts[1])
        ? Parsed.ok(key)
        : refused(text, "The id is not that of this name and key.");
  }

  private static Parsed<VerifierKey> refused(String text, String reason) {
    return Parsed.refused("note-key", text, reason);
  }

  /// Base64 that has one spelling only.
  static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException not) {
      return Optional.empty();
    }
  }

  /// Whether a key can have this name.
  static boolean named(String name) {
    // no space of Unicode lies beyond 16 bits
    for (int at = 0; at < name.length(); at++) {
      char one = name.charAt(at);
      if (one == '+' || one < 0x20 || Character.isWhitespace(one) || Character.isSpaceChar(one)) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static int id(String name, byte[] encoded) {
    MessageDigest digest = Digest.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return ByteBuffer.wrap(digest.digest(encoded)).getInt();
  }

  /// Who signs.
  public String name() {
    return name;
  }

  /// How.
  public NoteAlgorithm algorithm() {
    return algorithm;
  }

  /// The first four bytes of a hash over name and key, to find the lines it may have signed.
  public int id() {
    return id;
  }

  /// The raw bytes of the public key.
  public byte[] publicKey() {
    return Arrays.copyOfRange(encoded, algorithm.prefix().length, encoded.length);
  }

  /// The point of a key of SM2, read once: the library lays out multiples of a point that is kept,
  /// and checks with them some twice as fast. Nothing for other keys, and where there is no such
  /// point.
  Optional<ECPublicKeyParameters> point() {
    return point;
  }

  /// As text; [#parse] reads it.
  @Override
  public String toString() {
    return name
        + "+"
        + HexFormat.of().toHexDigits(id)
        + "+"
        + Base64.getEncoder().encodeToString(encoded);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey key
        && name.equals(key.name)
        && Arrays.equals(encoded, key.encoded);
  }

  @Override
  public int hashCode() {
    return id;
  }
}
