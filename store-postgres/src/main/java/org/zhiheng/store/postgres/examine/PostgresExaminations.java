package org.zhiheng.store.postgres.examine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Kept examinations, a row each; a trigger refuses to change them.
public final class PostgresExaminations implements Examinations {

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresExaminations(Database database) {
    this.client = database.client();
  }

  @Override
  public Kept keep(Fresh fresh) {
    long id =
        client
            .sql(
                """
                insert into examination
                  (organisation, at, by_name, name, inquiry, basis, list_digest, found)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                fresh.organisation().number(),
                Columns.time(fresh.at()),
                fresh.by(),
                fresh.name(),
                fresh.inquiry(),
                fresh.basis(),
                fresh.list().hex(),
                fresh.found())
            .query(Long.class)
            .single();
    return new Kept(new ExaminationId(id), fresh);
  }

  @Override
  public Optional<Kept> find(OrganisationId organisation, ExaminationId id) {
    return client
        .sql("select * from examination where organisation = ? and id = ?")
        .params(organisation.number(), id.number())
        .query((row, _) -> kept(row))
        .optional();
  }

  @Override
  public List<Kept> page(OrganisationId organisation, Optional<ExaminationId> before, int limit) {
    return client
        .sql("select * from examination where organisation = ? and id < ? order by id desc limit ?")
        .params(
            organisation.number(), before.map(ExaminationId::number).orElse(Long.MAX_VALUE), limit)
        .query((row, _) -> kept(row))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new ExaminationId(row.getLong("id")),
        new Fresh(
            new OrganisationId(row.getLong("organisation")),
            Columns.time(row, "at"),
            row.getString("by_name"),
            row.getString("name"),
            row.getString("inquiry"),
            row.getString("basis"),
            new Digest(row.getString("list_digest")),
            row.getString("found")));
  }
}
