package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.store.postgres.search.Grams;
import org.zhiheng.store.postgres.search.Spelling;
import org.zhiheng.values.RightId;

/// Finds rows in the order of lists: latest notice first, then highest id.
///
/// A question is asked in two ways. What is common is found by walking the order index and looking
/// at each row: a page fills after few of them. What is rare, such a walk would go through
/// everything for: after [#WALK_ROWS] rows the search index is asked for all rows at once, which
/// are then few enough to sort. Beginnings of numbers may be shared by many rows that a walk meets
/// late; the index of numbers knows their order. All look at each row's own text, so all give the
/// same rows.
final class RightSearch {

  /// Rows that are walked before the index is asked. Terms in one row of 200 fill a page of 50
  /// within it; of rarer ones the index gives at most some thousand rows of a million.
  static final int WALK_ROWS = 10_000;

  /// Matches of a walk from which on counting and exporting go on walking: one row in 50.
  private static final int COMMON_ROWS = WALK_ROWS / 50;

  /// Numbers that are asked for to have one row: an application's and a publication's may begin
  /// alike.
  private static final int NUMBERS_PER_ROW = 4;

  /// Rows fetched at a time when all are handed over.
  private static final int FETCH_ROWS = 1_000;

  private static final String COLUMNS =
      "r.id, r.kind, r.office, r.title, r.number, r.stage, r.holder, r.region, r.main_class,"
          + " r.filed_on, r.noticed_on";

  private static final String ORDER = " order by r.noticed_on desc, r.id desc";

  // an expression that no index knows: all candidates are fetched, then sorted
  private static final String SORT = " order by r.noticed_on + 0 desc, r.id + 0 desc";

  private final Connection connection;
  private final RightQuery query;
  private final Conditions conditions;

  /// @param group the query's party and those merged into it
  RightSearch(Connection connection, RightQuery query, List<Long> group) {
    this.connection = connection;
    this.query = query;
    this.conditions = Conditions.of(query, group);
  }

  /// The first rows, at most this many.
  List<RightRow> first(int rowsMax) throws SQLException {
    if (query.scope() == RightQuery.Scope.SHARED) {
      return rows(shared(COLUMNS), rowsMax);
    }
    if (conditions.candidates().isEmpty()) {
      return rows(walk(COLUMNS, Long.MAX_VALUE), rowsMax);
    }
    if (query.party().isEmpty()) {
      List<RightRow> walked = rows(walk(COLUMNS, WALK_ROWS), rowsMax);
      if (walked.size() == rowsMax) {
        return walked;
      }
    }
    if (conditions.number().isPresent()) {
      Optional<List<RightRow>> newest = newest(conditions.number().get(), rowsMax);
      if (newest.isPresent()) {
        return newest.get();
      }
    }
    return rows(asked(COLUMNS, SORT), rowsMax);
  }

  /// How many there are, counted up to this.
  long count(long atMost) throws SQLException {
    if (query.scope() == RightQuery.Scope.SHARED) {
      return counted(shared("1"), atMost);
    }
    if (conditions.candidates().isEmpty()) {
      return counted(walk("1", Long.MAX_VALUE), atMost);
    }
    if (common()) {
      return counted(walk("1", Long.MAX_VALUE), atMost);
    }
    return counted(asked("1", ""), atMost);
  }

  /// Hands all rows over.
  void each(Consumer<RightRow> consumer) throws SQLException {
    Conditions.Sql sql;
    if (query.scope() == RightQuery.Scope.SHARED) {
      sql = shared(COLUMNS);
    } else if (conditions.candidates().isEmpty() || common()) {
      sql = walk(COLUMNS, Long.MAX_VALUE);
    } else {
      sql = asked(COLUMNS, SORT);
    }
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      fill(statement, sql.parameters());
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          consumer.accept(row(row));
        }
      }
    }
  }

  // whether a walk meets so many that going on is cheaper than fetching and sorting
  private boolean common() throws SQLException {
    return query.party().isEmpty() && counted(walk("1", WALK_ROWS), COMMON_ROWS) == COMMON_ROWS;
  }

  // the first rows by the index of numbers alone, which knows the order of lists; nothing when
  // rights with several such numbers took the places of others
  private Optional<List<RightRow>> newest(Conditions.Numbered number, int rowsMax)
      throws SQLException {
    int numbersMax = rowsMax * NUMBERS_PER_ROW;
    List<Object> parameters = new ArrayList<>();
    StringBuilder text = new StringBuilder("select right_id from (");
    numbers("n.spelling like ?", List.of(number.beginning() + "%"), numbersMax, text, parameters);
    Optional<String> without = Spelling.withoutOffice(number.beginning());
    if (without.isPresent()) {
      String office = number.beginning().substring(0, Spelling.OFFICE_LENGTH);
      text.append(" union all ");
      List<Object> values = List.of(without.get() + "%", office);
      numbers("n.spelling like ? and n.office = ?", values, numbersMax, text, parameters);
    }
    text.append(") numbers");
    List<Long> ids = ids(new Conditions.Sql(text.toString(), parameters));
    List<Object> all = new ArrayList<>();
    all.add(ids.toArray(Long[]::new));
    all.add(Grams.sought(number.runs()));
    all.addAll(conditions.range().parameters());
    all.addAll(conditions.where().parameters());
    List<RightRow> rows =
        rows(
            new Conditions.Sql(
                "select "
                    + COLUMNS
                    + " from right_record r where r.id in (select unnest(?::bigint[])"
                    + " union all select id from right_record where grams @> ?) and "
                    + conditions
                        .range()
                        .text()
                        .replace("r.organisation = ?", "r.organisation + 0 = ?")
                    + " and "
                    + conditions.where().text()
                    + SORT,
                all),
            rowsMax);
    return rows.size() == rowsMax || ids.size() < numbersMax ? Optional.of(rows) : Optional.empty();
  }

  // the numbers of the range that meet the condition, in the order of lists
  private void numbers(
      String condition,
      List<Object> values,
      int numbersMax,
      StringBuilder text,
      List<Object> parameters) {
    text.append("(select n.right_id from right_number n where ")
        .append(
            conditions
                .range()
                .text()
                .replace("r.id", "n.right_id")
                .replace("r.noticed_on", "n.noticed_on")
                .replace("r.organisation", "n.organisation"))
        .append(" and ")
        .append(condition)
        .append(" order by n.noticed_on desc, n.right_id desc limit ?)");
    parameters.addAll(conditions.range().parameters());
    parameters.addAll(values);
    parameters.add((long) numbersMax);
  }

  private List<Long> ids(Conditions.Sql sql) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      fill(statement, sql.parameters());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }

  private Conditions.Sql walk(String columns, long rowsMax) {
    List<Object> parameters = new ArrayList<>(conditions.range().parameters());
    if (rowsMax == Long.MAX_VALUE) {
      parameters.addAll(conditions.where().parameters());
      return new Conditions.Sql(
          "select "
              + columns
              + " from right_record r where "
              + conditions.range().text()
              + " and "
              + conditions.where().text()
              + ORDER,
          parameters);
    }
    parameters.add(rowsMax);
    parameters.addAll(conditions.where().parameters());
    return new Conditions.Sql(
        "select "
            + columns
            + " from (select * from right_record r where "
            + conditions.range().text()
            + ORDER
            + " limit ?) r where "
            + conditions.where().text()
            + ORDER,
        parameters);
  }

  private Conditions.Sql asked(String columns, String order) {
    Conditions.Sql candidates = conditions.candidates().orElseThrow();
    List<Object> parameters = new ArrayList<>(candidates.parameters());
    parameters.addAll(conditions.range().parameters());
    parameters.addAll(conditions.where().parameters());
    return new Conditions.Sql(
        "select "
            + columns
            + " from right_record r where "
            + candidates.text()
            + " and "
            // not by the order index: the candidates lead
            + conditions.range().text().replace("r.organisation = ?", "r.organisation + 0 = ?")
            + " and "
            + conditions.where().text()
            + order,
        parameters);
  }

  private Conditions.Sql shared(String columns) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(query.viewer().number());
    List<Object> range = conditions.range().parameters();
    parameters.addAll(range.subList(1, range.size()));
    parameters.addAll(conditions.where().parameters());
    return new Conditions.Sql(
        "select "
            + columns
            + " from right_share s join right_record r on r.id = s.right_id where s.viewer = ?"
            + conditions.range().text().replace("r.organisation = ?", "")
            + " and "
            + conditions.where().text()
            + SORT,
        parameters);
  }

  private List<RightRow> rows(Conditions.Sql sql, int rowsMax) throws SQLException {
    List<RightRow> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.text() + " limit ?")) {
      fill(statement, sql.parameters());
      statement.setInt(sql.parameters().size() + 1, rowsMax);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
    }
    return rows;
  }

  private long counted(Conditions.Sql sql, long atMost) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select count(*) from (" + sql.text() + " limit ?) counted")) {
      fill(statement, sql.parameters());
      statement.setLong(sql.parameters().size() + 1, atMost);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void fill(PreparedStatement statement, List<Object> parameters) throws SQLException {
    int at = 1;
    for (Object parameter : parameters) {
      if (parameter instanceof Long[] ids) {
        statement.setArray(at++, connection.createArrayOf("bigint", ids));
      } else {
        statement.setObject(at++, parameter);
      }
    }
  }

  private static RightRow row(ResultSet row) throws SQLException {
    return new RightRow(
        new RightId(row.getLong(1)),
        RightKind.parse(row.getString(2)).orThrow(),
        new Office(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        Optional.ofNullable(row.getObject(10, LocalDate.class)),
        row.getObject(11, LocalDate.class));
  }
}
