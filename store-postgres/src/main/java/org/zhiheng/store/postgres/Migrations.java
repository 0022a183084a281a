package org.zhiheng.store.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

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
        .load();
  }

  /// The newest that this program knows.
  static int newest(DataSource source, String schema) {
    int newest = 0;
    for (org.flywaydb.core.api.MigrationInfo one :
        of(source, schema, MigrationVersion.LATEST).info().all()) {
      if (one.isVersioned() && !one.getPhysicalLocation().isEmpty()) {
        newest = Math.max(newest, one.getVersion().getMajor().intValueExact());
      }
    }
    return newest;
  }
}
