package org.zhiheng.links.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The lines of a message before its body, as they came.
///
/// Source: RFC 9112 (2022-06), sections 2 to 5. A line that continues the one before it (obsolete
/// folding) is refused, as section 5.2 lets a reader do.
///
/// @param lines without their ends, in ISO 8859-1; the first is the status or request line
record HttpHead(List<String> lines) {

  /// Longer heads are refused; servers take 8 to 64 kB themselves.
  static final int LENGTH_BYTES_MAX = 65_536;

  HttpHead {
    lines = List.copyOf(lines);
  }

  /// Reads one up to and with its empty line.
  ///
  /// @throws IOException when the stream ends before that, or the lines are too long or none of
  ///   HTTP
  static HttpHead read(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    int left = LENGTH_BYTES_MAX;
    while (true) {
      String line = line(in, left);
      left -= line.length() + 2;
      if (line.isEmpty()) {
        if (lines.isEmpty()) {
          throw new IOException("the answer does not begin with a line of HTTP");
        }
        return new HttpHead(lines);
      }
      if (!lines.isEmpty() && line.indexOf(':') < 1) {
        throw new IOException("a line of the headers is none");
      }
      lines.add(line);
    }
  }

  /// Reads one line, without its end; a lone LF ends it too.
  ///
  /// @throws IOException when it is longer, or the stream ends
  static String line(InputStream in, int lengthMax) throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the answer ended early");
      }
      if (next == '\n') {
        int end = line.length();
        return end > 0 && line.charAt(end - 1) == '\r'
            ? line.substring(0, end - 1)
            : line.toString();
      }
      if (line.length() >= lengthMax) {
        throw new IOException("the answer's headers are too long");
      }
      line.append((char) next);
    }
  }

  /// The status of an answer.
  ///
  /// @throws IOException when the first line is no status line of HTTP/1
  int status() throws IOException {
    String first = lines.getFirst();
    if (!first.matches("HTTP/1\\.[0-9] [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("the answer does not begin with a line of HTTP");
    }
    return Integer.parseInt(first.substring(9, 12));
  }

  /// The values of a field, in order; names are read without regard to case.
  List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
        values.add(line.substring(colon + 1).strip());
      }
    }
    return values;
  }

  /// The first value of a field.
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /// The values of a list field, in lower case: `gzip, chunked`.
  List<String> words(String name) {
    return all(name).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /// The first value of a field as text: UTF-8 where it is that, as servers write it.
  Optional<String> text(String name) {
    return first(name)
        .map(value -> {
          byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
          String text = new String(bytes, StandardCharsets.UTF_8);
          return text.indexOf('\ufffd') < 0 ? text : value;
        });
  }

  /// All lines, each with its end.
  String written() {
    return String.join("\r\n", lines) + "\r\n";
  }
}
