package org.zhiheng.ledger.statement;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that do not change, so that a record can hold them.
public final class Octets {

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of these bytes.
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  /// A copy of some of these bytes, `[from, to)`.
  ///
  /// @throws IndexOutOfBoundsException when they are not there
  static Octets of(byte[] bytes, int from, int to) {
    if (from < 0 || from > to || to > bytes.length) {
      throw new IndexOutOfBoundsException(from + ".." + to + " of " + bytes.length);
    }
    return new Octets(Arrays.copyOfRange(bytes, from, to));
  }

  /// How many.
  public int length() {
    return bytes.length;
  }

  /// A copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// Copies some of them to a place.
  ///
  /// @throws IndexOutOfBoundsException when they are not there, or there is no room
  public void copy(int from, byte[] into, int offset, int count) {
    System.arraycopy(bytes, from, into, offset, count);
  }

  /// In lower-case hexadecimal.
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets octets && Arrays.equals(bytes, octets.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// How many, and the first of them.
  @Override
  public String toString() {
    return bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
  }
}
