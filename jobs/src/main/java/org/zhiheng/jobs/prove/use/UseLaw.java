package org.zhiheng.jobs.prove.use;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// What the law says of use, by date: data with sources, none of it in code.
///
/// Its file is text with ten cells a line between tabs, as its head says; a cell that is missing or
/// a point that lacks its citation refuses the whole.
public final class UseLaw {

  private static final String FILE = "law-cn.tsv";
  private static final int CELLS = 10;

  private final List<Line> lines;

  private UseLaw(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /// Reads the file that comes with the program.
  public static UseLaw load() {
    return new UseLaw(lines(FILE).stream().map(UseLaw::line).toList());
  }

  /// The lines of a file of data, without its comments.
  static List<String> lines(String file) {
    try (InputStream in = UseLaw.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private record Line(LocalDate from, LocalDate until, List<String> bases, UsePoint point) {}

  private static Line line(String text) {
    List<String> cells = cells(text, CELLS);
    return new Line(
        LocalDate.parse(cells.get(1)),
        cells.get(2).isEmpty() ? LocalDate.MAX : LocalDate.parse(cells.get(2)),
        List.of(cells.get(3).split(" ")),
        new UsePoint(
            cells.get(0),
            citation(cells.get(4), cells.get(5), cells.get(6), cells.get(7)),
            new Said(cells.get(8), cells.get(9))));
  }

  /// The cells of a line.
  ///
  /// @throws IllegalArgumentException when it has another number of cells: it is our own file
  static List<String> cells(String text, int count) {
    List<String> cells = List.of(text.split("\t", -1));
    if (cells.size() != count) {
      throw new IllegalArgumentException("a line has " + count + " cells: " + text);
    }
    return cells;
  }

  /// A source of four cells: instrument, part, address, and `seen 2026-11-29`, `recalled` or
  /// `unknown`.
  static Citation citation(String instrument, String article, String address, String checked) {
    List<String> words = List.of(checked.split(" "));
    return new Citation(
        instrument,
        article,
        address,
        words.size() > 1 ? Optional.of(LocalDate.parse(words.get(1))) : Optional.empty(),
        Confidence.valueOf(words.getFirst().toUpperCase(Locale.ROOT)));
  }

  /// The points for what is asked, by the law of that day; empty where no law of that day is known
  /// here.
  public List<UsePoint> of(UseQuestion question) {
    List<UsePoint> points = new ArrayList<>();
    for (Line line : lines) {
      if (line.bases.contains(question.basis().code())
          && !question.asked().isBefore(line.from)
          && !question.asked().isAfter(line.until)) {
        points.add(line.point);
      }
    }
    return List.copyOf(points);
  }
}
