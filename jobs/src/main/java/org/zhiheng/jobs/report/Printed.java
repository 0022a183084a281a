package org.zhiheng.jobs.report;

/// A document as it was printed. Not changed once made.
public final class Printed {

  private final byte[] bytes;

  /// Copies the bytes.
  public Printed(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /// What is in it, copied.
  public byte[] bytes() {
    return bytes.clone();
  }
}
