package org.zhiheng.store.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.zhiheng.jobs.backup.RecordSnapshot;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Puts a record back as [PostgresRecordSnapshot] wrote it: the schema is made in the form that the
/// record had, filled, and brought to the newest form when it is opened next.
///
/// @param home the workspace's folder
/// @param externalUrl as in [Database#open]
/// @param schema usually [Database#SCHEMA]
public record PostgresRecordPut(Path home, Optional<String> externalUrl, String schema)
    implements RecordSnapshot.Put {

  /// Into the register's own schema.
  public PostgresRecordPut(Path home, Optional<String> externalUrl) {
    this(home, externalUrl, Database.SCHEMA);
  }

  @Override
  public void put(String version, List<RecordSnapshot.Part> parts) throws IOException {
    try (Database database = Database.openAt(home, externalUrl, schema, version);
        Connection connection = database.connections().getConnection()) {
      int newest = Migrations.newest(database.connections(), schema);
      if (Integer.parseInt(version) > newest) {
        throw new ProblemsException(
            Problem.of(
                "backup-newer",
                "",
                version,
                "The record is of form " + version + "; this release knows up to " + newest + "."));
      }
      List<String> tables = TableOrder.of(connection, schema);
      refuseUnlessEmpty(connection, tables);
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        fill(connection, tables, parts);
        connection.commit();
        done = true;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException failed) {
      throw new IOException("the record was not put back: " + failed.getMessage(), failed);
    }
  }

  private void refuseUnlessEmpty(Connection connection, List<String> tables) throws SQLException {
    for (String table : List.of("organisation", "account", "event", "evidence", "audit")) {
      if (tables.contains(table)
          && number(connection, "select count(*) from (select from " + name(table) + " limit 1) x")
              > 0) {
        throw new ProblemsException(
            Problem.of(
                "workspace-not-empty",
                "",
                table,
                "A backup is put into an empty database, and this one holds records."));
      }
    }
  }

  private void fill(Connection connection, List<String> tables, List<RecordSnapshot.Part> parts)
      throws SQLException, IOException {
    // what follows from rows was taken along as rows: nothing is to follow a second time
    each(connection, tables, "alter table %s disable trigger user");
    each(connection, tables.reversed(), "delete from %s");
    for (RecordSnapshot.Part part : parts) {
      long rows;
      try (InputStream in = part.opened().open()) {
        if (part.name().equals(PostgresRecordSnapshot.SEQUENCES)) {
          rows = sequences(connection, in);
        } else if (tables.contains(part.name())) {
          rows = copy(connection, part.name(), in);
        } else {
          throw refused(part.name(), "This record has no such table.");
        }
      }
      if (rows != part.rows()) {
        throw refused(
            part.name(), "It holds " + rows + " rows, and " + part.rows() + " were counted.");
      }
    }
    execute(connection, "set constraints all immediate");
    each(connection, tables, "alter table %s enable trigger user");
  }

  private long copy(Connection connection, String table, InputStream in)
      throws SQLException, IOException {
    return connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy "
                + name(table)
                + " ("
                + TableOrder.columns(connection, schema, table)
                + ") from stdin",
            in);
  }

  private long sequences(Connection connection, InputStream in) throws SQLException, IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long count = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.matches("[a-z_][a-z0-9_]{0,62} [0-9]{1,18}")) {
        throw refused(PostgresRecordSnapshot.SEQUENCES, "It holds a line that is none: " + line);
      }
      int space = line.indexOf(' ');
      try (PreparedStatement statement =
          connection.prepareStatement("select setval(?::regclass, ?)")) {
        statement.setString(1, name(line.substring(0, space)));
        statement.setLong(2, Long.parseLong(line.substring(space + 1)));
        statement.execute();
      }
      count++;
    }
    return count;
  }

  private static ProblemsException refused(String part, String reason) {
    return new ProblemsException(Problem.of("backup-member", "record/" + part, "", reason));
  }

  private String name(String table) {
    return schema + "." + table;
  }

  private void each(Connection connection, List<String> tables, String what) throws SQLException {
    for (String table : tables) {
      execute(connection, what.replace("%s", name(table)));
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        java.sql.ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
