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
/// @param texts when each text was published, by the day it took effect: before that nobody knew of
///   it. A text that is not here is known from the day it takes effect
/// @param services when a document counts as received, by the way it goes
/// @param provableFrom by the way a document goes, the first event whose party may prove another
///   day of arrival; a way that is not here has no such text
public record Law(
    String id,
    Words title,
    Citation governing,
    Citation counting,
    List<Change> changes,
    Map<LocalDate, LocalDate> texts,
    Map<Service, List<Span>> services,
    Map<Service, LocalDate> provableFrom) {

  /// Holds the collections unchangeable.
  public Law {
    changes = List.copyOf(changes);
    texts = Map.copyOf(texts);
    services = Map.copyOf(services);
    provableFrom = Map.copyOf(provableFrom);
  }

  /// Whether the text that took effect this day was known on that one.
  public boolean known(LocalDate from, LocalDate asOf) {
    Optional<LocalDate> published =
        changeOn(from).map(Change::published).or(() -> Optional.ofNullable(texts.get(from)));
    return !published.orElse(from).isAfter(asOf) || !from.isAfter(asOf);
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
