package org.zhiheng.store.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// The forms that the record went through, each a migration of the one before.
final class Migrations {

  private static final String PLACE = "classpath:org/zhiheng/store/postgres/migration";

  /// Where it is written down which were made.
  static final String HISTORY = "flyway_schema_history";

  private Migrations() {}

  /// Those of this schema, up to one.
  static Flyway of(DataSource source, String schema, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(source)
        .schemas(schema)
        .defaultSchema(schema)
        .locations(PLACE)
        .target(target)
        // by itself it would let a record be opened that a newer release was in
        .ignoreMigrationPatterns(new String[0])
        .load();
  }

  /// Brings a record to a form.
  ///
  /// @throws ProblemsException with `record-newer` when a newer release brought it to a form that
  ///   this one does not know: it would be read wrongly, and what is written to it might not fit
  static void made(DataSource source, String schema, MigrationVersion target) {
    try {
      of(source, schema, target).migrate();
    } catch (FlywayValidateException invalid) {
      refuseNewer(source, schema);
      throw invalid;
    }
  }

  private static void refuseNewer(DataSource source, String schema) {
    for (MigrationInfo one : of(source, schema, MigrationVersion.LATEST).info().applied()) {
      if (one.getState() == MigrationState.FUTURE_SUCCESS
          || one.getState() == MigrationState.FUTURE_FAILED) {
        throw new ProblemsException(
            Problem.of(
                "record-newer",
                "",
                one.getVersion().toString(),
                "The record is of a newer form than this release knows, "
                    + newest(source, schema)
                    + ": start the release that was here, or restore a backup with this one."));
      }
    }
  }

  /// The newest that this program knows.
  static int newest(DataSource source, String schema) {
    int newest = 0;
    for (MigrationInfo one : of(source, schema, MigrationVersion.LATEST).info().all()) {
      if (one.isVersioned() && !one.getPhysicalLocation().isEmpty()) {
        newest = Math.max(newest, one.getVersion().getMajor().intValueExact());
      }
    }
    return newest;
  }
}
