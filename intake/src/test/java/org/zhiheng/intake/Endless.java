package org.zhiheng.intake;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A large input that is made while it is read: a head, a piece again and again, a tail.
final class Endless extends InputStream {

  private final byte[] head;
  private final byte[] piece;
  private final byte[] tail;
  private final long length;
  private long at;

  Endless(String head, String piece, long pieces, String tail) {
    this.head = head.getBytes(StandardCharsets.UTF_8);
    this.piece = piece.getBytes(StandardCharsets.UTF_8);
    this.tail = tail.getBytes(StandardCharsets.UTF_8);
    this.length = this.head.length + this.piece.length * pieces + this.tail.length;
  }

  @Override
  public int read() {
    if (at >= length) {
      return -1;
    }
    byte value;
    if (at < head.length) {
      value = head[(int) at];
    } else if (at >= length - tail.length) {
      value = tail[(int) (at - (length - tail.length))];
    } else {
      value = piece[(int) ((at - head.length) % piece.length)];
    }
    at++;
    return value & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int wanted) {
    int done = 0;
    while (done < wanted && at < length) {
      boolean middle = at >= head.length && at < length - tail.length;
      if (middle) {
        int from = (int) ((at - head.length) % piece.length);
        int most =
            (int) Math.min(Math.min(wanted - done, piece.length - from), length - tail.length - at);
        System.arraycopy(piece, from, into, offset + done, most);
        done += most;
        at += most;
      } else {
        into[offset + done] = (byte) read();
        done++;
      }
    }
    return done == 0 ? -1 : done;
  }
}
