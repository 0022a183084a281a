package org.zhiheng.store.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.administer.remind.Letter;
import org.zhiheng.jobs.administer.remind.Mark;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.jobs.administer.remind.Retry;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Reminders in PostgreSQL. Marks and letters of one organisation are written one process after the
/// other; letters on their way are taken by one process each.
public final class PostgresReminders implements Reminders {

  private static final int FAILURE_MAX = 500;

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresReminders(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public List<Recipient> recipients(OrganisationId organisation) {
    return client
        .sql("select * from reminder_recipient where organisation = ? order by person")
        .params(organisation.number())
        .query((row, _) -> recipient(row))
        .list();
  }

  private static Recipient recipient(ResultSet row) throws SQLException {
    Array days = row.getArray("days");
    List<Integer> list = List.of((Integer[]) days.getArray());
    days.free();
    LocalDate from = row.getObject("away_from", LocalDate.class);
    Integer escalation = row.getObject("escalation_days", Integer.class);
    return new Recipient(
        row.getString("person"),
        row.getString("mail"),
        row.getString("language"),
        list,
        row.getBoolean("others"),
        from == null
            ? Optional.empty()
            : Optional.of(
                new Recipient.Away(
                    from, row.getObject("away_until", LocalDate.class), row.getString("delegate"))),
        escalation == null
            ? Optional.empty()
            : Optional.of(new Recipient.Escalation(escalation, row.getString("escalation_to"))));
  }

  @Override
  public void keep(OrganisationId organisation, Recipient recipient) {
    database.unit(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              insert into reminder_recipient (organisation, person, mail, language, days, others,
                away_from, away_until, delegate, escalation_days, escalation_to)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              on conflict (organisation, person) do update set mail = excluded.mail,
                language = excluded.language, days = excluded.days, others = excluded.others,
                away_from = excluded.away_from, away_until = excluded.away_until,
                delegate = excluded.delegate, escalation_days = excluded.escalation_days,
                escalation_to = excluded.escalation_to
              """)) {
        statement.setLong(1, organisation.number());
        statement.setString(2, recipient.person());
        statement.setString(3, recipient.mail());
        statement.setString(4, recipient.language());
        statement.setArray(5, connection.createArrayOf("int", recipient.days().toArray()));
        statement.setBoolean(6, recipient.others());
        set(statement, 7, recipient.away().map(Recipient.Away::from));
        set(statement, 8, recipient.away().map(Recipient.Away::until));
        set(statement, 9, recipient.away().map(Recipient.Away::delegate));
        set(statement, 10, recipient.escalation().map(Recipient.Escalation::days));
        set(statement, 11, recipient.escalation().map(Recipient.Escalation::to));
        return statement.executeUpdate();
      }
    });
  }

  private static void set(PreparedStatement statement, int at, Optional<?> value)
      throws SQLException {
    @Nullable Object given = value.orElse(null);
    statement.setObject(at, given);
  }

  @Override
  public boolean drop(OrganisationId organisation, String person) {
    return client
            .sql("delete from reminder_recipient where organisation = ? and person = ?")
            .params(organisation.number(), person)
            .update()
        > 0;
  }

  @Override
  public List<OrganisationId> organisations() {
    return client
        .sql("select distinct organisation from reminder_recipient order by organisation")
        .query((row, _) -> new OrganisationId(row.getLong(1)))
        .list();
  }

  @Override
  public int post(
      OrganisationId organisation,
      List<Mark> candidates,
      Instant now,
      Function<Set<Mark>, List<Letter>> letters) {
    return database.unit(connection -> {
      try (PreparedStatement lock =
          connection.prepareStatement(
              "select from reminder_recipient where organisation = ? order by person for update")) {
        lock.setLong(1, organisation.number());
        lock.executeQuery().close();
      }
      Set<Mark> fresh = new HashSet<>(candidates);
      fresh.removeAll(told(connection, organisation, candidates));
      if (fresh.isEmpty()) {
        return 0;
      }
      List<Letter> written = letters.apply(Set.copyOf(fresh));
      OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
      try (PreparedStatement statement =
          connection.prepareStatement(
              "insert into reminder_mark (organisation, right_id, key, person, warn_by, step, at)"
                  + " values (?, ?, ?, ?, ?, ?, ?)")) {
        for (Mark mark : fresh) {
          statement.setLong(1, organisation.number());
          statement.setLong(2, mark.right().number());
          statement.setString(3, mark.key());
          statement.setString(4, mark.person());
          statement.setObject(5, mark.warnBy());
          statement.setInt(6, mark.step());
          statement.setObject(7, at);
          statement.addBatch();
        }
        statement.executeBatch();
      }
      try (PreparedStatement statement =
          connection.prepareStatement(
              "insert into reminder_letter (organisation, mail, subject, text, made, next_try)"
                  + " values (?, ?, ?, ?, ?, ?)")) {
        for (Letter letter : written) {
          statement.setLong(1, organisation.number());
          statement.setString(2, letter.to());
          statement.setString(3, letter.subject());
          statement.setString(4, letter.text());
          statement.setObject(5, at);
          statement.setObject(6, at);
          statement.addBatch();
        }
        statement.executeBatch();
      }
      return written.size();
    });
  }

  private static Set<Mark> told(
      Connection connection, OrganisationId organisation, Collection<Mark> candidates)
      throws SQLException {
    Set<Mark> told = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select right_id, key, person, warn_by, step from reminder_mark"
                + " where organisation = ? and right_id = any(?)")) {
      statement.setLong(1, organisation.number());
      statement.setArray(
          2,
          connection.createArrayOf(
              "bigint",
              candidates.stream().map(mark -> mark.right().number()).distinct().toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          told.add(
              new Mark(
                  new RightId(row.getLong(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, LocalDate.class),
                  row.getInt(5)));
        }
      }
    }
    return told;
  }

  @Override
  public List<Waiting> take(Instant now, int most) {
    return database.unit(connection -> {
      List<Waiting> taken = new ArrayList<>();
      List<Integer> tries = new ArrayList<>();
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              select id, mail, subject, text, tries from reminder_letter
              where next_try <= ? order by next_try, id limit ? for update skip locked
              """)) {
        statement.setObject(1, now.atOffset(ZoneOffset.UTC));
        statement.setInt(2, most);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            taken.add(
                new Waiting(
                    row.getLong(1),
                    new Letter(row.getString(2), row.getString(3), row.getString(4))));
            tries.add(row.getInt(5) + 1);
          }
        }
      }
      try (PreparedStatement statement =
          connection.prepareStatement(
              "update reminder_letter set tries = ?, next_try = ? where id = ?")) {
        for (int at = 0; at < taken.size(); at++) {
          statement.setInt(1, tries.get(at));
          set(
              statement,
              2,
              Retry.after(tries.get(at), now).map(instant -> instant.atOffset(ZoneOffset.UTC)));
          statement.setLong(3, taken.get(at).id());
          statement.addBatch();
        }
        statement.executeBatch();
      }
      return taken;
    });
  }

  @Override
  public void sent(long id, Instant at) {
    client
        .sql("update reminder_letter set sent = ?, next_try = null, failure = '' where id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  @Override
  public void failed(long id, String reason) {
    client
        .sql("update reminder_letter set failure = ? where id = ? and sent is null")
        .params(reason.length() > FAILURE_MAX ? reason.substring(0, FAILURE_MAX) : reason, id)
        .update();
  }

  @Override
  public List<Outgoing> outbox(OrganisationId organisation, int limit) {
    return client
        .sql("select * from reminder_letter where organisation = ? order by id desc limit ?")
        .params(organisation.number(), limit)
        .query((row, _) ->
            new Outgoing(
                row.getLong("id"),
                row.getString("mail"),
                row.getString("subject"),
                instant(row, "made").orElseThrow(),
                row.getInt("tries"),
                instant(row, "next_try"),
                instant(row, "sent"),
                row.getString("failure")))
        .list();
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
