package org.zhiheng.jobs.prove.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.zhiheng.ledger.opening.RowTree;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Cuts a file into the rows that its fingerprint is taken over. For one thread.
///
/// A CSV file is cut behind each line feed that stands outside quotation marks; the line feed, and
/// a carriage return before it, are not of the row. Every other file is cut into blocks.
enum RowReader {
  /// A record of CSV (RFC 4180), its header among them, as row 0.
  RECORD {
    @Override
    void cut(InputStream in, RowTree tree) throws IOException {
      ByteArrayOutputStream row = new ByteArrayOutputStream();
      boolean quoted = false;
      boolean any = false;
      try (InputStream from = new BufferedInputStream(in, BUFFER_LENGTH_BYTES)) {
        for (int sign = from.read(); sign >= 0; sign = from.read()) {
          any = true;
          if (sign == '\n' && !quoted) {
            tree.add(ended(row));
            row.reset();
            any = false;
          } else {
            quoted ^= sign == '"';
            row.write(sign);
            if (row.size() > RowTree.ROW_LENGTH_BYTES_MAX) {
              throw new ProblemsException(
                  Problem.of(
                      "data-row",
                      "row " + tree.head().size(),
                      "",
                      "A row has at most 1 MiB; is there a quotation mark without its fellow?"));
            }
          }
        }
      }
      if (any) {
        tree.add(ended(row));
      }
    }
  },
  /// 64 KiB; the last may be shorter.
  BLOCK {
    @Override
    void cut(InputStream in, RowTree tree) throws IOException {
      try (InputStream from = in) {
        for (byte[] block = from.readNBytes(BUFFER_LENGTH_BYTES);
            block.length > 0;
            block = from.readNBytes(BUFFER_LENGTH_BYTES)) {
          tree.add(block);
        }
      }
    }
  };

  private static final int BUFFER_LENGTH_BYTES = 1 << 16;

  private static byte[] ended(ByteArrayOutputStream row) {
    byte[] bytes = row.toByteArray();
    return bytes.length > 0 && bytes[bytes.length - 1] == '\r'
        ? java.util.Arrays.copyOf(bytes, bytes.length - 1)
        : bytes;
  }

  /// Adds all rows of a file, which is closed.
  ///
  /// @throws ProblemsException with `data-row` for one that is too long
  abstract void cut(InputStream in, RowTree tree) throws IOException;

  /// `record`: the name in data.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By a file's name.
  static RowReader of(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? RECORD : BLOCK;
  }
}
