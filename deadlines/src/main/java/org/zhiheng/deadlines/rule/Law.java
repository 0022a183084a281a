package org.zhiheng.deadlines.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.values.Citation;

/// Which text governs an event, how documents are served and days counted under it.
///
/// An event is governed by the law of its own day. Where a law changes and its transition clause
/// was not read, what runs across the change is provisional.
///
/// @param id such as `cn-mark`
/// @param title its name
/// @param governing what says that the law of the event's day governs
/// @param counting the article on counting
/// @param changes the days on which another text takes over
/// @param services when a document counts as received, by the way it goes
public record Law(
    String id,
    Words title,
    Citation governing,
    Citation counting,
    List<Change> changes,
    Map<Service, List<Span>> services) {

  /// Holds the collections unchangeable.
  public Law {
    changes = List.copyOf(changes);
    services = Map.copyOf(services);
  }

  /// The change that takes effect this day, if one does.
  public Optional<Change> changeOn(LocalDate day) {
    return changes.stream().filter(change -> change.from().equals(day)).findFirst();
  }

  /// Another text takes over.
  ///
  /// @param from the first day of events it governs
  /// @param published the first day on which it was known
  /// @param transitionRead whether its transition clause was read and leaves the law of the event's
  ///   day in place
  /// @param citation the new text
  public record Change(
      LocalDate from, LocalDate published, boolean transitionRead, Citation citation) {}
}
