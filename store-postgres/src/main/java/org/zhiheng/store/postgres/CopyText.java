package org.zhiheng.store.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows of one table in COPY's text format.
///
/// Source: PostgreSQL 18, SQL COPY, "Text Format": tabs apart, `\N` for null, backslash escapes.
final class CopyText implements AutoCloseable {

  /// Sent in pieces of this size: a batch with long texts must not stand in memory three times.
  private static final int PIECE_LENGTH = 1 << 18;

  private final CopyIn copy;
  private final StringBuilder rows = new StringBuilder(PIECE_LENGTH + 8192);
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
    rows.append(value);
    return this;
  }

  CopyText field(Optional<LocalDate> value) {
    next();
    if (value.isEmpty()) {
      rows.append("\\N");
    } else {
      rows.append(value.get());
    }
    return this;
  }

  CopyText field(String value) {
    next();
    for (int at = 0; at < value.length(); at++) {
      char one = value.charAt(at);
      switch (one) {
        case '\\' -> rows.append("\\\\");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\t' -> rows.append("\\t");
        case '\0' -> rows.append('\uFFFD'); // the database keeps no NUL
        default -> rows.append(one);
      }
    }
    return this;
  }

  CopyText field(int[] values) {
    next();
    rows.append('{');
    for (int at = 0; at < values.length; at++) {
      if (at > 0) {
        rows.append(',');
      }
      rows.append(values[at]);
    }
    rows.append('}');
    return this;
  }

  void endRow() throws SQLException {
    rows.append('\n');
    within = false;
    count++;
    if (rows.length() >= PIECE_LENGTH) {
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
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    rows.setLength(0);
  }

  private void next() {
    if (within) {
      rows.append('\t');
    }
    within = true;
  }
}
