package org.zhiheng.store.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows of one table in COPY's text format, encoded straight into the bytes that are sent.
///
/// Sent in pieces while they are made: the database takes the first rows in while the next are
/// prepared here. The connection can do nothing else until [#end].
///
/// Source: PostgreSQL 18, SQL COPY, "Text Format": tabs apart, `\N` for null, backslash escapes.
final class CopyText implements AutoCloseable {

  /// Small enough to keep the database busy, large enough for few calls.
  private static final int PIECE_BYTES = 32 * 1024;

  /// Most bytes that one character, or one number with its separator, takes.
  private static final int ITEM_BYTES_MAX = 24;

  private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

  private final CopyIn copy;
  private byte[] bytes = new byte[PIECE_BYTES + 8 * 1024];
  private int length;
  private boolean within;
  private long count;

  private CopyText(CopyIn copy) {
    this.copy = copy;
  }

  /// Begins to fill a table.
  static CopyText into(Connection connection, String tableAndColumns) throws SQLException {
    return new CopyText(
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + tableAndColumns + " from stdin"));
  }

  CopyText field(long value) {
    next();
    number(value);
    return this;
  }

  CopyText field(Optional<LocalDate> value) {
    if (value.isPresent()) {
      return field(value.get().toString());
    }
    next();
    bytes[length++] = '\\';
    bytes[length++] = 'N';
    return this;
  }

  CopyText field(String value) {
    next();
    int end = value.length();
    for (int at = 0; at < end; at++) {
      if (length + ITEM_BYTES_MAX > bytes.length) {
        grow();
      }
      char one = value.charAt(at);
      if (one < 0x80) {
        ascii(one);
      } else if (one < 0x800) {
        bytes[length++] = (byte) (0xC0 | (one >> 6));
        bytes[length++] = (byte) (0x80 | (one & 0x3F));
      } else if (!Character.isSurrogate(one)) {
        bytes[length++] = (byte) (0xE0 | (one >> 12));
        bytes[length++] = (byte) (0x80 | ((one >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (one & 0x3F));
      } else if (Character.isHighSurrogate(one)
          && at + 1 < end
          && Character.isLowSurrogate(value.charAt(at + 1))) {
        supplementary(Character.toCodePoint(one, value.charAt(++at)));
      } else {
        replacement();
      }
    }
    return this;
  }

  CopyText field(int[] values) {
    next();
    bytes[length++] = '{';
    for (int at = 0; at < values.length; at++) {
      if (length + ITEM_BYTES_MAX > bytes.length) {
        grow();
      }
      if (at > 0) {
        bytes[length++] = ',';
      }
      number(values[at]);
    }
    bytes[length++] = '}';
    return this;
  }

  void endRow() throws SQLException {
    if (length + ITEM_BYTES_MAX > bytes.length) {
      grow();
    }
    bytes[length++] = '\n';
    within = false;
    count++;
    if (length >= PIECE_BYTES) {
      send();
    }
  }

  /// Sends the rest and waits until the table has it all.
  void end() throws SQLException {
    send();
    long taken = copy.endCopy();
    if (taken != count) {
      throw new SQLException("COPY took " + taken + " of " + count + " rows");
    }
  }

  /// Breaks off a COPY that did not come to its end: the connection could do nothing else.
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void send() throws SQLException {
    if (length > 0) {
      copy.writeToCopy(bytes, 0, length);
      copy.flushCopy();
      length = 0;
    }
  }

  private void next() {
    if (length + ITEM_BYTES_MAX > bytes.length) {
      grow();
    }
    if (within) {
      bytes[length++] = '\t';
    }
    within = true;
  }

  private void grow() {
    bytes = Arrays.copyOf(bytes, bytes.length * 2);
  }

  private void ascii(char one) {
    switch (one) {
      case '\\' -> escaped('\\');
      case '\n' -> escaped('n');
      case '\r' -> escaped('r');
      case '\t' -> escaped('t');
      case '\0' -> replacement(); // the database keeps no NUL
      default -> bytes[length++] = (byte) one;
    }
  }

  private void escaped(char letter) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) letter;
  }

  private void replacement() {
    for (byte one : REPLACEMENT) {
      bytes[length++] = one;
    }
  }

  private void supplementary(int point) {
    bytes[length++] = (byte) (0xF0 | (point >> 18));
    bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
    bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    bytes[length++] = (byte) (0x80 | (point & 0x3F));
  }

  private void number(long value) {
    if (value == Long.MIN_VALUE) {
      throw new IllegalArgumentException("the smallest number has no opposite");
    }
    if (value < 0) {
      bytes[length++] = '-';
      number(-value);
      return;
    }
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int at = length + digits - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }
}
