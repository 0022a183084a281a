package org.zhiheng.server.page;

import java.util.List;
import java.util.Optional;
import org.zhiheng.values.Citation;

/// Why a figure, a date or a state is what it is: what the reason drawer shows.
///
/// One is made for each mark on a page. Without JavaScript the mark is a link to the drawer's
/// target, which the style sheet opens.
///
/// @param id the fragment of its address, unique on the page, lower case with hyphens
/// @param mark what kind of mark leads to it
/// @param title what is explained, as a short sentence
/// @param rule what it follows, if it follows a rule
/// @param lines steps, inputs, source, how to check it: in the order they are read
public record Reason(
    String id, Mark mark, String title, Optional<Citation> rule, List<Line> lines) {

  /// Copies the lines.
  ///
  /// @throws IllegalArgumentException when the id is not lower case with hyphens
  public Reason {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("id must be lower case with hyphens: " + id);
    }
    lines = List.copyOf(lines);
  }

  /// The fragment of its address.
  public String anchor() {
    return "reason-" + id;
  }

  /// What stands after a figure.
  public enum Mark {
    /// `§`: it follows a rule.
    RULE("§"),
    /// `◷`: it holds as of a date.
    AS_OF("◷");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    /// The sign that is pressed.
    public String sign() {
      return sign;
    }
  }

  /// One line of the drawer.
  ///
  /// @param label what it tells (`Source`)
  /// @param text in words; line breaks are kept
  /// @param link where it leads; empty for nowhere
  public record Line(String label, String text, String link) {
    /// A line that leads nowhere.
    public static Line of(String label, String text) {
      return new Line(label, text, "");
    }
  }
}
