package org.zhiheng.intake.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// The packed bytes: counts them, and remembers when reading them failed, so that a failing disk is
/// told from a damaged file.
final class CountedStream extends FilterInputStream {

  /// Bytes handed out so far.
  private long count;

  private @Nullable IOException failure;

  CountedStream(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  /// Whether it was the world that failed.
  boolean failed() {
    return failure != null;
  }

  @Override
  public int read() throws IOException {
    try {
      int value = in.read();
      if (value >= 0) {
        count++;
      }
      return value;
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    try {
      int read = in.read(into, offset, length);
      if (read > 0) {
        count += read;
      }
      return read;
    } catch (IOException broken) {
      failure = broken;
      throw broken;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
