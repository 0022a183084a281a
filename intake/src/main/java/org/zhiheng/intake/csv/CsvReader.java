package org.zhiheng.intake.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhiheng.intake.archive.RefusedBytes;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;

/// Reads the records of a CSV file, one at a time, in memory bounded by one record.
///
/// A record that is broken costs itself alone: reading goes on at the line after the one it starts
/// on. Broken are quotes that do not close, a record over several lines that then has not the
/// header's number of fields, a line too long, too many columns, malformed bytes, control
/// characters. Empty lines are passed over.
///
/// The bytes are split before they are decoded, which is sound for UTF-8 and for GB18030: no
/// trailing byte of either is a comma, semicolon, tab, quote or newline.
public final class CsvReader {

  /// Longest record, in bytes: a gazette row has 200, a mark with all its goods some 100,000.
  public static final int RECORD_BYTES_MAX = 1 << 20;

  /// Longest quoted field over several lines, in bytes: over it, the quote was never meant.
  public static final int QUOTED_BYTES_MAX = 64 << 10;

  /// Most lines that a quoted field may run over.
  public static final int QUOTED_LINES_MAX = 100;

  /// Most columns: spreadsheets of records have under 100.
  public static final int COLUMNS_MAX = 1_000;

  /// How much of the file the encoding is judged by.
  private static final int HEAD_BYTES = 64 << 10;

  private final InputStream in;
  private final Charset charset;
  private final byte delimiter;
  private final List<String> header;

  private byte[] buffer;

  /// Where the next record starts in the buffer.
  private int from;

  /// Where the buffer's filled part ends.
  private int to;

  private boolean ended;

  /// The physical line at `from`, from 1.
  private long line = 1;

  /// Where the scanned record ends, relative to `from`, without its line end.
  private int length;

  /// Where the first line of the scanned record ends (behind its newline), or -1.
  private int firstLineEnd;

  /// What the scan of a record came to.
  private enum Scan {
    END,
    RECORD,
    OPEN_QUOTE,
    AFTER_QUOTE,
    TOO_LONG,
    TOO_WIDE
  }

  private CsvReader(InputStream in, Optional<Byte> fixedDelimiter) throws IOException {
    this.in = in;
    this.buffer = new byte[HEAD_BYTES * 2];
    boolean more = true;
    while (to < HEAD_BYTES && more) {
      more = fill();
    }
    int head = Math.min(to, HEAD_BYTES);
    this.charset =
        switch (Encoding.of(buffer, head)) {
          case Parsed.Ok<Charset> ok -> ok.value();
          case Parsed.Refused<Charset> refused -> throw new RefusedBytes(refused.problem());
        };
    if (to >= 3
        && buffer[0] == (byte) 0xef
        && buffer[1] == (byte) 0xbb
        && buffer[2] == (byte) 0xbf) {
      from = 3;
    }
    this.delimiter = fixedDelimiter.orElseGet(() -> guessedDelimiter(head));
    this.header = readHeader();
  }

  /// A file with commas.
  ///
  /// @throws RefusedBytes when the encoding or the header cannot be read
  /// @throws IOException when the stream fails
  public static CsvReader open(InputStream in) throws IOException {
    return new CsvReader(in, Optional.of((byte) ','));
  }

  /// A file with commas, semicolons or tabs, whichever its first line has most of.
  ///
  /// @throws RefusedBytes when the encoding or the header cannot be read
  /// @throws IOException when the stream fails
  public static CsvReader openGuessing(InputStream in) throws IOException {
    return new CsvReader(in, Optional.empty());
  }

  /// The first record's fields, without the blanks around them.
  public List<String> header() {
    return header;
  }

  /// The next record, or empty at the end.
  ///
  /// @throws RefusedBytes when the packing of the bytes is damaged from here on
  /// @throws IOException when the stream fails
  public Optional<CsvRecord> next() throws IOException {
    while (true) {
      long start = line;
      Scan scan = scan();
      if (scan == Scan.END) {
        return Optional.empty();
      }
      if (scan == Scan.RECORD && length == 0) {
        advance(firstLineEnd);
        continue;
      }
      return Optional.of(
          switch (scan) {
            case END, RECORD -> record(start);
            case OPEN_QUOTE -> broken(start, "csv-quotes", "A quoted field is never closed.");
            case AFTER_QUOTE ->
                broken(
                    start,
                    "csv-quotes",
                    "Behind a closing quote stands something else than a separator.");
            case TOO_LONG ->
                broken(
                    start,
                    "csv-line-length",
                    "A record may have " + RECORD_BYTES_MAX + " bytes at most.");
            case TOO_WIDE ->
                broken(
                    start, "csv-columns", "A record may have " + COLUMNS_MAX + " columns at most.");
          });
    }
  }

  private CsvRecord record(long start) throws IOException {
    int bytes = length;
    boolean severalLines = firstLineEnd >= 0 && firstLineEnd < bytes;
    Parsed<String> decoded = Encoding.decode(charset, buffer, from, bytes);
    if (decoded instanceof Parsed.Refused<String> refused) {
      skipRecordOrLine(severalLines);
      return new CsvRecord.Broken(start, refused.problem());
    }
    String text = decoded.orThrow();
    int control = controlAt(text);
    if (control >= 0) {
      skipRecordOrLine(severalLines);
      return new CsvRecord.Broken(
          start,
          Problem.of(
              "control-character",
              "",
              text,
              "Character "
                  + (control + 1)
                  + " of the record is a control character, which no text has."));
    }
    List<String> fields = fields(text);
    if (fields.size() != header.size()) {
      if (severalLines) {
        return broken(start, "csv-quotes", "A quoted field is never closed on its line.");
      }
      skipRecordOrLine(false);
      return new CsvRecord.Broken(
          start,
          Problem.of(
              "csv-columns",
              "",
              text,
              "The row has " + fields.size() + " fields, the header " + header.size() + "."));
    }
    advance(recordEnd());
    return new CsvRecord.Row(start, fields);
  }

  private void skipRecordOrLine(boolean severalLines) throws IOException {
    advance(severalLines ? firstLineEnd : recordEnd());
  }

  private int recordEnd() throws IOException {
    int end = length;
    if (has(end) && buffer[from + end] == '\r') {
      end++;
    }
    return has(end) ? end + 1 : end;
  }

  private CsvRecord broken(long start, String code, String reason) throws IOException {
    int shown = Math.min(to - from, Problem.GIVEN_LENGTH_MAX * 3);
    int newline = firstLineEnd >= 0 ? Math.min(shown, firstLineEnd) : shown;
    String given = new String(buffer, from, newline, charset).strip();
    if (firstLineEnd >= 0) {
      advance(firstLineEnd);
    } else {
      skipLine();
    }
    return new CsvRecord.Broken(
        start, Problem.of(code, "", given, reason + " The row is refused alone."));
  }

  /// Finds the end of the record at `from`; quotes decide which newline that is.
  private Scan scan() throws IOException {
    firstLineEnd = -1;
    if (!has(0)) {
      return Scan.END;
    }
    int at = 0;
    int columns = 1;
    int lines = 0;
    int quoteStart = -1;
    boolean fieldStart = true;
    while (has(at)) {
      if (at >= RECORD_BYTES_MAX) {
        return Scan.TOO_LONG;
      }
      byte value = buffer[from + at];
      if (quoteStart >= 0) {
        if (value == '\n') {
          lines++;
          if (firstLineEnd < 0) {
            firstLineEnd = at + 1;
          }
        }
        if (lines > QUOTED_LINES_MAX || (lines > 0 && at - quoteStart > QUOTED_BYTES_MAX)) {
          return Scan.OPEN_QUOTE;
        }
        if (value == '"') {
          if (has(at + 1) && buffer[from + at + 1] == '"') {
            at += 2;
            continue;
          }
          quoteStart = -1;
          if (has(at + 1) && !endsField(buffer[from + at + 1])) {
            return Scan.AFTER_QUOTE;
          }
        }
        at++;
      } else if (value == '"' && fieldStart) {
        quoteStart = at;
        fieldStart = false;
        at++;
      } else if (value == delimiter) {
        fieldStart = true;
        columns++;
        if (columns > COLUMNS_MAX) {
          return Scan.TOO_WIDE;
        }
        at++;
      } else if (value == '\n') {
        length = at > 0 && buffer[from + at - 1] == '\r' ? at - 1 : at;
        if (firstLineEnd < 0) {
          firstLineEnd = at + 1;
        }
        return Scan.RECORD;
      } else {
        fieldStart = false;
        at++;
      }
    }
    if (quoteStart >= 0) {
      return Scan.OPEN_QUOTE;
    }
    length = at > 0 && buffer[from + at - 1] == '\r' ? at - 1 : at;
    if (firstLineEnd < 0) {
      firstLineEnd = at;
    }
    return Scan.RECORD;
  }

  private boolean endsField(byte value) {
    return value == delimiter || value == '\n' || value == '\r';
  }

  /// Splits a record whose quotes are known to be sound.
  private List<String> fields(String text) {
    char separator = (char) delimiter;
    List<String> fields = new ArrayList<>(16);
    int at = 0;
    while (true) {
      if (at < text.length() && text.charAt(at) == '"') {
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
          int quote = text.indexOf('"', at);
          field.append(text, at, quote);
          at = quote + 1;
          if (at < text.length() && text.charAt(at) == '"') {
            field.append('"');
            at++;
          } else {
            break;
          }
        }
        fields.add(field.toString());
        if (at < text.length() && text.charAt(at) != separator) {
          at = text.length();
        }
      } else {
        int end = text.indexOf(separator, at);
        end = end < 0 ? text.length() : end;
        fields.add(text.substring(at, end));
        at = end;
      }
      if (at >= text.length()) {
        return fields;
      }
      at++;
    }
  }

  private static int controlAt(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return i;
      }
    }
    return -1;
  }

  private List<String> readHeader() throws IOException {
    while (true) {
      switch (scan()) {
        case RECORD -> {
          if (length == 0 && has(firstLineEnd)) {
            advance(firstLineEnd);
            continue;
          }
          String text =
              Encoding.decode(charset, buffer, from, length).found().orElseThrow(this::noHeader);
          List<String> names = fields(text).stream().map(String::strip).toList();
          advance(recordEnd());
          if (names.size() == 1 && names.get(0).isEmpty()) {
            throw noHeader();
          }
          return names;
        }
        case END, OPEN_QUOTE, AFTER_QUOTE, TOO_LONG, TOO_WIDE -> throw noHeader();
      }
    }
  }

  private RefusedBytes noHeader() {
    int shown = Math.min(to - from, Problem.GIVEN_LENGTH_MAX);
    return new RefusedBytes(
        Problem.of(
            "csv-header",
            "line " + line,
            new String(buffer, from, shown, charset),
            "The first line must be a header: column names with separators between them."));
  }

  private byte guessedDelimiter(int head) {
    int commas = 0;
    int semicolons = 0;
    int tabs = 0;
    for (int i = from; i < head && buffer[i] != '\n'; i++) {
      commas += buffer[i] == ',' ? 1 : 0;
      semicolons += buffer[i] == ';' ? 1 : 0;
      tabs += buffer[i] == '\t' ? 1 : 0;
    }
    if (tabs > commas && tabs > semicolons) {
      return '\t';
    }
    return (byte) (semicolons > commas ? ';' : ',');
  }

  /// Moves on by so many bytes, all of them in the buffer, and counts their lines.
  private void advance(int bytes) {
    for (int i = from; i < from + bytes; i++) {
      if (buffer[i] == '\n') {
        line++;
      }
    }
    from += bytes;
  }

  /// Moves on to the next line without keeping what is passed.
  private void skipLine() throws IOException {
    while (has(0)) {
      for (int i = from; i < to; i++) {
        if (buffer[i] == '\n') {
          advance(i + 1 - from);
          return;
        }
      }
      from = to;
    }
  }

  /// Whether there is a byte at this place behind `from`.
  private boolean has(int at) throws IOException {
    while (from + at >= to) {
      if (ended || !fill()) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (to == buffer.length) {
      if (from > 0) {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
      } else {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    int read = in.read(buffer, to, buffer.length - to);
    if (read < 0) {
      ended = true;
      return false;
    }
    to += read;
    return true;
  }
}
