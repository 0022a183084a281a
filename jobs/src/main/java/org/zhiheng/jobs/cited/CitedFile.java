package org.zhiheng.jobs.cited;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// A file of our own facts; a line that begins with `#` is a remark.
public final class CitedFile {

  private CitedFile() {}

  /// The cells of all lines, in their order.
  ///
  /// @param beside the class that the file lies beside
  /// @param cells how many a line has
  /// @throws IllegalArgumentException when a line has another number of cells
  public static List<List<String>> lines(Class<?> beside, String file, int cells) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> cells(line, cells))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /// The cells of one line.
  ///
  /// @throws IllegalArgumentException when it has another number of cells
  public static List<String> cells(String line, int count) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != count) {
      throw new IllegalArgumentException("a line has " + count + " cells: " + line);
    }
    return cells;
  }

  /// A source of four cells.
  ///
  /// @param checked `seen 2026-11-29`, `recalled` or `unknown`
  public static Citation citation(
      String instrument, String article, String address, String checked) {
    List<String> words = List.of(checked.split(" ", -1));
    return new Citation(
        instrument,
        article,
        address,
        words.size() > 1 ? Optional.of(LocalDate.parse(words.get(1))) : Optional.empty(),
        Confidence.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
  }
}
