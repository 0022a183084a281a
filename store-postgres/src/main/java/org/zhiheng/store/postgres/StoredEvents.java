package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhiheng.jobs.json.FactJson;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Source;
import org.zhiheng.values.EventId;

/// The events of rights, as they were recorded.
final class StoredEvents {

  private StoredEvents() {}

  /// The events of these rights, in the order of recording.
  static Map<Long, List<Event>> of(Connection connection, Collection<Long> rights)
      throws SQLException {
    Map<Long, List<Event>> events = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select e.right_id, e.id, e.legal_on, e.body, s.name, e.position, s.digest,
              e.recorded_at, e.recorded_by
            from event e join source s on s.id = e.source_id
            where e.right_id = any(?) order by e.id
            """)) {
      statement.setArray(1, connection.createArrayOf("bigint", rights.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          events.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(event(row));
        }
      }
    }
    return events;
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        new EventId(row.getLong(2)),
        row.getObject(3, java.time.LocalDate.class),
        FactJson.read(row.getString(4)),
        new Source(row.getString(5), row.getString(6), row.getString(7)),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        row.getString(9));
  }

  /// Tells the slots which facts the register has of them.
  static void tellKnown(Connection connection, Map<Long, Slot> slots) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select right_id, fingerprint from event where right_id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", slots.keySet().toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Slot slot = slots.get(row.getLong(1));
          if (slot != null) {
            slot.knows(row.getObject(2, UUID.class));
          }
        }
      }
    }
  }
}
