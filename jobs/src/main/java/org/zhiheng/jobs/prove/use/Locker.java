package org.zhiheng.jobs.prove.use;

import java.util.List;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.values.Problem;

/// The evidence of use of one mark.
///
/// @param items that can be read, oldest deposit first
/// @param erased of the kind use, and erased by law: what they showed is not known any more
/// @param unread of the kind use that was withdrawn, or whose facts of use are missing or wrong
public record Locker(List<LockerItem> items, List<EvidenceId> erased, List<Unread> unread) {

  /// Copies the lists.
  public Locker {
    items = List.copyOf(items);
    erased = List.copyOf(erased);
    unread = List.copyOf(unread);
  }

  /// Evidence that is not counted.
  ///
  /// @param id its id
  /// @param problems with its facts; empty where it states none of use
  public record Unread(EvidenceId id, List<Problem> problems) {
    /// Copies the list.
    public Unread {
      problems = List.copyOf(problems);
    }
  }
}
