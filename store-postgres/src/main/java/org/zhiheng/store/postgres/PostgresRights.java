package org.zhiheng.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The rights in PostgreSQL.
///
/// Events are the record; the columns that lists show and find by are folded from them whenever one
/// is added, in the same transaction.
public final class PostgresRights implements Rights {

  private final Database database;
  private final InstantSource clock;
  private final RegisterWriter.Caches caches = RegisterWriter.Caches.empty();

  /// Over this database, by this clock.
  public PostgresRights(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Optional<RightRecord> find(OrganisationId viewer, RightId id) {
    return database.unit(connection -> find(connection, viewer, id));
  }

  private static Optional<RightRecord> find(
      Connection connection, OrganisationId viewer, RightId id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select organisation, version, kind, office, numbers, ref_ours, ref_client,
              ref_client_name
            from right_record r where id = ? and (organisation = ? or exists (
              select from right_share s where s.right_id = r.id and s.viewer = ?))
            for share
            """)) {
      statement.setLong(1, id.number());
      statement.setLong(2, viewer.number());
      statement.setLong(3, viewer.number());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        boolean own = row.getLong(1) == viewer.number();
        return Optional.of(
            new RightRecord(
                id,
                new OrganisationId(row.getLong(1)),
                row.getLong(2),
                RightKind.parse(row.getString(3)).orThrow(),
                new Office(row.getString(4)),
                NumberLines.read(row.getString(5)),
                own
                    ? new References(row.getString(6), row.getString(7), row.getString(8))
                    : References.NONE,
                StoredEvents.of(connection, List.of(id.number()))
                    .getOrDefault(id.number(), List.of())));
      }
    }
  }

  @Override
  public List<RightId> withKeys(OrganisationId viewer, Collection<String> keys) {
    return database
        .client()
        .sql(
            """
            select distinct n.right_id from right_number n where n.key = any(?)
              and (n.organisation = ? or exists (
                select from right_share s where s.right_id = n.right_id and s.viewer = ?))
            order by n.right_id
            """)
        .params(keys.toArray(String[]::new), viewer.number(), viewer.number())
        .query((row, _) -> new RightId(row.getLong(1)))
        .list();
  }

  @Override
  public RightPage page(RightQuery query) {
    List<RightRow> rows =
        database.unit(connection -> search(connection, query).first(query.limit() + 1));
    if (rows.size() <= query.limit()) {
      return new RightPage(rows, Optional.empty());
    }
    RightRow last = rows.get(query.limit() - 1);
    return new RightPage(
        rows.subList(0, query.limit()),
        Optional.of(new RightQuery.Cursor(last.noticedOn(), last.id())));
  }

  @Override
  public long count(RightQuery query, long atMost) {
    return database.unit(connection -> search(connection, query).count(atMost));
  }

  @Override
  public void each(RightQuery query, Consumer<RightRow> consumer) {
    database
        .transaction()
        .executeWithoutResult(_ ->
            database
                .jdbc()
                .execute(
                    (org.springframework.jdbc.core.ConnectionCallback<Boolean>)
                        connection -> {
                          search(connection, query).each(consumer);
                          return true;
                        }));
  }

  private static RightSearch search(Connection connection, RightQuery query) throws SQLException {
    return new RightSearch(
        connection,
        query,
        query.party().isPresent()
            ? PartyGroups.of(connection, query.viewer(), query.party().get())
            : List.of());
  }

  @Override
  public Entered enter(
      OrganisationId owner, Notice notice, References references, String recordedBy) {
    return database.unit(connection -> {
      Landing landing = new Landing(connection, owner);
      landing.take(List.of(notice));
      if (!landing.stored().isEmpty()) {
        return new Entered.Exists(
            new RightId(
                landing.stored().stream()
                    .mapToLong(slot -> slot.stored().orElseThrow().id())
                    .min()
                    .orElseThrow()));
      }
      RegisterWriter writer =
          new RegisterWriter(connection, owner, recordedBy, clock.instant(), caches);
      return new Entered.New(new RightId(writer.write(landing.changed(), references).getFirst()));
    });
  }

  @Override
  public Appended append(
      OrganisationId owner,
      RightId id,
      long expectedVersion,
      DatedFact fact,
      Source source,
      String recordedBy) {
    return database.unit(
        connection -> append(connection, owner, id, expectedVersion, fact, source, recordedBy));
  }

  /// The same, as a part of a transaction that is under way.
  Appended append(
      Connection connection,
      OrganisationId owner,
      RightId id,
      long expectedVersion,
      DatedFact fact,
      Source source,
      String recordedBy)
      throws SQLException {
    Landing landing = new Landing(connection, owner);
    Optional<Slot> slot = landing.locked(id);
    if (slot.isEmpty()) {
      return new Appended.NotFound();
    }
    long version = slot.get().stored().orElseThrow().version();
    if (version != expectedVersion) {
      return new Appended.Stale(version);
    }
    if (!landing.add(slot.get(), fact, source)) {
      return new Appended.Unchanged();
    }
    new RegisterWriter(connection, owner, recordedBy, clock.instant(), caches)
        .write(List.of(slot.get()), References.NONE);
    return new Appended.Done(version + 1);
  }

  @Override
  public boolean refer(OrganisationId owner, RightId id, References references) {
    return database
            .client()
            .sql(
                """
                update right_record set ref_ours = ?, ref_client = ?, ref_client_name = ?
                where id = ? and organisation = ?
                """)
            .params(
                references.ours(),
                references.client(),
                references.clientName(),
                id.number(),
                owner.number())
            .update()
        == 1;
  }

  @Override
  public boolean share(OrganisationId owner, RightId id, OrganisationId with) {
    return database.unit(connection -> {
      boolean own = owns(connection, owner, id);
      if (own && !owner.equals(with)) {
        try (PreparedStatement statement =
            connection.prepareStatement(
                "insert into right_share (viewer, right_id) values (?, ?)"
                    + " on conflict do nothing")) {
          statement.setLong(1, with.number());
          statement.setLong(2, id.number());
          statement.executeUpdate();
        }
      }
      return own;
    });
  }

  @Override
  public boolean unshare(OrganisationId owner, RightId id, OrganisationId with) {
    return database
            .client()
            .sql(
                """
                delete from right_share s using right_record r
                where r.id = s.right_id and r.organisation = ? and r.id = ? and s.viewer = ?
                """)
            .params(owner.number(), id.number(), with.number())
            .update()
        == 1;
  }

  @Override
  public List<OrganisationId> sharedWith(OrganisationId owner, RightId id) {
    return database
        .client()
        .sql(
            """
            select s.viewer from right_share s join right_record r on r.id = s.right_id
            where r.organisation = ? and r.id = ? order by s.viewer
            """)
        .params(owner.number(), id.number())
        .query((row, _) -> new OrganisationId(row.getLong(1)))
        .list();
  }

  private static boolean owns(Connection connection, OrganisationId owner, RightId id)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select from right_record where id = ? and organisation = ? for share")) {
      statement.setLong(1, id.number());
      statement.setLong(2, owner.number());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
