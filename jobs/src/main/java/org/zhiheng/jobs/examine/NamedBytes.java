package org.zhiheng.jobs.examine;

import java.util.Arrays;

/// A file's name and what is in it. Not changed once made.
public final class NamedBytes {

  private final String name;
  private final byte[] bytes;

  /// Copies the bytes.
  public NamedBytes(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  /// Its name, without folders.
  public String name() {
    return name;
  }

  /// What is in it, copied.
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamedBytes that
        && name.equals(that.name)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + " (" + bytes.length + " bytes)";
  }
}
