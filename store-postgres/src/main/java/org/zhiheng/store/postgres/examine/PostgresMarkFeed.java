package org.zhiheng.store.postgres.examine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The feed by the transactions that wrote the rows last.
///
/// What lies at or above the oldest running transaction is not given yet: a transaction that
/// commits late can have a lower id than one that was seen.
public final class PostgresMarkFeed implements MarkFeed {

  private static final String CLASS = "[0-9]{2}";
  private static final String GROUP = "[0-9]{4}(?:\\(.*\\))?";
  private static final int GROUP_LENGTH = 4;

  private final JdbcClient client;
  private final String store;

  /// @param database open, and kept open by its owner
  public PostgresMarkFeed(Database database) {
    this.client = database.client();
    this.store = cluster(client) + "-" + schema(client);
  }

  private static String cluster(JdbcClient client) {
    try {
      return client
          .sql("select system_identifier::text from pg_control_system()")
          .query(String.class)
          .single();
    } catch (DataAccessException refused) { // some hosts do not permit it
      return client
          .sql("select 'd' || oid::text from pg_database where datname = current_database()")
          .query(String.class)
          .single();
    }
  }

  private static String schema(JdbcClient client) {
    return client
        .sql("select oid::text from pg_namespace where nspname = current_schema()")
        .query(String.class)
        .single();
  }

  private record Row(Marked mark, long transaction) {}

  @Override
  public Changes since(Optional<Point> point, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be >= 1: " + most);
    }
    Optional<Point> known = point.filter(one -> one.store().equals(store)).filter(this::reached);
    List<Row> rows =
        client
            .sql(
                """
                select id, organisation, title, classes, changed_in::text::bigint as changed
                from right_record
                where kind = 'mark' and (changed_in, id) > (?::text::xid8, ?)
                  and changed_in < pg_snapshot_xmin(pg_current_snapshot())
                order by changed_in, id limit ?
                """)
            .params(
                Long.toString(known.map(Point::transaction).orElse(0L)),
                known.map(Point::right).orElse(0L),
                most + 1L)
            .query((row, _) -> row(row))
            .list();
    List<Row> given = rows.size() > most ? rows.subList(0, most) : rows;
    List<Marked> marks = new ArrayList<>();
    given.forEach(row -> marks.add(row.mark()));
    Optional<Point> through =
        given.isEmpty()
            ? known
            : Optional.of(
                new Point(
                    store, given.getLast().transaction(), given.getLast().mark().right().number()));
    return new Changes(marks, through, rows.size() > most);
  }

  // files put back from a copy keep the cluster's name, but its transactions begin lower again
  private boolean reached(Point point) {
    return client
        .sql("select ?::text::xid8 < pg_snapshot_xmax(pg_current_snapshot())")
        .param(Long.toString(point.transaction()))
        .query(Boolean.class)
        .single();
  }

  private static Row row(ResultSet row) throws SQLException {
    Set<String> classes = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    for (String symbol : Columns.words(row.getString("classes"))) {
      if (symbol.matches(CLASS)) {
        classes.add(symbol);
      } else if (symbol.matches(GROUP)) {
        groups.add(symbol.substring(0, GROUP_LENGTH));
      }
    }
    return new Row(
        new Marked(
            new OrganisationId(row.getLong("organisation")),
            new RightId(row.getLong("id")),
            row.getString("title"),
            classes,
            groups),
        row.getLong("changed"));
  }
}
