package org.zhiheng.jobs.prove.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// What a file of a set is cut into; each piece is a leaf of the fingerprint.
public enum UnitKind {

  /// Rows of a CSV: the bytes between line ends (LF, or CR and LF), as they stand. A line end
  /// within an odd number of quotation marks belongs to the row (RFC 4180, section 2.6). The first
  /// row is row 0, the names of the columns too. Bytes are not decoded: any encoding in which line
  /// ends and quotation marks are single bytes of ASCII will do (UTF-8, GB 18030).
  ROWS {
    @Override
    long cut(InputStream in, Sink sink) throws IOException {
      return new RowCut(sink).all(in);
    }
  },

  /// Pieces of 64 KiB, the last one shorter.
  CHUNKS {
    @Override
    long cut(InputStream in, Sink sink) throws IOException {
      byte[] chunk = new byte[CHUNK_LENGTH_BYTES];
      long count = 0;
      for (int read = in.readNBytes(chunk, 0, chunk.length);
          read > 0;
          read = in.readNBytes(chunk, 0, chunk.length)) {
        sink.take(chunk, read);
        count++;
      }
      return count;
    }
  };

  /// Longer rows are refused: they are most likely no rows.
  public static final int ROW_LENGTH_BYTES_MAX = 1 << 20;

  static final int CHUNK_LENGTH_BYTES = 1 << 16;

  private static final int BUFFER_LENGTH_BYTES = 1 << 16;

  /// Takes the pieces in their order.
  @FunctionalInterface
  interface Sink {
    /// The first bytes of a buffer that is used again.
    void take(byte[] bytes, int length) throws IOException;
  }

  /// Cuts a file.
  ///
  /// @return how many pieces
  /// @throws IOException when it cannot be read
  /// @throws ProblemsException with `data-row` for a row that is too long
  abstract long cut(InputStream in, Sink sink) throws IOException;

  /// The word in a statement: `rows`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<UnitKind> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /// What a file of this name is cut into, where nobody said: rows if it ends in `.csv`.
  static UnitKind byName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? ROWS : CHUNKS;
  }

  /// One pass over a CSV.
  private static final class RowCut {

    private final Sink sink;
    private byte[] row = new byte[BUFFER_LENGTH_BYTES];
    private int length;
    private boolean quoted;
    private long count;

    RowCut(Sink sink) {
      this.sink = sink;
    }

    long all(InputStream in) throws IOException {
      byte[] buffer = new byte[BUFFER_LENGTH_BYTES];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int at = 0; at < read; at++) {
          next(buffer[at]);
        }
      }
      if (length > 0) {
        end();
      }
      return count;
    }

    private void next(byte one) throws IOException {
      if (one == '\n' && !quoted) {
        if (length > 0 && row[length - 1] == '\r') {
          length--;
        }
        end();
        return;
      }
      if (one == '"') {
        quoted = !quoted;
      }
      if (length == row.length) {
        row = Arrays.copyOf(row, 2 * length);
      }
      row[length++] = one;
      if (length > ROW_LENGTH_BYTES_MAX) {
        throw new ProblemsException(
            Problem.of(
                "data-row",
                "",
                Long.toString(count),
                "A row has at most 1 MiB; a quotation mark may lack its pair. Chunks take any"
                    + " file: --chunks."));
      }
    }

    private void end() throws IOException {
      sink.take(row, length);
      length = 0;
      count++;
    }
  }
}
