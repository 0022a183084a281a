package org.zhiheng.store.postgres;

import java.time.Instant;
import java.util.Optional;

/// In which form a record is, and whether this release reads it.
///
/// @param server the server's release as PostgreSQL numbers it, `180000`
/// @param there the newest migration that was made; 0 for none
/// @param known the newest that this release knows
/// @param failed whether one was begun and did not succeed
public record RecordForm(int server, int there, int known, boolean failed) {

  /// Looks; nothing is changed.
  public static RecordForm of(Database database) {
    int server =
        database
            .client()
            .sql("select current_setting('server_version_num')::int")
            .query(Integer.class)
            .single();
    int known = Migrations.newest(database.connections(), database.schema());
    boolean written =
        database
            .client()
            .sql("select to_regclass(?) is not null")
            .param(database.schema() + "." + Migrations.HISTORY)
            .query(Boolean.class)
            .single();
    return written
        ? new RecordForm(
            server,
            number(database, "coalesce(max(version::int) filter (where success), 0)"),
            known,
            number(database, "count(*) filter (where not success)") > 0)
        : new RecordForm(server, 0, known, false);
  }

  private static int number(Database database, String what) {
    return database
        .client()
        .sql("select " + what + " from " + database.schema() + "." + Migrations.HISTORY)
        .query(Integer.class)
        .single();
  }

  /// What time the database has.
  public static Instant now(Database database) {
    return database
        .client()
        .sql("select now()")
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .single();
  }

  /// When something was recorded last, by the clock of whoever recorded it.
  public Optional<Instant> lastEntry(Database database) {
    return database
        .client()
        .sql(
            "select greatest((select max(at) from audit where number > (select max(number) - 1000"
                + " from audit)), (select max(at) from evidence where id > (select max(id) - 1000"
                + " from evidence)))")
        .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(at -> at.toInstant()))
        .single();
  }
}
