package org.zhiheng.server.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.values.RightId;

/// Tells which rows of a list are of the sample.
///
/// A row has no events, and to read those of every row would make the list slow; so only a row
/// whose number the sample knows is looked at.
public final class SampleRows {

  private final Set<String> numbers;

  private SampleRows(Set<String> numbers) {
    this.numbers = Set.copyOf(numbers);
  }

  /// Reads the sample's numbers.
  public static SampleRows load() {
    Set<String> numbers = new HashSet<>();
    try {
      Sample.patents().stream()
          .flatMap(notice -> notice.numbers().stream())
          .map(RightNumber::text)
          .forEach(numbers::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the sample", unreadable);
    }
    return new SampleRows(numbers);
  }

  /// Those of these rows that carry the sample's mark.
  public Set<RightId> among(Records records, Acting acting, List<RightRow> rows) {
    Set<RightId> found = new HashSet<>();
    for (RightRow row : rows) {
      if (SampleMarks.isMark(row)
          || (numbers.contains(row.number()) && marked(records, acting, row))) {
        found.add(row.id());
      }
    }
    return found;
  }

  /// What the sample says of a record that carries its mark.
  public static Optional<String> said(List<Event> events) {
    return events.stream()
        .map(Event::fact)
        .filter(Fact.Noted.class::isInstance)
        .map(Fact.Noted.class::cast)
        .filter(noted -> noted.code().equals(Sample.CODE))
        .map(Fact.Noted::text)
        .findFirst();
  }

  private static boolean marked(Records records, Acting acting, RightRow row) {
    return records.show(acting, row.id()).flatMap(file -> said(file.record().events())).isPresent();
  }
}
