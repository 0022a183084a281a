package org.zhiheng.ledger.tree;

import java.security.DigestException;
import java.security.MessageDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.zhiheng.values.Digest;

/// Hashes leaves and nodes: a leaf after a byte 0, two nodes after a byte 1, so that none can be
/// taken for the other. For one thread.
///
/// Source: RFC 6962 section 2.1.
public abstract sealed class Hasher permits Hasher.Sha256, Hasher.Sm3 {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final byte[] node = new byte[1 + 2 * Hash.LENGTH_BYTES];
  private final byte[] out = new byte[Hash.LENGTH_BYTES];

  Hasher() {
    node[0] = NODE;
  }

  abstract void update(byte one);

  abstract void update(byte[] bytes, int offset, int length);

  /// Ends what was begun and writes 32 bytes.
  abstract void finish(byte[] into, int offset);

  /// The hash of a leaf.
  public final Hash leaf(byte[] bytes) {
    leaf(bytes, 0, bytes.length, out, 0);
    return Hash.at(out, 0);
  }

  /// The hash of a leaf that stands among other bytes, written to a place.
  public final void leaf(byte[] bytes, int offset, int length, byte[] into, int at) {
    update(LEAF);
    update(bytes, offset, length);
    finish(into, at);
  }

  /// The hash of the node above two others.
  public final Hash node(Hash left, Hash right) {
    left.write(node, 1);
    right.write(node, 1 + Hash.LENGTH_BYTES);
    update(node, 0, node.length);
    finish(out, 0);
    return Hash.at(out, 0);
  }

  /// The hash of the node above two that stand side by side, written to a place, which may be
  /// theirs.
  public final void node(byte[] pair, int offset, byte[] into, int at) {
    System.arraycopy(pair, offset, node, 1, 2 * Hash.LENGTH_BYTES);
    update(node, 0, node.length);
    finish(into, at);
  }

  /// The hashes of leaves of one length that lie equally far apart, one behind the other.
  ///
  /// @param bytes in which the leaves lie
  /// @param offset of the first
  /// @param stride bytes from the beginning of one to that of the next
  /// @param length bytes of each
  /// @param count how many
  /// @param into takes 32 bytes a leaf, from its beginning on
  public void leaves(byte[] bytes, int offset, int stride, int length, int count, byte[] into) {
    for (int at = 0; at < count; at++) {
      leaf(bytes, offset + at * stride, length, into, at * Hash.LENGTH_BYTES);
    }
  }

  /// The hashes of the nodes above hashes that stand side by side, two and two.
  ///
  /// @param hashes twice as many as nodes, from its beginning on
  /// @param count of the nodes
  /// @param into takes them from its beginning on; may be the same array
  void nodes(byte[] hashes, int count, byte[] into) {
    for (int at = 0; at < count; at++) {
      node(hashes, 2 * at * Hash.LENGTH_BYTES, into, at * Hash.LENGTH_BYTES);
    }
  }

  /// The root of a tree without leaves: the hash of nothing.
  public final Hash empty() {
    finish(out, 0);
    return Hash.at(out, 0);
  }

  /// By the JDK's SHA-256, which uses the processor's own instructions.
  static final class Sha256 extends Hasher {

    private final MessageDigest digest = Digest.sha256();

    @Override
    void update(byte one) {
      digest.update(one);
    }

    @Override
    void update(byte[] bytes, int offset, int length) {
      digest.update(bytes, offset, length);
    }

    @Override
    void finish(byte[] into, int offset) {
      try {
        digest.digest(into, offset, Hash.LENGTH_BYTES);
      } catch (DigestException tooShort) {
        throw new IllegalArgumentException("no room for 32 bytes at " + offset, tooShort);
      }
    }
  }

  /// By Bouncy Castle's SM3, and many at once by our own.
  static final class Sm3 extends Hasher {

    private final SM3Digest digest = new SM3Digest();

    /// 84 KiB, which who checks one proof does not need.
    private @Nullable Sm3Lanes lanes;

    private Sm3Lanes lanes() {
      if (lanes == null) {
        lanes = new Sm3Lanes();
      }
      return lanes;
    }

    @Override
    public void leaves(byte[] bytes, int offset, int stride, int length, int count, byte[] into) {
      if (count < Sm3Lanes.FEW) {
        super.leaves(bytes, offset, stride, length, count, into);
      } else {
        lanes().hash(new Sm3Lanes.Messages(LEAF, bytes, offset, stride, length, count), into, 0);
      }
    }

    @Override
    void nodes(byte[] hashes, int count, byte[] into) {
      if (count < Sm3Lanes.FEW) {
        super.nodes(hashes, count, into);
      } else {
        int pair = 2 * Hash.LENGTH_BYTES;
        lanes().hash(new Sm3Lanes.Messages(NODE, hashes, 0, pair, pair, count), into, 0);
      }
    }

    @Override
    void update(byte one) {
      digest.update(one);
    }

    @Override
    void update(byte[] bytes, int offset, int length) {
      digest.update(bytes, offset, length);
    }

    @Override
    void finish(byte[] into, int offset) {
      digest.doFinal(into, offset);
    }
  }
}
