package org.zhiheng.store.postgres;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.values.OrganisationId;

/// The audit trail in PostgreSQL; a trigger refuses to change or remove an entry.
public final class PostgresAuditTrail implements AuditTrail {

  private final Database database;

  /// Over this database.
  public PostgresAuditTrail(Database database) {
    this.database = database;
  }

  @Override
  public void keep(Entry entry) {
    database
        .client()
        .sql(
            """
            insert into audit (at, organisation, who, action, subject, detail)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            entry.at().atOffset(ZoneOffset.UTC),
            entry.organisation().number(),
            entry.who(),
            entry.action(),
            entry.subject(),
            entry.detail())
        .update();
  }

  @Override
  public List<Kept> page(OrganisationId organisation, Optional<Long> before, int limit) {
    return database
        .client()
        .sql(
            """
            select number, at, who, action, subject, detail from audit
            where organisation = ? and number < ? order by number desc limit ?
            """)
        .params(organisation.number(), before.orElse(Long.MAX_VALUE), limit)
        .query((row, _) ->
            new Kept(
                row.getLong(1),
                new Entry(
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    organisation,
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6))))
        .list();
  }
}
