package org.zhiheng.store.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.values.Money;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What the customs duty desk keeps, a row each; triggers refuse to change them.
public final class PostgresCustoms implements Customs {

  private static final String NEWEST =
      """
      select distinct on (r.number) r.* from customs_recordal r
      where r.organisation = ?
      """;

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresCustoms(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public Recorded record(OrganisationId organisation, Recordal recordal, String by, Instant at) {
    return database.unit(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              """
              insert into customs_recordal (organisation, number, right_id, first_day, last_day,
                goods, sellers, guarantee_number, guarantee_minor, guarantee_currency,
                guarantee_until, by_name, at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)) {
        statement.setLong(1, organisation.number());
        statement.setString(2, recordal.number());
        statement.setLong(3, recordal.right().number());
        statement.setObject(4, recordal.first());
        statement.setObject(5, recordal.last());
        statement.setString(6, recordal.goods());
        statement.setArray(7, connection.createArrayOf("text", recordal.sellers().toArray()));
        if (recordal.guarantee().isPresent()) {
          Guarantee guarantee = recordal.guarantee().get();
          statement.setString(8, guarantee.number());
          statement.setLong(9, guarantee.amount().minor());
          statement.setString(10, guarantee.amount().currency().getCurrencyCode());
          statement.setObject(11, guarantee.until());
        } else {
          statement.setString(8, "");
          statement.setLong(9, 0);
          statement.setString(10, "");
          statement.setNull(11, Types.DATE);
        }
        statement.setString(12, by);
        statement.setObject(13, at.atOffset(ZoneOffset.UTC));
        statement.executeUpdate();
        return new Recorded(recordal, by, at);
      }
    });
  }

  @Override
  public Optional<Recorded> recordal(OrganisationId organisation, String number) {
    return client
        .sql(NEWEST + " and r.number = ? order by r.number, r.id desc")
        .params(organisation.number(), number)
        .query((row, _) -> recorded(row))
        .optional();
  }

  @Override
  public List<Recorded> recordals(OrganisationId organisation, RightId right) {
    return client
        .sql(NEWEST + " and r.right_id = ? order by r.number, r.id desc")
        .params(organisation.number(), right.number())
        .query((row, _) -> recorded(row))
        .list();
  }

  @Override
  public List<Recorded> recordals(OrganisationId organisation, int limit) {
    return client
        .sql(NEWEST + " order by r.number, r.id desc limit ?")
        .params(organisation.number(), limit)
        .query((row, _) -> recorded(row))
        .list();
  }

  private static Recorded recorded(ResultSet row) throws SQLException {
    Optional<Money> amount = money(row, "guarantee_minor", "guarantee_currency");
    return new Recorded(
        new Recordal(
            row.getString("number"),
            new RightId(row.getLong("right_id")),
            row.getObject("first_day", LocalDate.class),
            row.getObject("last_day", LocalDate.class),
            row.getString("goods"),
            List.of((String[]) row.getArray("sellers").getArray()),
            amount.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    new Guarantee(
                        row.getString("guarantee_number"),
                        amount.get(),
                        row.getObject("guarantee_until", LocalDate.class)))),
        row.getString("by_name"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  private static Optional<Money> money(ResultSet row, String minor, String currency)
      throws SQLException {
    String code = row.getString(currency);
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(new Money(row.getLong(minor), Currency.getInstance(code)));
  }

  @Override
  public Kept keep(OrganisationId organisation, Notice notice, String by, Instant at) {
    long id =
        client
            .sql(
                """
                insert into customs_notice (organisation, right_id, day, port, goods, shipper,
                  quantity, worth_minor, worth_currency, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
            .params(
                organisation.number(),
                notice.right().number(),
                notice.day(),
                notice.port(),
                notice.goods(),
                notice.shipper(),
                notice.quantity(),
                notice.worth().map(Money::minor).orElse(0L),
                notice.worth().map(worth -> worth.currency().getCurrencyCode()).orElse(""),
                by,
                at.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    return new Kept(new Id(id), notice, by, at, List.of());
  }

  @Override
  public boolean step(OrganisationId organisation, Id id, Step step, String by, Instant at) {
    Optional<Money> amount =
        step instanceof Step.Secure secure ? Optional.of(secure.amount()) : Optional.empty();
    String text =
        switch (step) {
          case Step.Propose propose -> propose.text();
          case Step.Sign sign -> sign.text();
          case Step.Decline decline -> decline.text();
          case Step.Secure _, Step.Detained _ -> "";
        };
    return client
            .sql(
                """
                insert into customs_step (notice, what, day, minor, currency, text, by_name, at)
                select id, ?, ?, ?, ?, ?, ?, ? from customs_notice
                where id = ? and organisation = ?
                on conflict do nothing
                """)
            .params(
                step.code(),
                step.on(),
                amount.map(Money::minor).orElse(0L),
                amount.map(one -> one.currency().getCurrencyCode()).orElse(""),
                text,
                by,
                at.atOffset(ZoneOffset.UTC),
                id.number(),
                organisation.number())
            .update()
        > 0;
  }

  @Override
  public Optional<Kept> find(OrganisationId organisation, Id id) {
    return notices("n.organisation = ? and n.id = ?", organisation.number(), id.number()).stream()
        .findFirst();
  }

  @Override
  public List<Kept> page(OrganisationId organisation, Optional<Id> before, int limit) {
    return notices(
        """
        n.id in (select id from customs_notice where organisation = ? and id < ?
          order by id desc limit ?)
        """,
        organisation.number(),
        before.map(Id::number).orElse(Long.MAX_VALUE),
        limit);
  }

  /// The newest first, each with its steps.
  private List<Kept> notices(String which, Object... params) {
    Map<Id, Kept> notices = new LinkedHashMap<>();
    client
        .sql(
            """
            select n.*, s.what, s.day as step_day, s.minor, s.currency, s.text,
              s.by_name as step_by, s.at as step_at
            from customs_notice n left join customs_step s on s.notice = n.id
            where
            """
                + which
                + " order by n.id desc, s.id")
        .params(params)
        .query((row, _) ->
            new Kept(
                new Id(row.getLong("id")),
                notice(row),
                row.getString("by_name"),
                at(row),
                taken(row)))
        .list()
        .forEach(one -> notices.merge(one.id(), one, PostgresCustoms::joined));
    return List.copyOf(notices.values());
  }

  private static Kept joined(Kept one, Kept other) {
    List<Taken> steps = new ArrayList<>(one.steps());
    steps.addAll(other.steps());
    return new Kept(one.id(), one.notice(), one.by(), one.at(), steps);
  }

  private static Instant at(ResultSet row) throws SQLException {
    return row.getObject("at", OffsetDateTime.class).toInstant();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        new RightId(row.getLong("right_id")),
        row.getObject("day", LocalDate.class),
        row.getString("port"),
        row.getString("goods"),
        row.getString("shipper"),
        row.getString("quantity"),
        money(row, "worth_minor", "worth_currency"));
  }

  private static List<Taken> taken(ResultSet row) throws SQLException {
    String what = row.getString("what");
    if (what == null) {
      return List.of();
    }
    LocalDate day = row.getObject("step_day", LocalDate.class);
    String text = row.getString("text");
    Step step =
        switch (what) {
          case "propose" -> new Step.Propose(day, text);
          case "secure" -> new Step.Secure(day, money(row, "minor", "currency").orElseThrow());
          case "sign" -> new Step.Sign(day, text);
          case "decline" -> new Step.Decline(day, text);
          case "detained" -> new Step.Detained(day);
          default -> throw new IllegalStateException("customs_step.what is unknown: " + what);
        };
    return List.of(
        new Taken(
            step,
            row.getString("step_by"),
            row.getObject("step_at", OffsetDateTime.class).toInstant()));
  }
}
