package org.zhiheng.jobs.prove.use;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhiheng.jobs.cited.CitedFile;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.Citation;
import org.zhiheng.values.Confidence;

/// What offices ask of anchoring, by date: data with sources, none of it in code.
public final class AnchorRules {

  private static final String FILE = "anchoring.tsv";
  private static final int CELLS = 10;

  private final List<Line> lines;

  private AnchorRules(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /// Reads the file that comes with the program.
  public static AnchorRules load() {
    return new AnchorRules(
        CitedFile.lines(AnchorRules.class, FILE, CELLS).stream().map(AnchorRules::line).toList());
  }

  /// Reads lines as the file has them.
  public static AnchorRules of(List<String> lines) {
    return new AnchorRules(lines.stream().map(text -> line(CitedFile.cells(text, CELLS))).toList());
  }

  private record Line(LocalDate from, LocalDate until, AnchorRule rule) {}

  private static Line line(List<String> cells) {
    return new Line(
        LocalDate.parse(cells.get(1)),
        cells.get(2).isEmpty() ? LocalDate.MAX : LocalDate.parse(cells.get(2)),
        new AnchorRule(
            Office.parse(cells.get(0)).orThrow(),
            AnchorRule.Need.valueOf(cells.get(3).toUpperCase(Locale.ROOT)),
            CitedFile.citation(cells.get(4), cells.get(5), cells.get(6), cells.get(7)),
            new Said(cells.get(8), cells.get(9))));
  }

  /// What this office asks on this day; unknown where nothing is recorded of it.
  public AnchorRule of(Office office, LocalDate on) {
    return lines.stream()
        .filter(line ->
            line.rule.office().equals(office) && !on.isBefore(line.from) && !on.isAfter(line.until))
        .map(Line::rule)
        .findFirst()
        .orElseGet(() -> unrecorded(office));
  }

  private static AnchorRule unrecorded(Office office) {
    return new AnchorRule(
        office,
        AnchorRule.Need.UNKNOWN,
        new Citation(office.code(), "", "", Optional.empty(), Confidence.UNKNOWN),
        new Said(
            "未收录该主管机关当日对上链存证的要求。", "Nothing is recorded of what this office asked on that day."));
  }
}
