package org.zhiheng.ledger.log;

/// A file to be published. Made once and handed on; neither side changes its bytes.
public final class TileFile {

  private final String path;
  private final byte[] bytes;

  /// @param path below the log's prefix
  public TileFile(String path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /// Where it is published, below the log's prefix.
  public String path() {
    return path;
  }

  /// What it holds; not to be changed.
  public byte[] bytes() {
    return bytes;
  }
}
