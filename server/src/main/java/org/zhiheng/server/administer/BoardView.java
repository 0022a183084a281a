package org.zhiheng.server.administer;

import java.util.List;
import java.util.Optional;

/// What the board shows.
///
/// @param within the span asked for, as a code: `30`
/// @param spans that can be asked for
/// @param assigned whose deadlines alone; empty for all
/// @param counts of the head line
/// @param weeks what is due in each of the next weeks
/// @param highest of the weeks, at least 1
/// @param rows deadlines
/// @param missed whether missed ones are shown
/// @param next the address of the next page
/// @param broken what could not be counted
/// @param said what is shown, in words
public record BoardView(
    String within,
    List<Choice> spans,
    String assigned,
    Counts counts,
    List<Week> weeks,
    long highest,
    List<Row> rows,
    boolean missed,
    Optional<String> next,
    List<Broken> broken,
    String said) {

  /// A choice.
  public record Choice(String code, String label, boolean on) {}

  /// How many, as text: counts end at a thousand.
  public record Counts(String soon, String missed, String waiting) {}

  /// A week.
  ///
  /// @param label its first day
  /// @param count of warning dates in it
  /// @param said for those who hear it
  public record Week(String label, long count, String said) {}

  /// A deadline.
  ///
  /// @param name as forms send it: `R12 cn.patent.annuity/5`
  /// @param left in words: `in 12 days`
  /// @param urgency `late`, `near` or `far`: the colour
  public record Row(
      String name,
      String right,
      String number,
      String title,
      String kind,
      String rule,
      String what,
      String due,
      String left,
      String urgency,
      String status,
      String statusWords,
      String assigned,
      String latest) {}

  /// What could not be counted.
  public record Broken(String right, String title, String rule, String event, String reason) {}
}
