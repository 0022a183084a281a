package org.zhiheng.values;

import java.io.Reader;

/// A text as a stream that parts no sign: what is read at once never ends with the first half of a
/// pair whose second half follows.
///
/// For readers of others that run past their buffer when it ends so (snakeyaml-engine 3.0.1 does,
/// read 2026-11-30). A half that stands alone is given as it is. For one thread.
public final class WholeSigns extends Reader {

  private final String text;
  private int at;

  /// The whole of this text.
  public WholeSigns(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int offset, int length) {
    int left = text.length() - at;
    if (left == 0) {
      return -1;
    }
    int count = Math.min(length, left);
    if (count > 1 && count < left && Character.isHighSurrogate(text.charAt(at + count - 1))) {
      count--;
    }
    text.getChars(at, at + count, into, offset);
    at += count;
    return count;
  }

  @Override
  public void close() {
    // nothing is held but the text
  }
}
