package org.zhiheng.store.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.administer.recordal.Gate;
import org.zhiheng.jobs.administer.recordal.RecordalKind;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Requests of the change desk, a row each; triggers refuse to change them.
public final class PostgresRecordals implements Recordals {

  private static final String SELECT =
      """
      select r.*, s.reason as start_reason, s.by_name as start_by, s.at as start_at
      from recordal r left join recordal_start s on s.recordal = r.id
      where r.organisation = ?
      """;

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresRecordals(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public Kept keep(
      OrganisationId organisation,
      Request request,
      Gate.Outcome verdict,
      String found,
      Optional<Id> replaces,
      String by,
      Instant at) {
    long id =
        database.unit(connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  insert into recordal (organisation, kind, rights, filed_on, from_name, to_name,
                    from_country, to_country, signed, consents, agreement, technology,
                    export_number, verdict, found, replaces, by_name, at)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                  """)) {
            statement.setLong(1, organisation.number());
            statement.setString(2, request.kind().code());
            statement.setArray(
                3,
                connection.createArrayOf(
                    "bigint", request.rights().stream().map(RightId::number).toArray()));
            statement.setObject(4, request.filedOn());
            statement.setString(5, request.from());
            statement.setString(6, request.to());
            statement.setString(7, request.fromCountry());
            statement.setString(8, request.toCountry());
            statement.setArray(9, connection.createArrayOf("text", request.signed().toArray()));
            statement.setArray(10, connection.createArrayOf("text", request.consents().toArray()));
            statement.setBoolean(11, request.agreement());
            statement.setString(
                12, request.export().map(export -> export.technology().code()).orElse(""));
            statement.setString(13, request.export().map(Request.Export::number).orElse(""));
            statement.setString(14, verdict.code());
            statement.setString(15, found);
            if (replaces.isPresent()) {
              statement.setLong(16, replaces.get().number());
            } else {
              statement.setNull(16, java.sql.Types.BIGINT);
            }
            statement.setString(17, by);
            statement.setObject(18, at.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
    return new Kept(new Id(id), request, verdict, found, replaces, by, at, Optional.empty());
  }

  @Override
  public boolean start(OrganisationId organisation, Id id, String reason, String by, Instant at) {
    return client
            .sql(
                """
                insert into recordal_start (recordal, reason, by_name, at)
                select id, ?, ?, ? from recordal where id = ? and organisation = ?
                on conflict do nothing
                """)
            .params(reason, by, at.atOffset(ZoneOffset.UTC), id.number(), organisation.number())
            .update()
        > 0;
  }

  @Override
  public Optional<Kept> find(OrganisationId organisation, Id id) {
    return client
        .sql(SELECT + " and r.id = ?")
        .params(organisation.number(), id.number())
        .query((row, _) -> kept(row))
        .optional();
  }

  @Override
  public List<Kept> page(OrganisationId organisation, Optional<Id> before, int limit) {
    return client
        .sql(
            SELECT
                + """
                 and r.id < ? and not exists (select from recordal n where n.replaces = r.id)
                order by r.id desc limit ?
                """)
        .params(organisation.number(), before.map(Id::number).orElse(Long.MAX_VALUE), limit)
        .query((row, _) -> kept(row))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    String technology = row.getString("technology");
    long replaces = row.getLong("replaces");
    OffsetDateTime started = row.getObject("start_at", OffsetDateTime.class);
    return new Kept(
        new Id(row.getLong("id")),
        new Request(
            RecordalKind.parse(row.getString("kind")).orThrow(),
            Arrays.stream((Long[]) row.getArray("rights").getArray()).map(RightId::new).toList(),
            row.getObject("filed_on", LocalDate.class),
            row.getString("from_name"),
            row.getString("to_name"),
            row.getString("from_country"),
            row.getString("to_country"),
            List.of((String[]) row.getArray("signed").getArray()),
            List.of((String[]) row.getArray("consents").getArray()),
            row.getBoolean("agreement"),
            technology.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new Request.Export(
                        Request.Technology.parse(technology).orThrow(),
                        row.getString("export_number")))),
        Gate.Outcome.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getString("found"),
        replaces == 0 ? Optional.empty() : Optional.of(new Id(replaces)),
        row.getString("by_name"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        started == null
            ? Optional.empty()
            : Optional.of(
                new Started(
                    row.getString("start_reason"),
                    row.getString("start_by"),
                    started.toInstant())));
  }
}
