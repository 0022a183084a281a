package org.zhiheng.intake.xml;

import java.io.IOException;
import java.io.InputStream;
import org.zhiheng.values.Problem;

/// The bytes of one document after the other, out of a stream that may hold many: a document ends
/// where the next `<?xml` stands, which no document may contain.
///
/// Offices' weekly files are made so: whole documents written one behind the other. One thread.
final class DocumentBytes extends InputStream {

  /// The largest grants with tables have some 100 MB.
  static final long DOCUMENT_BYTES_MAX = 256L << 20;

  /// Names, values and words are short; a name of any length would be held in memory whole.
  static final int RUN_BYTES_MAX = 1 << 20;

  /// A byte order mark, `<?xml` and a blank.
  private static final int AHEAD = 9;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 17];
  private int from;
  private int to;
  private boolean ended;

  /// Whether a document was asked for before.
  private boolean begun;

  /// Whether the next byte is the first of its document.
  private boolean fresh = true;

  /// Bytes of this document so far.
  private long count;

  /// Bytes since the last blank or mark-up.
  private int run;

  /// Whether limits are looked at; not while skipping.
  private boolean limited = true;

  DocumentBytes(InputStream in) {
    this.in = in;
  }

  /// Moves on to the next document.
  ///
  /// @return false when there is none
  boolean advance() throws IOException {
    limited = false;
    byte[] waste = new byte[1 << 14];
    int read = begun ? 1 : 0;
    while (read > 0) {
      read = read(waste, 0, waste.length);
    }
    limited = true;
    begun = true;
    fresh = true;
    count = 0;
    run = 0;
    while (ahead() && startsWithMarkOrBlank()) {
      from++;
    }
    return from < to;
  }

  private boolean startsWithMarkOrBlank() {
    byte value = buffer[from];
    return value == ' '
        || value == '\n'
        || value == '\r'
        || value == '\t'
        || value == (byte) 0xef
        || value == (byte) 0xbb
        || value == (byte) 0xbf;
  }

  /// Fills the buffer; false at the end of the stream with nothing left.
  private boolean ahead() throws IOException {
    while (to - from < AHEAD && !ended) {
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
      }
      int read = in.read(buffer, to, buffer.length - to);
      if (read < 0) {
        ended = true;
      } else {
        to += read;
      }
    }
    return from < to;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!ahead()) {
      return -1;
    }
    int last = ended ? to : to - (AHEAD - 1);
    int end = Math.min(last, from + length);
    int at = from;
    if (fresh) {
      fresh = false;
      at++;
    }
    while (at < end) {
      byte value = buffer[at];
      if (value > '>' || value < 0) {
        run++;
        if (value == (byte) 0xef && startsDocument(at)) {
          break;
        }
      } else if (value == '<') {
        run = 0;
        if (startsDocument(at)) {
          break;
        }
      } else if (value <= ' ' || value == '>' || value == '=' || value == '"') {
        run = 0;
      } else {
        run++;
      }
      at++;
    }
    if (at == from) {
      return -1;
    }
    int read = at - from;
    count += read;
    if (limited && (count > DOCUMENT_BYTES_MAX || run > RUN_BYTES_MAX)) {
      throw new DocumentRefused(
          Problem.of(
              "xml-limit",
              "",
              "",
              count > DOCUMENT_BYTES_MAX
                  ? "A document may have " + (DOCUMENT_BYTES_MAX >> 20) + " MB at most."
                  : "No name, value or word may have over " + RUN_BYTES_MAX + " bytes."));
    }
    System.arraycopy(buffer, from, into, offset, read);
    from = at;
    return read;
  }

  private boolean startsDocument(int at) {
    int start = at;
    if (buffer[at] == (byte) 0xef) {
      if (at + 3 >= to || buffer[at + 1] != (byte) 0xbb || buffer[at + 2] != (byte) 0xbf) {
        return false;
      }
      start = at + 3;
    }
    return start + 5 < to
        && buffer[start] == '<'
        && buffer[start + 1] == '?'
        && buffer[start + 2] == 'x'
        && buffer[start + 3] == 'm'
        && buffer[start + 4] == 'l'
        && buffer[start + 5] <= ' '
        && buffer[start + 5] >= 0;
  }
}
