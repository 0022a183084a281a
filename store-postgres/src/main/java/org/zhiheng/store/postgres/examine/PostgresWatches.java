package org.zhiheng.store.postgres.examine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.examine.WatchId;
import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Watches and their hits; a mark stands once under a watch.
public final class PostgresWatches implements Watches {

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresWatches(Database database) {
    this.client = database.client();
  }

  @Override
  public Watch start(Fresh fresh) {
    long id =
        client
            .sql(
                """
                insert into watch (organisation, by_name, since, name, classes, groups, least)
                values (?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                fresh.organisation().number(),
                fresh.by(),
                Columns.time(fresh.since()),
                fresh.name(),
                Columns.words(fresh.classes()),
                Columns.words(fresh.groups()),
                fresh.least())
            .query(Long.class)
            .single();
    return new Watch(new WatchId(id), fresh, Optional.empty());
  }

  @Override
  public boolean end(OrganisationId organisation, WatchId id, Instant at) {
    return client
            .sql(
                "update watch set ended_at = ?"
                    + " where organisation = ? and id = ? and ended_at is null")
            .params(Columns.time(at), organisation.number(), id.number())
            .update()
        == 1;
  }

  @Override
  public List<Watch> all(OrganisationId organisation) {
    return client
        .sql("select * from watch where organisation = ? order by id desc")
        .param(organisation.number())
        .query((row, _) -> watch(row))
        .list();
  }

  @Override
  public List<Watch> running() {
    return client
        .sql("select * from watch where ended_at is null order by id")
        .query((row, _) -> watch(row))
        .list();
  }

  @Override
  public boolean hit(WatchId watch, RightId right, Instant at, String found) {
    return client
            .sql(
                """
                insert into watch_hit (watch_id, right_id, at, found) values (?, ?, ?, ?)
                on conflict (watch_id, right_id) do nothing
                """)
            .params(watch.number(), right.number(), Columns.time(at), found)
            .update()
        == 1;
  }

  @Override
  public List<Hit> hits(OrganisationId organisation, Optional<State> state, int limit) {
    return client
        .sql(
            """
            select h.* from watch_hit h join watch w on w.id = h.watch_id
            where w.organisation = ? and (?::text = '' or h.state = ?)
            order by h.at desc, h.watch_id desc, h.right_id desc limit ?
            """)
        .params(
            organisation.number(),
            state.map(State::code).orElse(""),
            state.map(State::code).orElse(""),
            limit)
        .query((row, _) ->
            new Hit(
                new WatchId(row.getLong("watch_id")),
                new RightId(row.getLong("right_id")),
                Columns.time(row, "at"),
                row.getString("found"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("note"),
                row.getString("decided_by"),
                Columns.timeIfAny(row, "decided_at")))
        .list();
  }

  @Override
  public boolean decide(
      OrganisationId organisation,
      WatchId watch,
      RightId right,
      State state,
      String note,
      String by,
      Instant at) {
    return client
            .sql(
                """
                update watch_hit h set state = ?, note = ?, decided_by = ?, decided_at = ?
                from watch w
                where w.id = h.watch_id and w.organisation = ? and h.watch_id = ? and h.right_id = ?
                """)
            .params(
                state.code(),
                note,
                by,
                Columns.time(at),
                organisation.number(),
                watch.number(),
                right.number())
            .update()
        == 1;
  }

  private static Watch watch(ResultSet row) throws SQLException {
    return new Watch(
        new WatchId(row.getLong("id")),
        new Fresh(
            new OrganisationId(row.getLong("organisation")),
            row.getString("by_name"),
            Columns.time(row, "since"),
            row.getString("name"),
            Columns.words(row.getString("classes")),
            Columns.words(row.getString("groups")),
            row.getInt("least")),
        Columns.timeIfAny(row, "ended_at"));
  }
}
