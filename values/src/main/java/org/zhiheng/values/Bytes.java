package org.zhiheng.values;

import java.util.Arrays;

/// Bytes that never change: what a record holds in place of an array.
public final class Bytes {

  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /// A copy of these.
  public static Bytes of(byte[] array) {
    return new Bytes(array.clone());
  }

  /// A copy of them.
  public byte[] array() {
    return array.clone();
  }

  /// How many.
  public int length() {
    return array.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  /// How many, and the beginning of their SHA-256: they may be a secret.
  @Override
  public String toString() {
    return array.length + " bytes " + Digest.of(array).brief();
  }
}
