package org.zhiheng.jobs.administer.paper;

import java.util.List;
import org.zhiheng.jobs.examine.report.Tongue;

/// A paper as it is laid out.
///
/// @param tongue its language
/// @param title what it is
/// @param standfirst what it is and is not, in a sentence
/// @param facts names and values of its head
/// @param parts in order
public record Paper(
    Tongue tongue, String title, String standfirst, List<Fact> facts, List<Part> parts) {

  /// Copies the lists.
  public Paper {
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
  }

  /// A line of the head.
  public record Fact(String name, String value) {}

  /// A part of a paper.
  public sealed interface Part {

    /// A heading with text below it.
    record Text(String heading, List<String> paragraphs) implements Part {
      /// Copies the list.
      public Text {
        paragraphs = List.copyOf(paragraphs);
      }
    }

    /// A table; cells as they are shown.
    record Table(String heading, List<String> columns, List<List<String>> rows) implements Part {
      /// Copies the lists.
      public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
      }
    }

    /// Room that a person fills in.
    record Blank(String heading, String hint) implements Part {}

    /// Who signs.
    record Signatures(String heading, List<String> names) implements Part {
      /// Copies the list.
      public Signatures {
        names = List.copyOf(names);
      }
    }
  }
}
