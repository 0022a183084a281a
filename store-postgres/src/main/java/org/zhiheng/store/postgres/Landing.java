package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// Finds the rights of a batch of notices and what the notices add to them; [RegisterWriter] writes
/// it.
///
/// A notice finds its right by any of its numbers, among those in the register and those before it
/// in the same batch. When its numbers name several rights, it goes to the one with the lowest id
/// (one of the register before one of the batch), the numbers of the others stay theirs, and a
/// problem `number-conflict` tells of them: rights are not merged by an office's slip.
final class Landing {

  private final Connection connection;
  private final OrganisationId owner;
  private final Map<String, Slot> byKey = new HashMap<>();
  private final Set<Slot> slots = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private long taken;
  private long unchanged;

  Landing(Connection connection, OrganisationId owner) {
    this.connection = connection;
    this.owner = owner;
  }

  /// Sorts the notices to their rights; the rights of the register are locked.
  void take(List<Notice> notices) throws SQLException {
    Set<String> keys = new TreeSet<>();
    for (Notice notice : notices) {
      notice.numbers().forEach(number -> keys.add(number.key()));
    }
    find(keys);
    notices.forEach(this::take);
  }

  long taken() {
    return taken;
  }

  long unchanged() {
    return unchanged;
  }

  List<Problem> problems() {
    return problems;
  }

  /// The rights that something was added to, in the order they were first met.
  List<Slot> changed() {
    return slots.stream().filter(Slot::changed).toList();
  }

  /// The register's right under one of these keys, if there is one.
  List<Slot> stored() {
    return byKey.values().stream().filter(slot -> slot.stored().isPresent()).distinct().toList();
  }

  /// One right of the register, locked; empty when the owner has no such right.
  Optional<Slot> locked(RightId id) throws SQLException {
    Map<Long, Slot> byId = lock(Set.of(id.number()));
    return Optional.ofNullable(byId.get(id.number()));
  }

  /// Adds a fact and the numbers it brings; false when the right has the fact.
  boolean add(Slot slot, DatedFact fact, Source source) throws SQLException {
    if (!slot.add(fact, source)) {
      return false;
    }
    List<RightNumber> numbers = FactNumbers.of(fact.fact());
    Map<String, Long> holders =
        holders(numbers.stream().map(RightNumber::key).collect(Collectors.toSet()));
    for (RightNumber number : numbers) {
      if (!holders.containsKey(number.key())) {
        slot.add(number); // a number that is another right's stays there
      }
    }
    return true;
  }

  private void take(Notice notice) {
    List<Slot> found =
        notice.numbers().stream()
            .map(number -> byKey.get(number.key()))
            .filter(Objects::nonNull)
            .distinct()
            .sorted(java.util.Comparator.comparingLong(Landing::age))
            .toList();
    Slot slot = found.isEmpty() ? Slot.fresh(notice.kind(), notice.office()) : found.getFirst();
    slots.add(slot);
    boolean news = false;
    for (RightNumber number : notice.numbers()) {
      Slot holder = byKey.putIfAbsent(number.key(), slot);
      if (holder == null) {
        news |= slot.add(number);
      } else if (holder != slot) {
        problems.add(conflict(notice, number));
      }
    }
    for (DatedFact fact : notice.facts()) {
      news |= slot.add(fact, notice.source());
    }
    if (news) {
      taken++;
    } else {
      unchanged++;
    }
  }

  private static long age(Slot slot) {
    return slot.stored().map(Slot.Stored::id).orElse(Long.MAX_VALUE);
  }

  private static Problem conflict(Notice notice, RightNumber number) {
    return new Problem(
        "number-conflict",
        notice.source().position(),
        number.text(),
        "This number is another right's than the notice's other numbers; the notice was added to"
            + " the right that was there first.",
        notice.source().name());
  }

  private void find(Set<String> keys) throws SQLException {
    Map<String, Long> ids = holders(keys);
    if (!ids.isEmpty()) {
      Map<Long, Slot> byId = lock(new TreeSet<>(ids.values()));
      ids.forEach((key, id) -> byKey.put(key, Objects.requireNonNull(byId.get(id))));
    }
  }

  private Map<String, Long> holders(Set<String> keys) throws SQLException {
    Map<String, Long> ids = new HashMap<>();
    if (keys.isEmpty()) {
      return ids;
    }
    try (PreparedStatement statement =
        // one look-up a key: a list of thousands makes the planner read the whole index instead
        connection.prepareStatement(
            """
            select k.key, n.right_id from unnest(?::text[]) k(key), lateral
              (select right_id from right_number where organisation = ? and key = k.key offset 0) n
            """)) {
      statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
      statement.setLong(2, owner.number());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return ids;
  }

  private Map<Long, Slot> lock(Set<Long> ids) throws SQLException {
    Map<Long, Slot> byId = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select id, version, kind, office, numbers from right_record
            where organisation + 0 = ? and id = any(?) order by id for update
            """)) {
      statement.setLong(1, owner.number());
      statement.setArray(2, connection.createArrayOf("bigint", ids.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          byId.put(row.getLong(1), stored(row));
        }
      }
    }
    if (!byId.isEmpty()) {
      StoredEvents.tellKnown(connection, byId);
    }
    return byId;
  }

  private static Slot stored(ResultSet row) throws SQLException {
    return Slot.of(
        RightKind.parse(row.getString(3)).orThrow(),
        new Office(row.getString(4)),
        NumberLines.read(row.getString(5)),
        new Slot.Stored(row.getLong(1), row.getLong(2)));
  }
}
