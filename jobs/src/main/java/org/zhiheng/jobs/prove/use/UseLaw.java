package org.zhiheng.jobs.prove.use;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhiheng.jobs.cited.CitedFile;

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
    return new UseLaw(
        CitedFile.lines(UseLaw.class, FILE, CELLS).stream().map(UseLaw::line).toList());
  }

  private record Line(LocalDate from, LocalDate until, List<String> bases, UsePoint point) {}

  private static Line line(List<String> cells) {
    return new Line(
        LocalDate.parse(cells.get(1)),
        cells.get(2).isEmpty() ? LocalDate.MAX : LocalDate.parse(cells.get(2)),
        List.of(cells.get(3).split(" ")),
        new UsePoint(
            cells.get(0),
            CitedFile.citation(cells.get(4), cells.get(5), cells.get(6), cells.get(7)),
            new Said(cells.get(8), cells.get(9))));
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
