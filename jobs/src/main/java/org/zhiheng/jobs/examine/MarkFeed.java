package org.zhiheng.jobs.examine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The marks of the register in the order they last changed, for an index that follows it.
///
/// A mark that is changed comes again. Nothing that was committed is ever passed over: what others
/// are still writing comes later. Safe for many threads.
public interface MarkFeed {

  /// The marks that changed behind this point, oldest change first.
  ///
  /// @param point where the last call ended; empty for the beginning
  /// @param most how many at most, from 1
  Changes since(Optional<Point> point, int most);

  /// A mark as lists know it.
  ///
  /// @param organisation whose record it is
  /// @param right its id
  /// @param name its words; empty of a figure alone
  /// @param classes Nice classes as two digits
  /// @param groups similar groups, four digits
  /// @param hasDocuments whether a document was ever attached to it
  record Marked(
      OrganisationId organisation,
      RightId right,
      String name,
      Set<String> classes,
      Set<String> groups,
      boolean hasDocuments) {

    /// Copies the sets.
    public Marked {
      classes = Set.copyOf(classes);
      groups = Set.copyOf(groups);
    }
  }

  /// What changed.
  ///
  /// @param marks oldest change first
  /// @param through where the next call begins; empty when nothing ever changed
  /// @param more whether more is there already
  record Changes(List<Marked> marks, Optional<Point> through, boolean more) {
    /// Copies the list.
    public Changes {
      marks = List.copyOf(marks);
    }
  }

  /// A place in the order of changes of one store. Another store (one that was restored from a
  /// backup, say) refuses it by beginning anew: its name differs.
  ///
  /// @param store names the store that gave it
  /// @param transaction order of the writing
  /// @param right within it
  record Point(String store, long transaction, long right) {

    /// As one line of text.
    public String text() {
      return store + ":" + transaction + ":" + right;
    }

    /// Reads [#text]; empty when it is none.
    public static Optional<Point> parse(String text) {
      String[] parts = text.strip().split(":", -1);
      if (parts.length != 3
          || parts[0].isEmpty()
          || !parts[1].matches("[0-9]{1,18}")
          || !parts[2].matches("[0-9]{1,18}")) {
        return Optional.empty();
      }
      return Optional.of(new Point(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }
  }
}
