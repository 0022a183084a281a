package org.zhiheng.server.right;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// A life as a picture: time from left to right, stages as a band, events above it, interests
/// below. All measures are in the picture's own units, [#WIDTH] across.
///
/// @param stages of the band, without gaps
/// @param marks events, each with room for its label
/// @param bars interests
/// @param years where years begin
/// @param todayX where today is
/// @param axisY where the band lies
/// @param height of the picture
public record TimeLine(
    List<Stage> stages,
    List<Mark> marks,
    List<Bar> bars,
    List<Year> years,
    int todayX,
    int axisY,
    int height) {

  /// Width of the picture.
  public static final int WIDTH = 1120;

  /// Height of one row of labels.
  static final int ROW = 24;

  /// Height of one interest: a bar and the words below it.
  static final int BAR_ROW = 30;

  private static final int LEFT = 8;
  private static final int RIGHT = 8;
  private static final int HAN_WIDTH = 13;
  private static final int LATIN_WIDTH = 7;
  private static final int LABEL_ROWS_MAX = 5;

  /// Years that are written beside each other without touching.
  private static final int YEARS_MAX = 14;

  /// Copies the lists.
  public TimeLine {
    stages = List.copyOf(stages);
    marks = List.copyOf(marks);
    bars = List.copyOf(bars);
    years = List.copyOf(years);
  }

  /// A stretch of the band.
  ///
  /// @param look `pending`, `in-force`, `suspended` or `ended`
  public record Stage(int x, int width, String look, String label) {}

  /// An event.
  ///
  /// @param x where it is
  /// @param y of its label
  /// @param end whether the label ends at the mark rather than begins there
  /// @param label what happened
  /// @param on when, in words
  public record Mark(int x, int y, boolean end, String label, String on) {}

  /// An interest.
  ///
  /// @param open whether it goes on
  public record Bar(int x, int y, int width, boolean open, String label) {}

  /// The beginning of a year.
  public record Year(int x, String label) {}

  /// Something that happened, to be placed.
  record Happened(LocalDate on, String label, String onWords) {}

  /// A stage that began, to be placed.
  record Began(LocalDate on, String look, String label) {}

  /// An interest, to be placed.
  ///
  /// @param to its end, or today for one that goes on
  record Held(LocalDate from, LocalDate to, boolean open, String label) {}

  /// Whether there is anything to draw.
  public boolean drawn() {
    return !marks.isEmpty();
  }

  /// Places everything between the first day and the last.
  static TimeLine of(List<Began> began, List<Happened> happened, List<Held> held, LocalDate today) {
    if (happened.isEmpty()) {
      return new TimeLine(List.of(), List.of(), List.of(), List.of(), 0, 0, 0);
    }
    LocalDate first = happened.getFirst().on();
    LocalDate last = today;
    for (Happened one : happened) {
      first = one.on().isBefore(first) ? one.on() : first;
      last = one.on().isAfter(last) ? one.on() : last;
    }
    for (Held one : held) {
      first = one.from().isBefore(first) ? one.from() : first;
      last = one.to().isAfter(last) ? one.to() : last;
    }
    Scale scale = new Scale(first, Math.max(1, ChronoUnit.DAYS.between(first, last)));
    List<Placed> placed = placed(happened, scale);
    int rows = placed.stream().mapToInt(Placed::row).max().orElse(0) + 1;
    int axisY = rows * ROW + 14;
    List<Mark> marks = new ArrayList<>();
    for (Placed one : placed) {
      marks.add(
          new Mark(
              one.x(),
              (rows - 1 - one.row()) * ROW + 14,
              one.end(),
              one.happened().label(),
              one.happened().onWords()));
    }
    List<Bar> bars = new ArrayList<>();
    for (Held one : held) {
      int x = scale.x(one.from());
      int y = axisY + 44 + bars.size() * BAR_ROW;
      bars.add(new Bar(x, y, Math.max(4, scale.x(one.to()) - x), one.open(), one.label()));
    }
    return new TimeLine(
        stages(began, scale, today),
        marks,
        bars,
        years(scale, first, last),
        scale.x(today),
        axisY,
        axisY + 40 + bars.size() * BAR_ROW + (bars.isEmpty() ? 0 : 8));
  }

  private static List<Stage> stages(List<Began> began, Scale scale, LocalDate today) {
    List<Stage> stages = new ArrayList<>();
    for (int at = 0; at < began.size(); at++) {
      Began one = began.get(at);
      LocalDate to = at + 1 < began.size() ? began.get(at + 1).on() : today;
      int width = scale.x(to) - scale.x(one.on());
      if (width > 0) {
        stages.add(new Stage(scale.x(one.on()), width, one.look(), one.label()));
      }
    }
    return stages;
  }

  private record Placed(Happened happened, int x, boolean end, int row) {}

  /// Each label in the lowest row where it touches no other.
  private static List<Placed> placed(List<Happened> happened, Scale scale) {
    List<Placed> placed = new ArrayList<>();
    List<List<int[]>> rows = new ArrayList<>();
    for (Happened one : happened) {
      int x = scale.x(one.on());
      int width = width(one.label()) + width(one.onWords()) + 24;
      boolean end = x + width > WIDTH;
      int[] span = end ? new int[] {x - width, x} : new int[] {x, x + width};
      int row = 0;
      while (row < LABEL_ROWS_MAX - 1 && row < rows.size() && touches(rows.get(row), span)) {
        row++;
      }
      if (row == rows.size()) {
        rows.add(new ArrayList<>());
      }
      rows.get(row).add(span);
      placed.add(new Placed(one, x, end, row));
    }
    return placed;
  }

  private static boolean touches(List<int[]> row, int[] span) {
    return row.stream().anyMatch(other -> span[0] < other[1] && other[0] < span[1]);
  }

  private static List<Year> years(Scale scale, LocalDate first, LocalDate last) {
    List<Year> years = new ArrayList<>();
    int span = last.getYear() - first.getYear();
    int step = 1;
    while (span / step > YEARS_MAX) {
      step = step == 1 ? 2 : step == 2 ? 5 : step * 2;
    }
    for (int year = first.getYear() + 1; year <= last.getYear(); year++) {
      int x = scale.x(LocalDate.of(year, 1, 1));
      if (year % step == 0 && x < WIDTH - 30) {
        years.add(new Year(x, Integer.toString(year)));
      }
    }
    return years;
  }

  /// About how wide a label is, at 13 px.
  static int width(String label) {
    return label.codePoints().map(point -> point >= 0x2e80 ? HAN_WIDTH : LATIN_WIDTH).sum();
  }

  private record Scale(LocalDate first, long days) {
    int x(LocalDate day) {
      long at = Math.clamp(ChronoUnit.DAYS.between(first, day), 0, days);
      return LEFT + Math.toIntExact(at * (WIDTH - LEFT - RIGHT) / days);
    }
  }
}
