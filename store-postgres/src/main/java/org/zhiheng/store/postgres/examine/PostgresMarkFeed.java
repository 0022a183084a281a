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
import org.zhiheng.register.event.FactKind;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The feed by the transactions that wrote the rows last.
///
/// What lies at or above the oldest running transaction is not given yet: a transaction that
/// commits late can have a lower id than one that was seen.
///
/// A register that was restored from a dump brings transactions of the cluster it came from. Those
/// that this cluster has not reached yet would wait for years; nobody here can have written what
/// was committed under such a number, so these rows are given first, and points within them are
/// told by their transactions' lying above [#RESTORED]. Once the cluster reaches their numbers they
/// are given a second time: the same mark again, which an index and a watch take without harm.
///
/// The store's name changes with the cluster and with the table: who restored either begins anew.
/// BUG: 3: where the files of a stopped cluster are put back, name and table stay. A point that
/// lies ahead of the cluster's transactions is seen and begun anew; once the cluster has passed it,
/// what was written in between is not given. The index is to be rebuilt after putting files back.
public final class PostgresMarkFeed implements MarkFeed {

  private static final String CLASS = "[0-9]{2}";
  private static final String GROUP = "[0-9]{4}(?:\\(.*\\))?";
  private static final int GROUP_LENGTH = 4;

  /// Added to the transaction in points within what was restored. No cluster counts so far: at a
  /// million transactions a second it would take fifteen thousand years.
  private static final long RESTORED = 500_000_000_000_000_000L;

  /// How the body of an event of this kind begins, as FactJson writes it.
  private static final String ATTACHED = "{\"kind\":\"" + FactKind.ATTACHED.code() + "\",%";

  // the events of one right lie together under its primary key
  private static final String COLUMNS =
      "select id, organisation, title, classes, changed_in::text::bigint as changed,"
          + " exists (select from event where event.right_id = right_record.id and body like '"
          + ATTACHED
          + "') as attached"
          + " from right_record where kind = 'mark' and (changed_in, id) > (?::text::xid8, ?)";
  private static final String ORDER = " order by changed_in, id limit ?";

  private final JdbcClient client;
  private final String store;

  /// @param database open, and kept open by its owner
  public PostgresMarkFeed(Database database) {
    this.client = database.client();
    this.store = cluster(client) + "-" + table(client);
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

  // another one when the table is made anew, as restoring does
  private static String table(JdbcClient client) {
    return client.sql("select 'right_record'::regclass::oid::text").query(String.class).single();
  }

  private record Row(Marked mark, Point point) {}

  @Override
  public Changes since(Optional<Point> point, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be >= 1: " + most);
    }
    Optional<Point> known = point.filter(one -> one.store().equals(store)).filter(this::reached);
    Optional<Point> restored = known.filter(one -> one.transaction() >= RESTORED);
    Optional<Point> written = known.filter(one -> one.transaction() < RESTORED);
    List<Row> rows = new ArrayList<>();
    if (written.isEmpty()) {
      rows.addAll(restored(restored, most + 1L));
    }
    if (rows.size() <= most) {
      rows.addAll(written(written, most + 1L - rows.size()));
    }
    List<Row> given = rows.size() > most ? rows.subList(0, most) : rows;
    return new Changes(
        given.stream().map(Row::mark).toList(),
        given.isEmpty() ? known : Optional.of(given.getLast().point()),
        rows.size() > most);
  }

  // what is seen here and was written by no transaction that this cluster began
  private List<Row> restored(Optional<Point> behind, long most) {
    return client
        .sql(COLUMNS + " and changed_in >= pg_snapshot_xmax(pg_current_snapshot())" + ORDER)
        .params(
            Long.toString(behind.map(one -> one.transaction() - RESTORED).orElse(0L)),
            behind.map(Point::right).orElse(0L),
            most)
        .query((row, _) -> row(row, RESTORED))
        .list();
  }

  private List<Row> written(Optional<Point> behind, long most) {
    return client
        .sql(COLUMNS + " and changed_in < pg_snapshot_xmin(pg_current_snapshot())" + ORDER)
        .params(
            Long.toString(behind.map(Point::transaction).orElse(0L)),
            behind.map(Point::right).orElse(0L),
            most)
        .query((row, _) -> row(row, 0))
        .list();
  }

  // files put back from a copy keep the cluster's name, but its transactions begin lower again
  private boolean reached(Point point) {
    return point.transaction() >= RESTORED
        || client
            .sql("select ?::text::xid8 < pg_snapshot_xmax(pg_current_snapshot())")
            .param(Long.toString(point.transaction()))
            .query(Boolean.class)
            .single();
  }

  private Row row(ResultSet row, long above) throws SQLException {
    Set<String> classes = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    for (String symbol : Columns.words(row.getString("classes"))) {
      if (symbol.matches(CLASS)) {
        classes.add(symbol);
      } else if (symbol.matches(GROUP)) {
        groups.add(symbol.substring(0, GROUP_LENGTH));
      }
    }
    RightId id = new RightId(row.getLong("id"));
    return new Row(
        new Marked(
            new OrganisationId(row.getLong("organisation")),
            id,
            row.getString("title"),
            classes,
            groups,
            row.getBoolean("attached")),
        new Point(store, above + row.getLong("changed"), id.number()));
  }
}
