package org.zhiheng.bench.marks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.store.postgres.Database;

/// PostgreSQL's `pg_trgm`: `%` with a GIN index, or the nearest by `<->` with a GiST index.
public final class TrigramPeer implements Peer {

  private static final String SCHEMA = "bench_marks";
  private static final int BATCH = 5_000;

  private final Connection connection;
  private final PreparedStatement statement;
  private final String title;
  private final boolean twice;

  private TrigramPeer(Connection connection, String title, String sql, boolean twice)
      throws SQLException {
    this.connection = connection;
    this.title = title;
    this.statement = connection.prepareStatement(sql);
    this.twice = twice;
  }

  /// Opens the database in this workspace.
  ///
  /// @throws IOException when it does not start
  public static Database database(Path home) throws IOException {
    return Database.openSchema(
        home, Optional.ofNullable(System.getenv("ZHIHENG_DATABASE_URL")), SCHEMA);
  }

  /// Fills the table and builds both indexes.
  ///
  /// @throws SQLException when something is refused
  public static void build(Database database, MarkNames names, long count) throws SQLException {
    try (Connection connection = database.connections().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists pg_trgm");
      statement.execute("drop table if exists mark_name");
      statement.execute("create unlogged table mark_name (name text not null)");
      try (PreparedStatement insert =
          connection.prepareStatement("insert into mark_name values (?)")) {
        for (long number = 0; number < count; number++) {
          insert.setString(1, names.name(number));
          insert.addBatch();
          if (number % BATCH == BATCH - 1) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      statement.execute("set maintenance_work_mem = '512MB'");
      statement.execute("create index on mark_name using gin (name gin_trgm_ops)");
      statement.execute("create index on mark_name using gist (name gist_trgm_ops(siglen=32))");
      statement.execute("vacuum analyze mark_name");
    }
  }

  /// Names over the usual threshold of .3, by the GIN index.
  ///
  /// @throws SQLException when something is refused
  public static TrigramPeer like(Database database) throws SQLException {
    Connection connection = single(database);
    return new TrigramPeer(
        connection,
        "pg_trgm % (GIN)",
        "select name from mark_name where name % ? order by similarity(name, ?) desc limit ?",
        true);
  }

  /// The nearest names, by the GiST index.
  ///
  /// @throws SQLException when something is refused
  public static TrigramPeer nearest(Database database) throws SQLException {
    return new TrigramPeer(
        single(database),
        "pg_trgm <-> (GiST)",
        "select name from mark_name order by name <-> ? limit ?",
        false);
  }

  private static Connection single(Database database) throws SQLException {
    Connection connection = database.connections().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set max_parallel_workers_per_gather = 0");
    }
    return connection;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<String> find(String asked, int most) throws SQLException {
    statement.setString(1, asked);
    if (twice) {
      statement.setString(2, asked);
    }
    statement.setInt(twice ? 3 : 2, most);
    List<String> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
