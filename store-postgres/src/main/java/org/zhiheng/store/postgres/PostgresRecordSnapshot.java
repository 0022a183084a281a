package org.zhiheng.store.postgres;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.zhiheng.jobs.backup.RecordSnapshot;

/// The record of one moment: a repeatable-read transaction, a table a part in COPY's text form, and
/// the sequences as lines `name value`.
///
/// The embedded server comes without `pg_dump`, and a table a member can be looked at. Sequences
/// stand outside of transactions: they are read last, so they are never behind the rows.
public final class PostgresRecordSnapshot implements RecordSnapshot {

  /// The part that holds the sequences.
  static final String SEQUENCES = "sequences";

  private final Connection connection;
  private final String schema;
  private final String version;
  private final List<String> tables;

  private PostgresRecordSnapshot(
      Connection connection, String schema, String version, List<String> tables) {
    this.connection = connection;
    this.schema = schema;
    this.version = version;
    this.tables = tables;
  }

  /// Takes it; one connection of the pool is held until it is closed.
  ///
  /// @throws IOException when the database fails
  public static PostgresRecordSnapshot of(Database database) throws IOException {
    try {
      Connection connection = database.connections().getConnection();
      boolean taken = false;
      try {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        // the first question fixes the moment
        String version = version(connection);
        PostgresRecordSnapshot snapshot =
            new PostgresRecordSnapshot(
                connection,
                database.schema(),
                version,
                TableOrder.of(connection, database.schema()));
        taken = true;
        return snapshot;
      } finally {
        if (!taken) {
          connection.close();
        }
      }
    } catch (SQLException failed) {
      throw new IOException("the record could not be read: " + failed.getMessage(), failed);
    }
  }

  private static String version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select max(version::int) from " + Migrations.HISTORY + " where success")) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public List<String> parts() {
    List<String> parts = new ArrayList<>(tables);
    parts.add(SEQUENCES);
    return parts;
  }

  @Override
  public long write(String part, OutputStream out) throws IOException {
    try {
      if (part.equals(SEQUENCES)) {
        return sequences(out);
      }
      if (!tables.contains(part)) {
        throw new IllegalArgumentException("the record has no part " + part);
      }
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy "
                  + schema
                  + "."
                  + part
                  + " ("
                  + TableOrder.columns(connection, schema, part)
                  + ") to stdout",
              out);
    } catch (SQLException failed) {
      throw new IOException(part + " could not be read: " + failed.getMessage(), failed);
    }
  }

  private long sequences(OutputStream out) throws IOException, SQLException {
    long count = 0;
    BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sequencename, last_value from pg_sequences where schemaname = '"
                    + schema
                    + "' and last_value is not null order by sequencename")) {
      while (row.next()) {
        lines.write(row.getString(1) + " " + row.getLong(2) + "\n");
        count++;
      }
    }
    lines.flush();
    return count;
  }

  @Override
  public void close() throws IOException {
    try (Connection held = connection) {
      held.rollback();
    } catch (SQLException failed) {
      throw new IOException("the record could not be let go", failed);
    }
  }
}
