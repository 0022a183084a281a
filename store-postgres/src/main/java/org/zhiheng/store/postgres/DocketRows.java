package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.Docket;
import org.zhiheng.jobs.administer.State;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;

/// The rows of a batch of dockets, written so that a row which says what it said before is not
/// touched: after a change of one rule most rows of a right stay as they are, and every row that is
/// written costs its place in four indexes.
final class DocketRows {

  private static final String COLUMNS =
      " (right_id, key, organisation, rule, kind, who, event_on, due, warn_by, latest, status,"
          + " state, done_on, before_record, parent, patent_year, assigned)";

  private DocketRows() {}

  /// A right that is counted.
  record Head(long right, long organisation, RightKind kind, Office office) {}

  /// What a right came to.
  record Reckoned(Head head, Docket docket, Map<String, String> assigned) {}

  /// Makes the rows of these rights what was reckoned.
  static void write(Connection connection, Collection<Long> rights, List<Reckoned> reckoned)
      throws SQLException {
    if (!any(connection, rights)) {
      copy(connection, "docket_deadline", reckoned);
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create temp table if not exists docket_fresh (like docket_deadline including defaults)"
              + " on commit delete rows");
    }
    copy(connection, "docket_fresh", reckoned);
    // `except` takes two nulls for the same, as no comparison of columns does
    run(
        connection,
        """
        delete from docket_deadline where (right_id, key) in (
          select right_id, key from (
            select * from docket_deadline where right_id = any(?)
            except select * from docket_fresh) gone)
        """,
        rights);
    run(
        connection,
        """
        insert into docket_deadline
          select * from docket_fresh
          except select * from docket_deadline where right_id = any(?)
        """,
        rights);
  }

  private static boolean any(Connection connection, Collection<Long> rights) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select exists (select from docket_deadline where right_id = any(?))")) {
      statement.setArray(1, connection.createArrayOf("bigint", rights.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static void run(Connection connection, String sql, Collection<Long> rights)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("bigint", rights.toArray()));
      statement.executeUpdate();
    }
  }

  private static void copy(Connection connection, String table, List<Reckoned> reckoned)
      throws SQLException {
    try (CopyText copy = CopyText.into(connection, table + COLUMNS)) {
      for (Reckoned one : reckoned) {
        for (Deadline deadline : one.docket().deadlines()) {
          copy.field(one.head().right())
              .field(deadline.key())
              .field(one.head().organisation())
              .field(deadline.question().rule())
              .field(deadline.answer().kind().toString())
              .field(deadline.who())
              .field(deadline.question().event().toString())
              .field(deadline.answer().due())
              .field(deadline.answer().warnBy().toString())
              .field(deadline.answer().latestArguable().toString())
              .field(deadline.answer().status().toString())
              .field(deadline.state().code())
              .field(doneOn(deadline.state()))
              .field(Boolean.toString(deadline.beforeRecord()))
              .field(deadline.parent().orElse(""))
              .field(deadline.patentYear().orElse(0))
              .field(one.assigned().getOrDefault(deadline.key(), ""))
              .endRow();
        }
      }
      copy.end();
    }
  }

  private static Optional<LocalDate> doneOn(State state) {
    return switch (state) {
      case State.Met met -> Optional.of(met.on());
      case State.Missed missed -> missed.doneOn();
      case State.Ended ended -> Optional.of(ended.on());
      case State.Running _, State.Over _, State.Settled _, State.Closed _ -> Optional.empty();
    };
  }
}
