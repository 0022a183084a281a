package org.zhiheng.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiheng.store.postgres.engine.Address;
import org.zhiheng.store.postgres.engine.Engine;

/// An open database of a workspace, brought to the newest form, with a small pool of connections.
///
/// Embedded in the workspace, or a server of one's own. The first to open an embedded one starts
/// it, the last to close it stops it; each keeps one connection of its own open to show that it is
/// there, and import runs are claimed on that connection: a process that dies lets go of both.
public final class Database implements AutoCloseable {

  /// The schema of the register.
  public static final String SCHEMA = "zhiheng";

  /// Connections of one process: enough for the threads of a small server, few for the database.
  private static final int POOL_MAX = 10;

  /// Each try meets what the one before waited for; more than a few means something else is wrong.
  private static final int UNIT_TRIES_MAX = 8;

  /// A database that takes longer is too busy to work with.
  private static final int ANSWER_SECONDS_MAX = 3;

  private static final String PRESENCE = "zhiheng-presence";

  private final Optional<Engine> engine;
  private final Address address;
  private final String schema;
  private final Connection presence;
  private final HikariDataSource pool;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  private final AtomicBoolean closed = new AtomicBoolean();

  /// Locks this process has; guarded by `presence`.
  private final Set<String> held = new HashSet<>();

  private Database(
      Optional<Engine> engine,
      Address address,
      String schema,
      Connection presence,
      HikariDataSource pool) {
    this.engine = engine;
    this.address = address;
    this.schema = schema;
    this.presence = presence;
    this.pool = pool;
    this.jdbc = new JdbcTemplate(pool);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /// Opens the database of a workspace.
  ///
  /// @param home the workspace's folder, made where it is missing
  /// @param externalUrl what `ZHIHENG_DATABASE_URL` holds; empty for the embedded server
  /// @throws IOException when the embedded server does not start or nothing answers
  /// @throws org.zhiheng.values.ProblemsException with `database-url` when the address does not
  ///   read; with `record-newer` when a newer release was here
  public static Database open(Path home, Optional<String> externalUrl) throws IOException {
    return openSchema(home, externalUrl, SCHEMA);
  }

  /// Opens a schema of its own, for tests and trials that must not meet.
  ///
  /// @param schema lower-case letters, digits, `_`
  /// @throws IOException as [#open]
  public static Database openSchema(Path home, Optional<String> externalUrl, String schema)
      throws IOException {
    return opened(home, externalUrl, schema, MigrationVersion.LATEST);
  }

  /// Opens a schema as it was in an older form, or makes it in that form: for records of that form
  /// that are put back.
  ///
  /// @param version the number of its newest migration
  /// @throws IOException as [#open]
  static Database openAt(Path home, Optional<String> externalUrl, String schema, String version)
      throws IOException {
    return opened(home, externalUrl, schema, MigrationVersion.fromVersion(version));
  }

  /// Opens the register's schema in whatever form it is, or where it is not: to look at it.
  ///
  /// @throws IOException as [#open]
  public static Database openAsItIs(Path home, Optional<String> externalUrl) throws IOException {
    return opened(home, externalUrl, SCHEMA, MigrationVersion.EMPTY);
  }

  private static Database opened(
      Path home, Optional<String> externalUrl, String schema, MigrationVersion target)
      throws IOException {
    if (!schema.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("schema must be lower case: " + schema);
    }
    if (externalUrl.isPresent()) {
      Address address = Address.parse(externalUrl.get()).orThrow();
      return opened(Optional.empty(), address, schema, connect(address), target);
    }
    Engine engine = Engine.of(home);
    Started started = engine.up(address -> new Started(address, connect(address)));
    return opened(Optional.of(engine), started.address(), schema, started.presence(), target);
  }

  private record Started(Address address, Connection presence) {}

  private static Database opened(
      Optional<Engine> engine,
      Address address,
      String schema,
      Connection presence,
      MigrationVersion target)
      throws IOException {
    HikariDataSource pool = new HikariDataSource(config(address, schema));
    Database database = new Database(engine, address, schema, presence, pool);
    boolean done = false;
    try {
      if (!target.equals(MigrationVersion.EMPTY)) {
        Migrations.made(pool, schema, target);
      }
      done = true;
      return database;
    } finally {
      if (!done) {
        database.close();
      }
    }
  }

  private static HikariConfig config(Address address, String schema) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.jdbcUrl());
    config.setPoolName("zhiheng");
    config.setMaximumPoolSize(POOL_MAX);
    config.setMinimumIdle(1);
    if (!address.user().isEmpty()) {
      config.setUsername(address.user());
      config.setPassword(address.password());
    }
    config.addDataSourceProperty("currentSchema", schema);
    config.addDataSourceProperty("ApplicationName", "zhiheng");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    // what a message repeats of a row would stand in logs
    config.addDataSourceProperty("logServerErrorDetail", "false");
    // questions differ from one another: a plan that was made for one is wrong for the next
    config.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
    return config;
  }

  private static Connection connect(Address address) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", PRESENCE);
    if (!address.user().isEmpty()) {
      properties.setProperty("user", address.user());
      properties.setProperty("password", address.password());
    }
    try {
      return DriverManager.getConnection(address.jdbcUrl(), properties);
    } catch (SQLException refused) {
      throw new IOException("cannot connect to " + address + ": " + refused.getMessage(), refused);
    }
  }

  /// The process of the database that comes along; none for another's.
  ///
  /// @throws IOException when it cannot be looked for
  public Optional<ProcessHandle> process() throws IOException {
    return engine.isPresent() ? engine.get().process() : Optional.empty();
  }

  /// The connections, for checks and measurements from outside; the ports are the way in.
  public DataSource connections() {
    return pool;
  }

  /// A question to a database.
  ///
  /// @param <T> what it gives
  @FunctionalInterface
  public interface Question<T> {
    /// Asks.
    ///
    /// @throws IOException as what is asked beside the database may
    T ask() throws IOException;
  }

  /// Asks, for callers to whom a database that fails is the world that fails.
  ///
  /// @throws IOException when the database fails, or as the question
  public static <T> T asked(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (DataAccessException failed) {
      throw new IOException("the database failed: " + failed.getMessage(), failed);
    }
  }

  /// Connections of this process that are in use now.
  public int connectionsInUse() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  /// Whether the database answers a question within [#ANSWER_SECONDS_MAX].
  public boolean answers() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(ANSWER_SECONDS_MAX);
    } catch (SQLException _) {
      return false;
    }
  }

  /// Plain JDBC over the pool.
  JdbcTemplate jdbc() {
    return jdbc;
  }

  /// A fluent client.
  public JdbcClient client() {
    return JdbcClient.create(jdbc);
  }

  /// One transaction at read committed.
  public TransactionTemplate transaction() {
    return transaction;
  }

  /// Does the work in one transaction, and once more when another transaction came between: the
  /// same number entered twice, two that wait for each other.
  <T> T unit(Work<T> work) {
    org.springframework.dao.DataAccessException last =
        new org.springframework.dao.CannotAcquireLockException("not tried");
    for (int tries = 0; tries < UNIT_TRIES_MAX; tries++) {
      try {
        return Objects.requireNonNull(
            transaction.execute(_ -> jdbc.execute((ConnectionCallback<T>) work::on)));
      } catch (DuplicateKeyException | PessimisticLockingFailureException between) {
        last = between;
      }
    }
    throw last;
  }

  /// What is done in a transaction.
  interface Work<T> {
    /// Does it on this connection.
    T on(Connection connection) throws SQLException;
  }

  /// The schema's name, part of the names of advisory locks.
  String schema() {
    return schema;
  }

  /// Takes a lock that ends with this process; false when another process or thread has it.
  boolean claim(String what) {
    synchronized (presence) { // a session may take its own lock again: seen to here
      if (held.contains(what)
          || !onPresence("select pg_try_advisory_lock(hashtextextended(?, 0))", what)) {
        return false;
      }
      held.add(what);
      return true;
    }
  }

  /// Whether some process has the lock.
  boolean claimed(String what) {
    // looked for, not taken and given back: another's claim in between would fail
    return onPresence(
        """
        select exists (
          select from pg_locks, hashtextextended(?, 0) h
          where locktype = 'advisory' and granted and objsubid = 1
            and ((classid::bigint << 32) | objid::bigint) = h
            and database = (select oid from pg_database where datname = current_database()))
        """,
        what);
  }

  /// Lets a lock go.
  void release(String what) {
    synchronized (presence) {
      if (held.remove(what)) {
        onPresence("select pg_advisory_unlock(hashtextextended(?, 0))", what);
      }
    }
  }

  private boolean onPresence(String sql, String what) {
    synchronized (presence) {
      try (PreparedStatement statement = presence.prepareStatement(sql)) {
        statement.setString(1, schema + "/" + what);
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          return row.getBoolean(1);
        }
      } catch (SQLException failed) {
        throw new org.springframework.jdbc.UncategorizedSQLException("claim", sql, failed);
      }
    }
  }

  /// Removes the schema and all in it, then closes: for tests and trials.
  ///
  /// @throws IOException as [#close]
  /// @throws IllegalStateException when it is the register's own
  public void dropSchema() throws IOException {
    if (schema.equals(SCHEMA)) {
      throw new IllegalStateException("the register's schema is never dropped");
    }
    jdbc.execute("drop schema " + schema + " cascade");
    close();
  }

  /// Closes the pool; the last one stops the embedded server.
  ///
  /// @throws IOException when the embedded server does not stop
  @Override
  public void close() throws IOException {
    if (closed.getAndSet(true)) {
      return;
    }
    pool.close();
    try (Connection _ = presence) {
      if (engine.isPresent()) {
        engine.get().down(this::othersConnected);
      }
    } catch (SQLException failed) {
      throw new IOException("closing " + address, failed);
    }
  }

  // asked under the start lock; our own presence goes first, so that a smart shutdown has only
  // sessions to wait for that are ending
  private boolean othersConnected() throws IOException {
    synchronized (presence) {
      try (Statement statement = presence.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "select exists (select from pg_stat_activity where application_name = '"
                      + PRESENCE
                      + "' and pid <> pg_backend_pid())")) {
        row.next();
        boolean others = row.getBoolean(1);
        presence.close();
        return others;
      } catch (SQLException lost) {
        throw new IOException("the connection to " + address + " was lost", lost);
      }
    }
  }
}
