package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhiheng.register.event.Bibliography.Named;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.store.postgres.search.Spelling;
import org.zhiheng.values.EventId;
import org.zhiheng.values.OrganisationId;

/// Writes what slots add: events, numbers, parties and the columns that lists find by. New rights
/// go in by COPY, table by table.
final class RegisterWriter {

  private final Connection connection;
  private final OrganisationId owner;
  private final String by;
  private final Instant at;
  private final PartyNames parties;
  private final Sources sources;
  private final KnownCodes.Met codes;

  private final List<Written> written = new ArrayList<>();
  private long[] eventIds = new long[0];

  RegisterWriter(
      Connection connection, OrganisationId owner, String by, Instant at, Caches caches) {
    this.connection = connection;
    this.owner = owner;
    this.by = by;
    this.at = at;
    this.parties = new PartyNames(connection, owner, caches.parties());
    this.sources = new Sources(connection, caches.sources());
    this.codes = caches.codes().met();
  }

  /// Names and sources met before.
  record Caches(BoundedCache parties, BoundedCache sources, KnownCodes codes) {

    /// Names: at some 200 bytes each, 10 MB; a gazette's applicants come again and again.
    private static final int PARTIES_MAX = 50_000;

    /// Files: those of the running imports.
    private static final int SOURCES_MAX = 100;

    static Caches empty() {
      return new Caches(
          new BoundedCache(PARTIES_MAX), new BoundedCache(SOURCES_MAX), new KnownCodes());
    }
  }

  /// A right that is to be written.
  ///
  /// @param firstEvent index of its first added event among all that are written
  /// @param before the events it has
  private record Prepared(Slot slot, long id, int firstEvent, List<Event> before) {}

  /// A right whose row is written, and whom it named before and names now.
  private record Written(
      Slot slot,
      long id,
      int firstEvent,
      LocalDate noticedOn,
      Map<String, Named> namesBefore,
      Map<String, Named> namesNow) {}

  /// Writes these slots; returns the ids of the rights, in the slots' order.
  List<Long> write(List<Slot> slots, References references) throws SQLException {
    if (slots.isEmpty()) {
      return List.of();
    }
    List<Prepared> prepared = prepare(slots);
    copyRights(prepared, references);
    updateRights(prepared);
    Map<String, Named> names = new LinkedHashMap<>();
    for (Written right : written) {
      right.namesNow().forEach(names::putIfAbsent);
      right.namesBefore().forEach(names::putIfAbsent);
    }
    parties.resolve(names);
    codes.write(connection);
    moveNumbers();
    copyNumbers();
    copyEvents();
    writeParties();
    return prepared.stream().map(Prepared::id).toList();
  }

  /// To be called once the transaction is committed.
  void committed() {
    parties.committed();
    sources.committed();
    codes.committed();
  }

  private List<Prepared> prepare(List<Slot> slots) throws SQLException {
    int fresh = (int) slots.stream().filter(slot -> slot.stored().isEmpty()).count();
    long[] rightIds = next("right_id_seq", fresh);
    eventIds = next("event_id_seq", slots.stream().mapToInt(slot -> slot.added().size()).sum());
    Set<Long> known = new HashSet<>();
    slots.forEach(slot -> slot.stored().ifPresent(stored -> known.add(stored.id())));
    Map<Long, List<Event>> before = known.isEmpty() ? Map.of() : StoredEvents.of(connection, known);
    List<Prepared> prepared = new ArrayList<>(slots.size());
    int nextRight = 0;
    int nextEvent = 0;
    for (Slot slot : slots) {
      long id = slot.stored().isPresent() ? slot.stored().get().id() : rightIds[nextRight++];
      prepared.add(new Prepared(slot, id, nextEvent, before.getOrDefault(id, List.of())));
      nextEvent += slot.added().size();
    }
    return prepared;
  }

  // folded where it is written: five thousand folded rights at once would fill the heap
  private Projection projection(Prepared right) {
    List<Event> events = new ArrayList<>(right.before());
    int event = right.firstEvent();
    for (Slot.Pending pending : right.slot().added()) {
      events.add(
          new Event(
              new EventId(eventIds[event++]),
              pending.dated().on(),
              pending.dated().fact(),
              pending.source(),
              at,
              by));
    }
    Slot slot = right.slot();
    return Projection.of(slot.kind(), slot.office(), slot.numbers(), events);
  }

  private static Map<String, Named> namesBefore(Prepared right) {
    Slot slot = right.slot();
    return right.before().isEmpty()
        ? Map.of()
        : Projection.of(slot.kind(), slot.office(), List.of(), right.before()).names();
  }

  private void writtenAs(Prepared right, Projection shown) {
    written.add(
        new Written(
            right.slot(),
            right.id(),
            right.firstEvent(),
            shown.noticedOn(),
            namesBefore(right),
            shown.names()));
  }

  // ascending, and next to each other within one call's cache
  private long[] next(String sequence, int count) throws SQLException {
    long[] ids = new long[count];
    if (count == 0) {
      return ids;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select nextval('" + sequence + "') from generate_series(1, ?)")) {
      statement.setInt(1, count);
      statement.setFetchSize(0);
      try (ResultSet row = statement.executeQuery()) {
        for (int index = 0; row.next(); index++) {
          ids[index] = row.getLong(1);
        }
      }
    }
    return ids;
  }

  private void copyRights(List<Prepared> prepared, References references) throws SQLException {
    try (CopyText rows =
        CopyText.into(
            connection,
            "right_record (id, organisation, version, filed_on, noticed_on, kind, office, stage,"
                + " title, number, holder, region, main_class, classes, numbers, search_text,"
                + " number_text, grams, ref_ours, ref_client, ref_client_name)")) {
      for (Prepared right : prepared) {
        if (right.slot().stored().isPresent()) {
          continue;
        }
        Projection shown = projection(right);
        writtenAs(right, shown);
        rows.field(right.id())
            .field(owner.number())
            .field(right.slot().added().size())
            .field(shown.right().dates().filedOn())
            .field(java.util.Optional.of(shown.noticedOn()))
            .field(right.slot().kind().code())
            .field(right.slot().office().code())
            .field(shown.right().stage().code())
            .field(shown.title())
            .field(shown.number())
            .field(shown.holder())
            .field(shown.region())
            .field(shown.mainClass())
            .field(shown.classes())
            .field(NumberLines.write(right.slot().numbers()))
            .field(shown.searchText())
            .field(shown.numberText())
            .field(codes.seen(shown.grams().sorted()))
            .field(references.ours())
            .field(references.client())
            .field(references.clientName())
            .endRow();
      }
      rows.end();
    }
  }

  private void updateRights(List<Prepared> prepared) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update right_record set version = ?, filed_on = ?, noticed_on = ?, stage = ?,
              title = ?, number = ?, holder = ?, region = ?, main_class = ?, classes = ?,
              numbers = ?, search_text = ?, number_text = ?, grams = ?,
              changed_in = pg_current_xact_id() where id = ?
            """)) {
      int count = 0;
      for (Prepared right : prepared) {
        if (right.slot().stored().isEmpty()) {
          continue;
        }
        Projection shown = projection(right);
        writtenAs(right, shown);
        statement.setLong(1, right.slot().stored().get().version() + right.slot().added().size());
        statement.setObject(2, shown.right().dates().filedOn().orElse(null));
        statement.setObject(3, shown.noticedOn());
        statement.setString(4, shown.right().stage().code());
        statement.setString(5, shown.title());
        statement.setString(6, shown.number());
        statement.setString(7, shown.holder());
        statement.setString(8, shown.region());
        statement.setString(9, shown.mainClass());
        statement.setString(10, shown.classes());
        statement.setString(11, NumberLines.write(right.slot().numbers()));
        statement.setString(12, shown.searchText());
        statement.setString(13, shown.numberText());
        statement.setObject(14, codes.seen(shown.grams().sorted()));
        statement.setLong(15, right.id());
        statement.addBatch();
        count++;
      }
      if (count > 0) {
        statement.executeBatch();
      }
    }
  }

  // the numbers that a right had stand where its row stands
  private void moveNumbers() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update right_number set noticed_on = ?
            where organisation = ? and key = any(?) and right_id = ? and noticed_on <> ?
            """)) {
      int count = 0;
      for (Written right : written) {
        if (right.slot().stored().isEmpty()) {
          continue;
        }
        Object[] keys = right.slot().numbers().stream().map(RightNumber::key).toArray();
        statement.setObject(1, right.noticedOn());
        statement.setLong(2, owner.number());
        statement.setArray(3, connection.createArrayOf("text", keys));
        statement.setLong(4, right.id());
        statement.setObject(5, right.noticedOn());
        statement.addBatch();
        count++;
      }
      if (count > 0) {
        statement.executeBatch();
      }
    }
  }

  private void copyNumbers() throws SQLException {
    try (CopyText rows =
        CopyText.into(
            connection,
            "right_number (organisation, key, right_id, spelling, office, noticed_on)")) {
      for (Written right : written) {
        for (RightNumber number : right.slot().numbersAdded()) {
          rows.field(owner.number())
              .field(number.key())
              .field(right.id())
              .field(Spelling.of(number))
              .field(number.office().code())
              .field(java.util.Optional.of(right.noticedOn()))
              .endRow();
        }
      }
      rows.end();
    }
  }

  private void copyEvents() throws SQLException {
    for (Written right : written) {
      for (Slot.Pending pending : right.slot().added()) {
        sources.resolve(pending.source()); // before COPY holds the connection
      }
    }
    try (CopyText rows =
        CopyText.into(
            connection,
            "event (id, right_id, legal_on, recorded_at, source_id, fingerprint, position,"
                + " recorded_by, body)")) {
      String recordedAt = at.toString();
      for (Written right : written) {
        int event = right.firstEvent();
        for (Slot.Pending pending : right.slot().added()) {
          rows.field(eventIds[event++])
              .field(right.id())
              .field(java.util.Optional.of(pending.dated().on()))
              .field(recordedAt)
              .field(sources.id(pending.source()))
              .field(pending.fingerprint().toString())
              .field(pending.source().position())
              .field(by)
              .field(pending.body())
              .endRow();
        }
      }
      rows.end();
    }
  }

  private void writeParties() throws SQLException {
    Map<Long, Integer> change = new TreeMap<>();
    List<long[]> removed = new ArrayList<>();
    try (CopyText rows = CopyText.into(connection, "right_party (party_id, right_id)")) {
      for (Written right : written) {
        Set<Long> before = ids(right.namesBefore());
        Set<Long> now = ids(right.namesNow());
        for (long party : now) {
          if (!before.contains(party)) {
            rows.field(party).field(right.id()).endRow();
            change.merge(party, 1, Integer::sum);
          }
        }
        for (long party : before) {
          if (!now.contains(party)) {
            removed.add(new long[] {party, right.id()});
            change.merge(party, -1, Integer::sum);
          }
        }
      }
      rows.end();
    }
    remove(removed);
    count(change);
  }

  private Set<Long> ids(Map<String, Named> names) {
    Set<Long> ids = new java.util.LinkedHashSet<>();
    names.keySet().forEach(key -> ids.add(parties.id(key)));
    return ids;
  }

  private void remove(List<long[]> removed) throws SQLException {
    if (removed.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from right_party where party_id = ? and right_id = ?")) {
      for (long[] pair : removed) {
        statement.setLong(1, pair[0]);
        statement.setLong(2, pair[1]);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void count(Map<Long, Integer> change) throws SQLException {
    if (change.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update party p set rights = p.rights + d.n
            from unnest(?::bigint[], ?::int[]) d(id, n) where p.id = d.id
            """)) {
      statement.setArray(1, connection.createArrayOf("bigint", change.keySet().toArray()));
      statement.setArray(2, connection.createArrayOf("int", change.values().toArray()));
      statement.executeUpdate();
    }
  }
}
