package org.zhiheng.store.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.values.OrganisationId;

/// Deals in PostgreSQL: rows are only added, by one transaction at a time for each deal.
public final class PostgresDealBook implements DealBook {

  private static final String SELECT =
      """
      select v.*, i.issued_on, i.pool, i.reason, i.by_name as issued_by, i.at as issued_at,
        coalesce((select max(period) from deal_report r
          where r.organisation = v.organisation and r.name = v.name), 0) as reported
      from deal_version v
        left join deal_issue i on i.organisation = v.organisation and i.name = v.name
      where v.organisation = ?
        and v.version = (select max(version) from deal_version w
          where w.organisation = v.organisation and w.name = v.name)
      """;

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresDealBook(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public Drafted draft(
      OrganisationId organisation,
      DealName name,
      Terms terms,
      long expectedVersion,
      String by,
      Instant at) {
    return alone(
        organisation,
        name,
        () -> {
          Optional<Kept> last = find(organisation, name);
          Optional<LocalDate> issued = last.flatMap(Kept::issued).map(Issue::on);
          if (issued.isPresent()) {
            return new Drafted.Issued(issued.get());
          }
          long version = last.map(Kept::version).orElse(0L);
          if (last.filter(one -> one.terms().equals(terms)).isPresent()) {
            return new Drafted.Unchanged(version);
          }
          if (version != expectedVersion) {
            return new Drafted.Stale(version);
          }
          client
              .sql(
                  "insert into deal_version (organisation, name, version, deal, assume, by_name, at)"
                      + " values (?, ?, ?, ?, ?, ?, ?)")
              .params(
                  organisation.number(),
                  name.text(),
                  version + 1,
                  terms.deal(),
                  terms.assume(),
                  by,
                  at.atOffset(ZoneOffset.UTC))
              .update();
          return new Drafted.Done(version + 1);
        });
  }

  @Override
  public boolean issue(OrganisationId organisation, DealName name, long version, Issue issue) {
    return alone(
        organisation,
        name,
        () ->
            client
                    .sql(
                        """
                        insert into deal_issue
                          (organisation, name, version, issued_on, pool, reason, by_name, at)
                        select ?, ?, max(version), ?, ?, ?, ?, ? from deal_version
                        where organisation = ? and name = ? having max(version) = ?
                        on conflict do nothing
                        """)
                    .params(
                        organisation.number(),
                        name.text(),
                        issue.on(),
                        issue.pool(),
                        issue.reason(),
                        issue.by(),
                        issue.at().atOffset(ZoneOffset.UTC),
                        organisation.number(),
                        name.text(),
                        version)
                    .update()
                == 1);
  }

  @Override
  public boolean report(OrganisationId organisation, DealName name, Report report) {
    return alone(
        organisation,
        name,
        () ->
            client
                    .sql(
                        """
                        insert into deal_report
                          (organisation, name, period, until, known, collected, body, by_name, at)
                        select i.organisation, i.name, ?, ?, ?, ?, ?, ?, ? from deal_issue i
                        where i.organisation = ? and i.name = ?
                          and ? = 1 + coalesce((select max(period) from deal_report r
                            where r.organisation = i.organisation and r.name = i.name), 0)
                        """)
                    .params(
                        report.period(),
                        report.until(),
                        report.known(),
                        report.collected(),
                        report.body(),
                        report.by(),
                        report.at().atOffset(ZoneOffset.UTC),
                        organisation.number(),
                        name.text(),
                        report.period())
                    .update()
                == 1);
  }

  @Override
  public Optional<Kept> find(OrganisationId organisation, DealName name) {
    return client
        .sql(SELECT + " and v.name = ?")
        .params(organisation.number(), name.text())
        .query((row, _) -> kept(row))
        .optional();
  }

  @Override
  public List<Kept> page(OrganisationId organisation, Optional<DealName> after, int limit) {
    return client
        .sql(SELECT + " and v.name > ? order by v.name limit ?")
        .params(organisation.number(), after.map(DealName::text).orElse(""), limit)
        .query((row, _) -> kept(row))
        .list();
  }

  @Override
  public List<Report> reports(OrganisationId organisation, DealName name) {
    return client
        .sql("select * from deal_report where organisation = ? and name = ? order by period")
        .params(organisation.number(), name.text())
        .query((row, _) ->
            new Report(
                row.getInt("period"),
                day(row, "until"),
                row.getString("known"),
                row.getString("collected"),
                row.getString("body"),
                row.getString("by_name"),
                time(row, "at")))
        .list();
  }

  private interface Work<T> {
    T done();
  }

  /// One at a time for each deal; drafts, issue and reports follow one another.
  private <T> T alone(OrganisationId organisation, DealName name, Work<T> work) {
    return Objects.requireNonNull(
        database
            .transaction()
            .execute(_ -> {
              client
                  .sql("select pg_advisory_xact_lock(hashtextextended(?, ?))")
                  .params("deal " + name.text(), organisation.number())
                  .query((_, _) -> true)
                  .list();
              return work.done();
            }));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    LocalDate issued = row.getObject("issued_on", LocalDate.class);
    return new Kept(
        new DealName(row.getString("name")),
        row.getLong("version"),
        new Terms(row.getString("deal"), row.getString("assume")),
        row.getString("by_name"),
        time(row, "at"),
        issued == null
            ? Optional.empty()
            : Optional.of(
                new Issue(
                    issued,
                    row.getString("pool"),
                    row.getString("reason"),
                    row.getString("issued_by"),
                    time(row, "issued_at"))),
        row.getInt("reported"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, LocalDate.class));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
