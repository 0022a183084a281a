package org.zhiheng.store.postgres.prove;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.Outbox;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What is due, a row each; triggers on the tables of events and examinations write it, so that
/// nothing can be recorded around it.
public final class PostgresOutbox implements Outbox {

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresOutbox(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public List<Due> due(int limit) {
    return client
        .sql("select id, what from log_due order by id limit ?")
        .param(limit)
        .query((row, _) -> new Due(row.getLong("id"), kind(row.getString("what"))))
        .list();
  }

  @Override
  public List<Recorded> recorded(Due due) {
    return switch (due.kind()) {
      case EVENTS -> events(due);
      case EXAMINATION ->
          client
              .sql(
                  "select x.* from log_due d join examination x on x.id = d.subject where d.id = ?")
              .param(due.number())
              .query((row, _) -> examination(row))
              .list();
      case DEAL_REPORT ->
          client
              .sql(
                  """
                  select r.*, v.deal, v.assume, i.pool
                  from log_due d join deal_report r on r.id = d.subject
                    join deal_issue i on i.organisation = r.organisation and i.name = r.name
                    join deal_version v on v.organisation = i.organisation and v.name = i.name
                      and v.version = i.version
                  where d.id = ?
                  """)
              .param(due.number())
              .query((row, _) -> dealReport(row))
              .list();
    };
  }

  private static Kind kind(String what) {
    return switch (what) {
      case "event" -> Kind.EVENTS;
      case "examination" -> Kind.EXAMINATION;
      case "deal-report" -> Kind.DEAL_REPORT;
      default -> throw new IllegalStateException("no such thing is due: " + what);
    };
  }

  private static Recorded dealReport(ResultSet row) throws SQLException {
    return new Recorded.DealReport(
        new OrganisationId(row.getLong("organisation")),
        row.getString("name"),
        row.getInt("period"),
        row.getString("deal"),
        row.getString("assume"),
        row.getString("known"),
        row.getString("collected"),
        row.getString("body"),
        row.getString("pool"));
  }

  private record Row(OrganisationId organisation, RecordedEvent event) {}

  private List<Recorded> events(Due due) {
    Map<OrganisationId, List<RecordedEvent>> byOrganisation = new LinkedHashMap<>();
    client
        .sql(
            """
            select r.organisation, e.*, s.name, s.digest
            from log_due d
              cross join unnest(d.rights, d.prints) p (right_id, fingerprint)
              join event e on e.right_id = p.right_id and e.fingerprint = p.fingerprint
              join right_record r on r.id = e.right_id
              join source s on s.id = e.source_id
            where d.id = ? order by e.id
            """)
        .param(due.number())
        .query((row, _) -> event(row))
        .list()
        .forEach(row ->
            byOrganisation
                .computeIfAbsent(row.organisation(), _ -> new ArrayList<>())
                .add(row.event()));
    List<Recorded> recorded = new ArrayList<>();
    byOrganisation.forEach(
        (organisation, events) -> recorded.add(new Recorded.Events(organisation, events)));
    return recorded;
  }

  private static Row event(ResultSet row) throws SQLException {
    return new Row(
        new OrganisationId(row.getLong("organisation")),
        new RecordedEvent(
            new RightId(row.getLong("right_id")),
            row.getLong("id"),
            Objects.requireNonNull(row.getObject("legal_on", LocalDate.class)),
            time(row, "recorded_at"),
            row.getString("recorded_by"),
            row.getString("name"),
            row.getString("digest"),
            row.getString("body")));
  }

  private static Recorded examination(ResultSet row) throws SQLException {
    return new Recorded.Examination(
        new OrganisationId(row.getLong("organisation")),
        "X" + row.getLong("id"),
        time(row, "at"),
        row.getString("by_name"),
        row.getString("inquiry"),
        row.getString("basis"),
        row.getString("list_digest"),
        row.getString("found"));
  }

  @Override
  public boolean settle(Due due, List<EvidenceStore.Fresh> statements) {
    return Objects.requireNonNull(
        database
            .transaction()
            .execute(_ -> {
              boolean mine =
                  client.sql("delete from log_due where id = ?").param(due.number()).update() == 1;
              if (mine) {
                statements.forEach(one -> PostgresEvidence.entered(client, one));
              }
              return mine;
            }));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
