package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.jobs.finance.Reservation;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Reservations in PostgreSQL: the right's row is locked while one is taken, and its numbers stand
/// under a primary key while it is held. The reservation and its event are one transaction.
public final class PostgresPledges implements Pledges {

  private final Database database;
  private final PostgresRights rights;

  /// @param database open, and kept open by its owner
  /// @param rights over the same database
  public PostgresPledges(Database database, PostgresRights rights) {
    this.database = database;
    this.rights = rights;
  }

  private record Locked(long version, List<String> keys) {}

  @Override
  public Reserved reserve(Reservation asked, long expectedVersion, Optional<DatedFact> pledged) {
    OrganisationId owner = asked.organisation();
    RightId right = asked.right();
    return database.unit(connection -> {
      Optional<Locked> locked = lock(connection, owner, right);
      if (locked.isEmpty()) {
        return new Reserved.NotFound();
      }
      Optional<Row> standing = standing(connection, right);
      if (standing.isPresent()) {
        return new Reserved.Held(standing.map(Row::reservation));
      }
      if (locked.get().version() != expectedVersion) {
        return new Reserved.Stale(locked.get().version());
      }
      long id = next(connection);
      if (!held(connection, id, locked.get().keys())) {
        return new Reserved.Held(Optional.empty());
      }
      insert(connection, id, asked);
      if (pledged.isEmpty()) {
        return new Reserved.Done(expectedVersion);
      }
      return new Reserved.Done(
          appended(
              rights.append(
                  connection,
                  owner,
                  right,
                  expectedVersion,
                  pledged.get(),
                  Source.BY_HAND,
                  asked.by()),
              expectedVersion));
    });
  }

  @Override
  public Released release(
      OrganisationId owner,
      RightId right,
      long expectedVersion,
      Optional<DatedFact> released,
      Reservation.Freed freed) {
    return database.unit(connection -> {
      Optional<Locked> locked = lock(connection, owner, right);
      if (locked.isEmpty()) {
        return new Released.NotFound();
      }
      Optional<Row> standing = standing(connection, right);
      if (standing.isEmpty()) {
        return new Released.Free();
      }
      if (locked.get().version() != expectedVersion) {
        return new Released.Stale(locked.get().version());
      }
      free(connection, standing.get().id(), freed);
      if (released.isEmpty()) {
        return new Released.Done(expectedVersion);
      }
      return new Released.Done(
          appended(
              rights.append(
                  connection,
                  owner,
                  right,
                  expectedVersion,
                  released.get(),
                  Source.BY_HAND,
                  freed.by()),
              expectedVersion));
    });
  }

  @Override
  public List<Reservation> of(OrganisationId owner, RightId right) {
    return database.unit(connection -> {
      List<Reservation> all = new ArrayList<>();
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select * from pledge where right_id = ? and organisation = ? order by id")) {
        statement.setLong(1, right.number());
        statement.setLong(2, owner.number());
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            all.add(row(row).reservation());
          }
        }
      }
      return List.copyOf(all);
    });
  }

  @Override
  public boolean heldByOthers(OrganisationId owner, RightId right) {
    return database.unit(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              select exists (select from pledge_number n join pledge p on p.id = n.pledge
                where n.key = any(?) and p.organisation <> ?)
              """)) {
        statement.setArray(
            1, connection.createArrayOf("text", keys(connection, owner, right).toArray()));
        statement.setLong(2, owner.number());
        try (ResultSet row = statement.executeQuery()) {
          return row.next() && row.getBoolean(1);
        }
      }
    });
  }

  private static List<String> keys(Connection connection, OrganisationId owner, RightId right)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select numbers from right_record where id = ? and organisation = ?")) {
      statement.setLong(1, right.number());
      statement.setLong(2, owner.number());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? keys(row.getString(1)) : List.of();
      }
    }
  }

  private static List<String> keys(String numbers) {
    return NumberLines.read(numbers).stream().map(RightNumber::key).distinct().sorted().toList();
  }

  private static Optional<Locked> lock(Connection connection, OrganisationId owner, RightId right)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select version, numbers from right_record where id = ? and organisation = ?"
                + " for update")) {
      statement.setLong(1, right.number());
      statement.setLong(2, owner.number());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(new Locked(row.getLong(1), keys(row.getString(2))))
            : Optional.empty();
      }
    }
  }

  private record Row(long id, Reservation reservation) {}

  private static Optional<Row> standing(Connection connection, RightId right) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select * from pledge where right_id = ? and freed_at is null")) {
      statement.setLong(1, right.number());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row(row)) : Optional.empty();
      }
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    Optional<OffsetDateTime> freed =
        Optional.ofNullable(row.getObject("freed_at", OffsetDateTime.class));
    return new Row(
        row.getLong("id"),
        new Reservation(
            new OrganisationId(row.getLong("organisation")),
            new RightId(row.getLong("right_id")),
            new DealName(row.getString("deal")),
            row.getString("record_number"),
            row.getString("by_name"),
            Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
            freed.isPresent()
                ? Optional.of(
                    new Reservation.Freed(row.getString("freed_by"), freed.get().toInstant()))
                : Optional.empty()));
  }

  private static long next(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select nextval(pg_get_serial_sequence('pledge', 'id'))");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Takes the numbers; false, and none is taken, when another right holds one of them. Waits for
  /// whoever is about to take one.
  private static boolean held(Connection connection, long id, List<String> keys)
      throws SQLException {
    int taken;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into pledge_number (key, pledge) select key, ? from unnest(?) key order by key"
                + " on conflict do nothing")) {
      statement.setLong(1, id);
      statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
      taken = statement.executeUpdate();
    }
    if (taken < keys.size()) {
      let(connection, id);
    }
    return taken == keys.size();
  }

  private static void let(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from pledge_number where pledge = ?")) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  private static void insert(Connection connection, long id, Reservation asked)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into pledge (id, organisation, right_id, deal, record_number, by_name, at)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      statement.setLong(1, id);
      statement.setLong(2, asked.organisation().number());
      statement.setLong(3, asked.right().number());
      statement.setString(4, asked.deal().text());
      statement.setString(5, asked.recordNumber());
      statement.setString(6, asked.by());
      statement.setObject(7, asked.at().atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static void free(Connection connection, long id, Reservation.Freed freed)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("update pledge set freed_by = ?, freed_at = ? where id = ?")) {
      statement.setString(1, freed.by());
      statement.setObject(2, freed.at().atOffset(ZoneOffset.UTC));
      statement.setLong(3, id);
      statement.executeUpdate();
    }
    let(connection, id);
  }

  /// The right's row is locked and its version compared: nobody came between.
  private static long appended(Rights.Appended appended, long expectedVersion) {
    return switch (appended) {
      case Rights.Appended.Done done -> done.version();
      case Rights.Appended.Unchanged _ -> expectedVersion;
      case Rights.Appended.Stale _, Rights.Appended.NotFound _ ->
          throw new IllegalStateException("a locked right changed: " + appended);
    };
  }
}
