package org.zhiheng.ledger.leaf;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Parsed;

/// A leaf: 100 bytes without a name, a time or a word of what it stands for.
///
/// | bytes | what |
/// |---|---|
/// | 0 | version, 1 |
/// | 1 | profile |
/// | 2..3 | kind, big-endian |
/// | 4..35 | SHA-256 commitment |
/// | 36..67 | SM3 commitment |
/// | 68..99 | SHA-256 commitment of the statement before it in the same matter, or zeros |
///
/// @param profile by which algorithms it is bound; 1 is both of [Commitment]
/// @param kind for what it stands
/// @param commitment binds it to its statement
/// @param previous the SHA-256 commitment before it in the matter, or [Commitment#NONE]
public record Leaf(int profile, LeafKind kind, Commitment commitment, Hash previous) {

  /// Bytes of a leaf.
  public static final int LENGTH_BYTES = 100;

  /// SHA-256 and SM3 side by side.
  public static final int BOTH = 1;

  private static final int VERSION = 1;

  /// @throws IllegalArgumentException when the profile is not known
  public Leaf {
    if (profile != BOTH) {
      throw new IllegalArgumentException("profile must be 1: " + profile);
    }
  }

  /// The first leaf of a matter.
  public static Leaf first(LeafKind kind, Commitment commitment) {
    return new Leaf(BOTH, kind, commitment, Commitment.NONE);
  }

  /// Reads a leaf. What a verifier does not know it does not pass over: another version, profile or
  /// kind is refused.
  public static Parsed<Leaf> parse(byte[] bytes) {
    if (bytes.length != LENGTH_BYTES) {
      return refused(bytes.length + " bytes", "A leaf has 100 bytes.");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int version = buffer.get();
    int profile = buffer.get();
    int number = Short.toUnsignedInt(buffer.getShort());
    Optional<LeafKind> kind = LeafKind.of(number);
    if (version != VERSION || profile != BOTH || kind.isEmpty()) {
      return refused(
          version + "/" + profile + "/" + number,
          "Version 1, profile 1 and kinds 1 to 14 are known here.");
    }
    return Parsed.ok(
        new Leaf(
            profile,
            kind.get(),
            new Commitment(Hash.at(bytes, 4), Hash.at(bytes, 36)),
            Hash.at(bytes, 68)));
  }

  private static Parsed<Leaf> refused(String given, String reason) {
    return Parsed.refused("log-leaf", given, reason);
  }

  /// The 100 bytes.
  public byte[] bytes() {
    byte[] bytes = new byte[LENGTH_BYTES];
    ByteBuffer.wrap(bytes).put((byte) VERSION).put((byte) profile).putShort((short) kind.number());
    commitment.sha256().write(bytes, 4);
    commitment.sm3().write(bytes, 36);
    previous.write(bytes, 68);
    return bytes;
  }
}
