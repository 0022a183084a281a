package org.zhiheng.server.rights;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.server.page.Words;

/// Writes rows to a file as they stream by: nothing is gathered.
///
/// CSV is RFC 4180 in UTF-8 with a byte-order mark, for spreadsheets take it for another encoding
/// else; a cell that a spreadsheet would compute gets an apostrophe in front.
public final class Export {

  private static final List<String> NAMES =
      List.of(
          "id", "kind", "office", "number", "title", "stage", "holder", "region", "class", "filed",
          "noticed");

  private Export() {}

  /// Hands rows to a consumer.
  interface Rows {
    void each(Consumer<RightRow> consumer);
  }

  static void csv(Words words, OutputStream out, Rows rows) throws IOException {
    Writer writer = writer(out);
    writer.write('\uFEFF');
    line(writer, NAMES.stream().map(name -> words.say("right." + name)).toList());
    each(rows, row -> line(writer, values(row)));
    writer.flush();
  }

  static void json(OutputStream out, Rows rows) throws IOException {
    Writer writer = writer(out);
    writer.write("[");
    String[] separator = {"\n"};
    each(
        rows,
        row -> {
          writer.write(separator[0]);
          separator[0] = ",\n";
          List<String> values = values(row);
          writer.write("{");
          for (int at = 0; at < NAMES.size(); at++) {
            writer.write(
                (at == 0 ? "" : ",") + quoted(NAMES.get(at)) + ":" + quoted(values.get(at)));
          }
          writer.write("}");
        });
    writer.write("\n]\n");
    writer.flush();
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private interface Writing {
    void write(RightRow row) throws IOException;
  }

  private static void each(Rows rows, Writing writing) throws IOException {
    try {
      rows.each(row -> {
        try {
          writing.write(row);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      });
    } catch (UncheckedIOException failed) {
      throw new IOException("the export was broken off", failed);
    }
  }

  private static List<String> values(RightRow row) {
    return List.of(
        row.id().toString(),
        row.kind().code(),
        row.office().code(),
        row.number(),
        row.title(),
        row.stage(),
        row.holder(),
        row.region(),
        row.mainClass(),
        row.filedOn().map(LocalDate::toString).orElse(""),
        row.noticedOn().toString());
  }

  private static void line(Writer writer, List<String> cells) throws IOException {
    writer.write(cells.stream().map(Export::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  /// A cell of CSV.
  public static String cell(String text) {
    String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }

  /// A string of JSON.
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
              if (c < 0x20) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
              } else {
                out.append((char) c);
              }
            }
          }
        });
    return out.append('"').toString();
  }
}
