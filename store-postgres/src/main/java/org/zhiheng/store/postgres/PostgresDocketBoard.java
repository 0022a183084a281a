package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.jobs.administer.Unanswered;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The board in PostgreSQL. Triggers on events and notes mark the rights that must be counted anew;
/// a batch takes the marks, reads what happened and writes the rows in one transaction, so a change
/// that comes between leaves its mark for the next batch.
public final class PostgresDocketBoard implements DocketBoard {

  /// A right with a clock that runs is looked at again after this, for years that come into view.
  private static final int AGAIN_DAYS = 30;

  private static final String SELECT =
      """
      select d.*, r.kind as right_kind, r.title, r.number
      from docket_deadline d join right_record r on r.id = d.right_id
      where d.organisation = ?
      """;

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresDocketBoard(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public int refresh(LocalDate today, int most, Reckoner reckoner) {
    if (most < 1) {
      throw new IllegalArgumentException("most must be >= 1: " + most);
    }
    return database.unit(connection -> refresh(connection, today, most, reckoner));
  }

  private static int refresh(Connection connection, LocalDate today, int most, Reckoner reckoner)
      throws SQLException {
    Set<Long> rights = taken(connection, most);
    if (rights.size() < most) {
      rights.addAll(again(connection, today, most - rights.size()));
    }
    if (rights.isEmpty()) {
      return 0;
    }
    Map<Long, List<Event>> events = StoredEvents.of(connection, rights);
    Map<Long, List<DocketNotes.Note>> said = said(connection, rights);
    List<DocketRows.Reckoned> reckoned = new ArrayList<>();
    for (DocketRows.Head head : heads(connection, rights)) {
      List<DocketNotes.Note> notes = said.getOrDefault(head.right(), List.of());
      reckoned.add(
          new DocketRows.Reckoned(
              head,
              reckoner.of(
                  head.kind(),
                  head.office(),
                  events.getOrDefault(head.right(), List.of()),
                  DocketNotes.closings(notes)),
              DocketNotes.assigned(notes)));
    }
    for (String table : List.of("docket_unanswered", "docket_right")) {
      delete(connection, table, rights);
    }
    DocketRows.write(connection, rights, reckoned);
    writeUnanswered(connection, reckoned);
    writeAgain(connection, reckoned, today);
    return rights.size();
  }

  private static Set<Long> taken(Connection connection, int most) throws SQLException {
    return ids(
        connection,
        """
        delete from docket_changed where right_id in (
          select right_id from docket_changed order by right_id limit ? for update skip locked)
        returning right_id
        """,
        statement -> statement.setInt(1, most));
  }

  private static Set<Long> again(Connection connection, LocalDate today, int most)
      throws SQLException {
    return ids(
        connection,
        """
        select right_id from docket_right where again_on <= ? order by again_on limit ?
        for update skip locked
        """,
        statement -> {
          statement.setObject(1, today);
          statement.setInt(2, most);
        });
  }

  private interface Filling {
    void fill(PreparedStatement statement) throws SQLException;
  }

  private static Set<Long> ids(Connection connection, String sql, Filling filling)
      throws SQLException {
    Set<Long> ids = new LinkedHashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      filling.fill(statement);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private static List<DocketRows.Head> heads(Connection connection, Collection<Long> rights)
      throws SQLException {
    List<DocketRows.Head> heads = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select id, organisation, kind, office from right_record where id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", rights.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          heads.add(
              new DocketRows.Head(
                  row.getLong(1),
                  row.getLong(2),
                  RightKind.parse(row.getString(3)).orThrow(),
                  new Office(row.getString(4))));
        }
      }
    }
    return heads;
  }

  private static Map<Long, List<DocketNotes.Note>> said(
      Connection connection, Collection<Long> rights) throws SQLException {
    Map<Long, List<DocketNotes.Note>> said = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select n.* from docket_note n join right_record r
              on r.id = n.right_id and r.organisation = n.organisation
            where n.right_id = any(?) order by n.id
            """)) {
      statement.setArray(1, connection.createArrayOf("bigint", rights.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          said.computeIfAbsent(row.getLong("right_id"), _ -> new ArrayList<>())
              .add(PostgresDocketNotes.note(row));
        }
      }
    }
    return said;
  }

  @Override
  public List<Case> cases(OrganisationId organisation, long after, int most) {
    return database.unit(connection -> {
      Map<Long, Case> bare = new LinkedHashMap<>();
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select id, number, title, kind, office from right_record"
                  + " where organisation = ? and id > ? order by id limit ?")) {
        statement.setLong(1, organisation.number());
        statement.setLong(2, after);
        statement.setInt(3, most);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            bare.put(
                row.getLong("id"),
                new Case(
                    new RightId(row.getLong("id")),
                    row.getString("number"),
                    row.getString("title"),
                    RightKind.parse(row.getString("kind")).orThrow(),
                    new Office(row.getString("office")),
                    List.of(),
                    Map.of()));
          }
        }
      }
      Map<Long, List<Event>> events = StoredEvents.of(connection, bare.keySet());
      Map<Long, List<DocketNotes.Note>> said = said(connection, bare.keySet());
      return bare.entrySet().stream()
          .map(entry ->
              new Case(
                  entry.getValue().right(),
                  entry.getValue().number(),
                  entry.getValue().title(),
                  entry.getValue().kind(),
                  entry.getValue().office(),
                  events.getOrDefault(entry.getKey(), List.of()),
                  DocketNotes.closings(said.getOrDefault(entry.getKey(), List.of()))))
          .toList();
    });
  }

  private static void delete(Connection connection, String table, Collection<Long> rights)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from " + table + " where right_id = any(?)")) {
      statement.setArray(1, connection.createArrayOf("bigint", rights.toArray()));
      statement.executeUpdate();
    }
  }

  private static void writeUnanswered(Connection connection, List<DocketRows.Reckoned> reckoned)
      throws SQLException {
    try (CopyText copy =
        CopyText.into(
            connection,
            "docket_unanswered (right_id, organisation, rule, event_on, code, given, reason)")) {
      for (DocketRows.Reckoned one : reckoned) {
        for (Unanswered broken : one.docket().unanswered()) {
          copy.field(one.head().right())
              .field(one.head().organisation())
              .field(broken.rule())
              .field(broken.event().toString())
              .field(broken.problem().code())
              .field(broken.problem().given())
              .field(broken.problem().reason())
              .endRow();
        }
      }
      copy.end();
    }
  }

  private static void writeAgain(
      Connection connection, List<DocketRows.Reckoned> reckoned, LocalDate today)
      throws SQLException {
    try (CopyText copy = CopyText.into(connection, "docket_right (right_id, again_on)")) {
      for (DocketRows.Reckoned one : reckoned) {
        Optional<LocalDate> again =
            one.docket().deadlines().stream()
                .filter(deadline -> deadline.state() instanceof State.Running)
                .map(deadline -> deadline.answer().latestArguable().plusDays(1))
                .min(LocalDate::compareTo);
        if (again.isPresent()) {
          LocalDate last = today.plusDays(AGAIN_DAYS);
          copy.field(one.head().right())
              .field((again.get().isBefore(last) ? again.get() : last).toString())
              .endRow();
        }
      }
      copy.end();
    }
  }

  @Override
  public Map<String, String> law() {
    Map<String, String> law = new TreeMap<>();
    client
        .sql("select rule, digest from docket_law")
        .query((row, _) -> Map.entry(row.getString("rule"), row.getString("digest")))
        .list()
        .forEach(entry -> law.put(entry.getKey(), entry.getValue()));
    return law;
  }

  @Override
  public void law(Map<String, String> digests, Collection<String> changed, boolean everything) {
    database.unit(connection -> {
      String touched =
          everything
              ? "insert into docket_changed select id from right_record on conflict do nothing"
              : "insert into docket_changed select distinct right_id from docket_deadline"
                  + " where rule = any(?) on conflict do nothing";
      try (PreparedStatement statement = connection.prepareStatement(touched)) {
        if (!everything) {
          statement.setArray(1, connection.createArrayOf("text", changed.toArray()));
        }
        statement.executeUpdate();
      }
      try (PreparedStatement statement = connection.prepareStatement("delete from docket_law")) {
        statement.executeUpdate();
      }
      try (CopyText copy = CopyText.into(connection, "docket_law (rule, digest)")) {
        for (Map.Entry<String, String> entry : new TreeMap<>(digests).entrySet()) {
          copy.field(entry.getKey()).field(entry.getValue()).endRow();
        }
        copy.end();
      }
      return digests.size();
    });
  }

  @Override
  public List<Row> page(Query query) {
    List<Object> params = new ArrayList<>();
    String sql = SELECT + where(query, params) + order(query.show()) + " limit ?";
    params.add(query.limit());
    return client.sql(sql).params(params).query((row, _) -> row(row)).list();
  }

  @Override
  public long count(Query query, long atMost) {
    List<Object> params = new ArrayList<>();
    String sql =
        "select count(*) from (select from docket_deadline d where d.organisation = ?"
            + where(query, params)
            + " limit ?) found";
    params.add(atMost);
    return client.sql(sql).params(params).query(Long.class).single();
  }

  @Override
  public List<Long> weeks(OrganisationId organisation, LocalDate from, int weeks) {
    Long[] counts = new Long[weeks];
    Arrays.fill(counts, 0L);
    client
        .sql(
            """
            select (warn_by - ?::date) / 7 as week, count(*) as found from docket_deadline
            where organisation = ? and state = 'running' and warn_by >= ? and warn_by < ?
            group by week
            """)
        .params(from, organisation.number(), from, from.plusWeeks(weeks))
        .query((row, _) -> {
          counts[row.getInt("week")] = row.getLong("found");
          return row.getInt("week");
        })
        .list();
    return List.of(counts);
  }

  @Override
  public List<Kept> limits(OrganisationId organisation, LocalDate since) {
    return client
        .sql(
            """
            select rule, date_trunc('month', event_on)::date as month, count(*) as clocks,
              count(*) filter (where state = 'met' and done_on <= coalesce(due, warn_by)) as within,
              count(*) filter (where state = 'met' and done_on > coalesce(due, warn_by)) as late,
              count(*) filter (where state = 'running') as running,
              count(*) filter (where state = 'over') as over,
              percentile_disc(0.5) within group (order by done_on - event_on)
                filter (where state = 'met') as median,
              percentile_disc(0.9) within group (order by done_on - event_on)
                filter (where state = 'met') as ninety
            from docket_deadline
            where organisation = ? and kind in ('office-limit', 'service-target') and event_on >= ?
              and state in ('met', 'running', 'over')
            group by rule, month order by rule, month
            """)
        .params(organisation.number(), since)
        .query((row, _) ->
            new Kept(
                row.getString("rule"),
                row.getObject("month", LocalDate.class),
                row.getLong("clocks"),
                row.getLong("within"),
                row.getLong("late"),
                row.getLong("running"),
                row.getLong("over"),
                Optional.ofNullable(row.getObject("median", Integer.class)).map(Integer::longValue),
                Optional.ofNullable(row.getObject("ninety", Integer.class))
                    .map(Integer::longValue)))
        .list();
  }

  /// Where the rows lie; the index of each state has the same condition.
  private static String where(Query query, List<Object> params) {
    params.add(query.organisation().number());
    String day = day(query.show());
    StringBuilder sql =
        new StringBuilder(
            switch (query.show()) {
              case RUNNING -> " and d.state = 'running'";
              case MISSED -> " and d.state = 'missed' and not d.before_record";
            });
    query
        .until()
        .ifPresent(until -> {
          sql.append(" and ").append(day).append(" <= ?");
          params.add(until);
        });
    query
        .assigned()
        .ifPresent(person -> {
          sql.append(" and d.assigned = ?");
          params.add(person);
        });
    query
        .right()
        .ifPresent(right -> {
          sql.append(" and d.right_id = ?");
          params.add(right.number());
        });
    query
        .rule()
        .ifPresent(rule -> {
          sql.append(" and d.rule = ?");
          params.add(rule);
        });
    query
        .after()
        .ifPresent(after -> {
          sql.append(" and (").append(day).append(", d.right_id, d.key) > (?, ?, ?)");
          params.add(after.day());
          params.add(after.right().number());
          params.add(after.key());
        });
    return sql.toString();
  }

  private static String day(Show show) {
    return switch (show) {
      case RUNNING -> "d.warn_by";
      case MISSED -> "d.latest";
    };
  }

  private static String order(Show show) {
    return " order by " + day(show) + ", d.right_id, d.key";
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new RightId(row.getLong("right_id")),
        RightKind.parse(row.getString("right_kind")).orThrow(),
        row.getString("title"),
        row.getString("number"),
        row.getString("key"),
        row.getString("rule"),
        row.getString("kind"),
        row.getString("who"),
        row.getObject("event_on", LocalDate.class),
        Optional.ofNullable(row.getObject("due", LocalDate.class)),
        row.getObject("warn_by", LocalDate.class),
        row.getObject("latest", LocalDate.class),
        row.getString("status"),
        row.getString("state"),
        row.getInt("patent_year"),
        row.getString("assigned"));
  }

  @Override
  public List<Broken> broken(OrganisationId organisation, int limit) {
    return client
        .sql(
            """
            select u.*, r.title from docket_unanswered u join right_record r on r.id = u.right_id
            where u.organisation = ? order by u.right_id, u.rule limit ?
            """)
        .params(organisation.number(), limit)
        .query((row, _) ->
            new Broken(
                new RightId(row.getLong("right_id")),
                row.getString("title"),
                row.getString("rule"),
                row.getObject("event_on", LocalDate.class),
                row.getString("given"),
                row.getString("reason")))
        .list();
  }
}
