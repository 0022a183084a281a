package org.zhiheng.server.home;

import java.util.List;
import java.util.Set;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.server.imports.ImportLine;
import org.zhiheng.server.page.Reason;
import org.zhiheng.values.RightId;

/// What the first page shows.
///
/// @param title how many rights there are, as a sentence
/// @param organisation whose register it is
/// @param asOf when this was counted, in words
/// @param next the one thing to do next
/// @param kinds counts by kind; empty when there is nothing
/// @param stages counts by stage
/// @param runs latest imports
/// @param rows latest notices
/// @param samples those of them that are sample data
/// @param reason how it was counted
public record HomeView(
    String title,
    String organisation,
    String asOf,
    Next next,
    List<Count> kinds,
    List<Count> stages,
    List<ImportLine> runs,
    List<RightRow> rows,
    Set<RightId> samples,
    Reason reason) {

  /// Width of the longest bar, in the picture's units.
  public static final int BAR_WIDTH = 160;

  /// Copies the lists.
  public HomeView {
    kinds = List.copyOf(kinds);
    stages = List.copyOf(stages);
    runs = List.copyOf(runs);
    rows = List.copyOf(rows);
    samples = Set.copyOf(samples);
  }

  /// Whether anything is here.
  public boolean empty() {
    return kinds.isEmpty();
  }

  /// The one thing to do next.
  public record Next(String text, String label, String link) {}

  /// A count.
  ///
  /// @param label what was counted
  /// @param link where the list of it is
  /// @param number in words
  /// @param width of its bar, 1..[#BAR_WIDTH]
  public record Count(String label, String link, String number, int width) {}
}
