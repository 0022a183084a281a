package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;

/// The parties in PostgreSQL.
///
/// A merged party keeps its names and its rights and points to what it was merged into: undoing a
/// merge takes the pointer away.
public final class PostgresParties implements Parties {

  /// Parties that one may be merged from, at any depth: a group is read as a whole.
  private static final int GROUP_MAX = 1_000;

  private final Database database;
  private final InstantSource clock;

  /// Over this database, by this clock.
  public PostgresParties(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Optional<Party> find(OrganisationId viewer, PartyId id) {
    return database.unit(connection -> {
      List<Long> group = PartyGroups.of(connection, viewer, id);
      return group.isEmpty() ? Optional.empty() : Optional.of(read(connection, group));
    });
  }

  @Override
  public List<Party> search(OrganisationId viewer, String term, int limit) {
    String folded = PartyKey.of(term).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return database.unit(connection ->
        readAll(
            connection,
            viewer,
            """
            with recursive hit as (
              select distinct n.party_id id from party_name n
              where n.organisation = ? and n.name_key like ?),
            up as (
              select p.id, p.into_id from party p join hit on hit.id = p.id
              union select p.id, p.into_id from party p join up on up.into_id = p.id),
            root as (
              select p.id, p.rights,
                exists (select from party c where c.into_id = p.id) merged
              from party p join up on up.id = p.id where up.into_id is null)
            select id from root order by
              case when merged then (
                with recursive down as (
                  select root.id union all
                  select c.id from party c join down on c.into_id = down.id)
                select count(distinct right_id) from right_party
                where party_id in (select id from down)) else rights end desc,
              id limit ?
            """,
            "%" + folded + "%",
            limit));
  }

  @Override
  public List<Party> page(OrganisationId viewer, Optional<PartyId> after, int limit) {
    return database.unit(connection ->
        readAll(
            connection,
            viewer,
            """
            select id from party
            where organisation = ? and id > ? and into_id is null order by id limit ?
            """,
            after.map(PartyId::number).orElse(0L),
            limit));
  }

  @Override
  public Map<String, PartyId> named(OrganisationId viewer, Collection<String> names) {
    Map<String, String> keys = new LinkedHashMap<>();
    names.forEach(name -> keys.put(name, PartyKey.of(name)));
    return database.unit(connection -> {
      Map<String, Long> found = roots(connection, viewer, keys.values());
      Map<String, PartyId> ids = new LinkedHashMap<>();
      keys.forEach((name, key) -> {
        Long id = found.get(key);
        if (id != null) {
          ids.put(name, new PartyId(id));
        }
      });
      return ids;
    });
  }

  private static Map<String, Long> roots(
      Connection connection, OrganisationId viewer, Collection<String> keys) throws SQLException {
    Map<String, Long> found = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            with recursive up as (
              select n.name_key, p.id, p.into_id from party_name n join party p on p.id = n.party_id
              where n.organisation = ? and n.name_key = any(?)
              union all
              select up.name_key, p.id, p.into_id from party p join up on p.id = up.into_id)
            select name_key, id from up where into_id is null
            """)) {
      statement.setLong(1, viewer.number());
      statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return found;
  }

  @Override
  public Changed addName(OrganisationId owner, PartyId id, Party.Name name, String recordedBy) {
    return database.unit(connection -> {
      List<Long> group = PartyGroups.of(connection, owner, id);
      if (group.isEmpty()) {
        return refused("party-unknown", id.toString(), "The register has no such party.");
      }
      String key = PartyKey.of(name.text());
      if (key.isEmpty()) {
        return refused("party-name", name.text(), "A name is not blank.");
      }
      Long holder = roots(connection, owner, List.of(key)).get(key);
      if (holder != null && holder.equals(group.getFirst())) {
        return new Changed.Done();
      }
      if (holder != null) {
        return refused(
            "party-name-taken",
            name.text(),
            "The party P" + holder + " has this name; merge the two if they are one.");
      }
      insertName(connection, owner, group.getFirst(), key, name);
      record(connection, group.getFirst(), "named", Optional.empty(), name.text(), recordedBy);
      return new Changed.Done();
    });
  }

  private static void insertName(
      Connection connection, OrganisationId owner, long party, String key, Party.Name name)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into party_name (organisation, name_key, party_id, ordinal, form, text)
            values (?, ?, ?,
              (select coalesce(max(ordinal), -1) + 1 from party_name where party_id = ?), ?, ?)
            """)) {
      statement.setLong(1, owner.number());
      statement.setString(2, key);
      statement.setLong(3, party);
      statement.setLong(4, party);
      statement.setString(5, name.form().name());
      statement.setString(6, name.text().strip());
      statement.executeUpdate();
    }
  }

  @Override
  public Changed identify(OrganisationId owner, PartyId id, String creditCode, String recordedBy) {
    return database.unit(connection -> {
      List<Long> group = PartyGroups.of(connection, owner, id);
      if (group.isEmpty()) {
        return refused("party-unknown", id.toString(), "The register has no such party.");
      }
      try (PreparedStatement statement =
          connection.prepareStatement("update party set credit_code = ? where id = ?")) {
        statement.setString(1, creditCode);
        statement.setLong(2, group.getFirst());
        statement.executeUpdate();
      }
      record(connection, group.getFirst(), "identified", Optional.empty(), creditCode, recordedBy);
      return new Changed.Done();
    });
  }

  @Override
  public Changed merge(
      OrganisationId owner, PartyId into, PartyId absorbed, String reason, String recordedBy) {
    return database.unit(connection -> {
      lockMerges(connection, owner);
      List<Long> target = PartyGroups.of(connection, owner, into);
      List<Long> source = PartyGroups.of(connection, owner, absorbed);
      if (target.isEmpty() || source.isEmpty()) {
        return refused(
            "party-unknown",
            (target.isEmpty() ? into : absorbed).toString(),
            "The register has no such party.");
      }
      if (target.getFirst().equals(source.getFirst())) {
        return refused("party-merged", absorbed.toString(), "The two are one party already.");
      }
      if (source.getFirst() != absorbed.number()) {
        return refused(
            "party-merged",
            absorbed.toString(),
            "This party was merged into P" + source.getFirst() + "; undo that first.");
      }
      if (target.size() + source.size() > GROUP_MAX) {
        return refused(
            "party-group", into.toString(), "At most " + GROUP_MAX + " parties are one.");
      }
      point(connection, absorbed.number(), Optional.of(target.getFirst()));
      record(
          connection,
          target.getFirst(),
          "merged",
          Optional.of(absorbed.number()),
          reason,
          recordedBy);
      return new Changed.Done();
    });
  }

  @Override
  public Changed unmerge(OrganisationId owner, PartyId absorbed, String reason, String recordedBy) {
    return database.unit(connection -> {
      lockMerges(connection, owner);
      List<Long> group = PartyGroups.of(connection, owner, absorbed);
      if (group.isEmpty()) {
        return refused("party-unknown", absorbed.toString(), "The register has no such party.");
      }
      if (group.getFirst() == absorbed.number()) {
        return refused(
            "party-not-merged", absorbed.toString(), "This party is not merged into another.");
      }
      point(connection, absorbed.number(), Optional.empty());
      record(
          connection,
          group.getFirst(),
          "unmerged",
          Optional.of(absorbed.number()),
          reason,
          recordedBy);
      return new Changed.Done();
    });
  }

  // two merges at once could point at each other
  private static void lockMerges(Connection connection, OrganisationId owner) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select pg_advisory_xact_lock(hashtextextended('merge/' || current_schema() || ?, 0))")) {
      statement.setLong(1, owner.number());
      statement.execute();
    }
  }

  private static void point(Connection connection, long party, Optional<Long> into)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update party set into_id = ? where id = ?")) {
      statement.setObject(1, into.orElse(null), java.sql.Types.BIGINT);
      statement.setLong(2, party);
      statement.executeUpdate();
    }
  }

  private void record(
      Connection connection, long party, String what, Optional<Long> other, String text, String by)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into party_event (party_id, at, what, other_id, text, by_name)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      statement.setLong(1, party);
      statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      statement.setString(3, what);
      statement.setObject(4, other.orElse(null), java.sql.Types.BIGINT);
      statement.setString(5, text);
      statement.setString(6, by);
      statement.executeUpdate();
    }
  }

  private static List<Party> readAll(
      Connection connection, OrganisationId viewer, String sql, Object second, int limit)
      throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, viewer.number());
      statement.setObject(2, second);
      statement.setInt(3, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    List<Party> parties = new ArrayList<>();
    for (long id : ids) {
      parties.add(read(connection, PartyGroups.of(connection, viewer, new PartyId(id))));
    }
    return parties;
  }

  /// @param group the party first, then those merged into it
  private static Party read(Connection connection, List<Long> group) throws SQLException {
    long id = group.getFirst();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select credit_code, country, region, rights from party where id = ?")) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("a party of a group is not there: P" + id);
        }
        return new Party(
            new PartyId(id),
            names(connection, group),
            row.getString(1),
            row.getString(2),
            row.getString(3),
            group.size() == 1 ? row.getLong(4) : rights(connection, group),
            group.stream().skip(1).sorted().map(PartyId::new).toList(),
            history(connection, id));
      }
    }
  }

  private static long rights(Connection connection, List<Long> group) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select count(distinct right_id) from right_party where party_id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", group.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static List<Party.Name> names(Connection connection, List<Long> group)
      throws SQLException {
    List<Party.Name> names = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select text, form from party_name where party_id = any(?)
            order by party_id <> ?, party_id, ordinal
            """)) {
      statement.setArray(1, connection.createArrayOf("bigint", group.toArray()));
      statement.setLong(2, group.getFirst());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          names.add(new Party.Name(row.getString(1), Party.Form.valueOf(row.getString(2))));
        }
      }
    }
    return names;
  }

  private static List<Party.Change> history(Connection connection, long id) throws SQLException {
    List<Party.Change> history = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select at, what, other_id, text, by_name from party_event where party_id = ? order by id
            """)) {
      statement.setLong(1, id);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
          history.add(
              new Party.Change(
                  at,
                  row.getString(2),
                  Optional.ofNullable(row.getObject(3, Long.class)).map(PartyId::new),
                  row.getString(4),
                  row.getString(5)));
        }
      }
    }
    return history;
  }

  private static Changed refused(String code, String given, String reason) {
    return new Changed.Refused(Problem.of(code, "", given, reason));
  }
}
