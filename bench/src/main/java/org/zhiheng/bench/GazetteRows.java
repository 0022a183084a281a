package org.zhiheng.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The real rows of two gazettes, repeated under new numbers for as long as there is need.
///
/// Titles, dates, applicants, provinces and classes are those of the files; publication numbers
/// count up within their kind's hundred million, application numbers too, with valid check digits.
final class GazetteRows {

  private static final List<String> FILES =
      List.of("invention_published", "invention_granted", "utility_model", "design");
  private static final String HEADER =
      "kind,title,publication_number,publication_date,application_number,filing_date,"
          + "applicant_org,province,class";

  /// Weights of the check digit, GB: 2..9, 2..5, modulo 11.
  private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};

  private static final int KIND_SPAN = 100_000_000;

  /// A row cut where its numbers stand.
  ///
  /// @param before up to the publication number
  /// @param letter kind letter behind the publication number
  /// @param between from there to the application number
  /// @param kind 1 invention, 2 utility model, 3 design
  /// @param applied whether the row has an application number
  /// @param after the rest
  private record Row(
      String before, char letter, String between, int kind, boolean applied, String after) {}

  private final List<Row> rows;

  private GazetteRows(List<Row> rows) {
    this.rows = List.copyOf(rows);
  }

  /// Reads the rows of all four files.
  ///
  /// @param data the folder `shared/data`
  /// @throws IOException when they cannot be read
  static GazetteRows read(Path data) throws IOException {
    List<List<Row>> files = new ArrayList<>();
    for (String name : FILES) {
      files.add(file(data.resolve("patents_cn_gazette_2019/" + name + ".csv.gz")));
    }
    // dealt out in turn, so that every stretch of the stream is like every other
    List<Row> rows = new ArrayList<>();
    int longest = files.stream().mapToInt(List::size).max().orElse(0);
    for (int at = 0; at < longest; at++) {
      for (List<Row> file : files) {
        long from = (long) at * file.size() / longest;
        long to = (long) (at + 1) * file.size() / longest;
        for (long index = from; index < to; index++) {
          rows.add(file.get((int) index));
        }
      }
    }
    return new GazetteRows(rows);
  }

  private static List<Row> file(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      String line = reader.readLine();
      while (line != null) {
        cut(line, rows);
        line = reader.readLine();
      }
    }
    return rows;
  }

  // rows whose quotes hold commas before the numbers are found by the number itself
  private static void cut(String line, List<Row> rows) {
    java.util.regex.Matcher number =
        java.util.regex.Pattern.compile(",CN([123])[0-9]{8}([A-Z]),([0-9.]+),([0-9]{12}[0-9X])?,")
            .matcher(line);
    if (!number.find()) {
      return;
    }
    rows.add(
        new Row(
            line.substring(0, number.start() + 1),
            number.group(2).charAt(0),
            "," + number.group(3) + ",",
            number.group(1).charAt(0) - '0',
            number.group(4) != null,
            line.substring(number.end() - 1)));
  }

  /// How many different rows there are.
  int size() {
    return rows.size();
  }

  /// Titles, names and numbers as they stand in the rows, for drawing terms.
  List<String> lines() {
    return rows.stream().map(row -> row.before() + row.after()).toList();
  }

  /// The rows as a CSV file of this many, the same whenever it is opened.
  ///
  /// @param from the first row's number; other ranges have other numbers
  InputStream csv(int from, int count) {
    return new Csv(from, from + count);
  }

  private String line(int index) {
    Row row = rows.get(index % rows.size());
    StringBuilder line = new StringBuilder(160);
    line.append(row.before())
        .append("CN")
        .append((long) row.kind() * KIND_SPAN + index)
        .append(row.letter())
        .append(row.between());
    if (row.applied()) {
      application(row.kind(), index, line);
    }
    return line.append(row.after()).append('\n').toString();
  }

  private static void application(int kind, int index, StringBuilder line) {
    String digits =
        String.format(
            Locale.ROOT, "%04d%d%07d", 2004 + index / 10_000_000, kind, index % 10_000_000);
    int sum = 0;
    for (int at = 0; at < WEIGHTS.length; at++) {
      sum += WEIGHTS[at] * (digits.charAt(at) - '0');
    }
    int check = sum % 11;
    line.append(digits).append(check == 10 ? "X" : Integer.toString(check));
  }

  /// Rows made while they are read.
  private final class Csv extends InputStream {
    private final int end;
    private int next;
    private byte[] bytes = (HEADER + "\n").getBytes(StandardCharsets.UTF_8);
    private int at;

    Csv(int from, int end) {
      this.next = from;
      this.end = end;
    }

    @Override
    public int read() {
      return filled() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (!filled()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }

    private boolean filled() {
      if (at < bytes.length) {
        return true;
      }
      if (next >= end) {
        return false;
      }
      StringBuilder lines = new StringBuilder(16_384);
      while (next < end && lines.length() < 16_000) {
        lines.append(line(next++));
      }
      bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      at = 0;
      return true;
    }
  }
}
