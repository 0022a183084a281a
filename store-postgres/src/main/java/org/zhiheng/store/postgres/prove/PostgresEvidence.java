package org.zhiheng.store.postgres.prove;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Evidence, a row each; a trigger lets nothing of it change but that its index is said once.
public final class PostgresEvidence implements EvidenceStore {

  /// How the body of an event that attaches a document begins, as FactJson writes it.
  private static final String ATTACHED = "{\"kind\":\"" + FactKind.ATTACHED.code() + "\",%";

  /// The kind of a leaf, its bytes 2 and 3.
  private static final String KIND = " and get_byte(leaf, 2) * 256 + get_byte(leaf, 3)";

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresEvidence(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public Kept enter(Fresh fresh) {
    try {
      return Objects.requireNonNull(database.transaction().execute(_ -> entered(client, fresh)));
    } catch (DuplicateKeyException second) {
      // the one thing that stands there once is who follows a version
      ProblemsException refused = EvidenceStore.replaced("", "");
      refused.initCause(second);
      throw refused;
    }
  }

  /// Enters a statement and its documents; for use within a transaction.
  static Kept entered(JdbcClient client, Fresh fresh) {
    long id =
        client
            .sql(
                """
                insert into evidence
                  (organisation, at, by_name, right_id, title, statement, salt, row_secret,
                   second, leaf)
                values (?, ?, ?, nullif(?, 0::bigint), ?, ?, ?, nullif(?, ''::bytea),
                  nullif(?, ''::bytea), ?)
                returning id
                """)
            .params(
                fresh.organisation().number(),
                fresh.at().atOffset(ZoneOffset.UTC),
                fresh.by(),
                fresh.right().map(RightId::number).orElse(0L),
                fresh.title(),
                fresh.opening().statement().array(),
                fresh.opening().salt().bytes(),
                fresh.opening().rowSecret().map(Hash::bytes).orElse(new byte[0]),
                fresh.opening().second().map(Bytes::array).orElse(new byte[0]),
                fresh.leaf().bytes())
            .query(Long.class)
            .single();
    if (!fresh.documents().isEmpty()) {
      client
          .sql("insert into evidence_file select ?, unnest(?::text[])")
          .params(id, (Object) hex(fresh.documents()))
          .update();
    }
    return Kept.of(new EvidenceId(id), fresh);
  }

  private static String[] hex(Set<Digest> documents) {
    return documents.stream().map(Digest::hex).sorted().toArray(String[]::new);
  }

  @Override
  public Optional<Kept> find(OrganisationId organisation, EvidenceId id) {
    return client
        .sql("select * from evidence where organisation = ? and id = ?")
        .params(organisation.number(), id.number())
        .query((row, _) -> kept(row))
        .optional();
  }

  @Override
  public List<Kept> page(
      OrganisationId organisation, Selection selection, Optional<EvidenceId> before, int limit) {
    String about =
        selection.right().map(right -> "and right_id = " + right.number()).orElse("")
            + (selection.kinds().isEmpty()
                ? ""
                : selection.kinds().stream()
                    .map(kind -> Integer.toString(kind.number()))
                    .collect(Collectors.joining(",", KIND + " in (", ")")));
    return client
        .sql(
            "select * from evidence where organisation = ? and id < ? "
                + about
                + " order by id desc limit ?")
        .params(organisation.number(), before.map(EvidenceId::number).orElse(Long.MAX_VALUE), limit)
        .query((row, _) -> kept(row))
        .list();
  }

  @Override
  public Optional<Kept> following(OrganisationId organisation, LeafKind kind, Hash commitment) {
    return client
        .sql(
            "select * from evidence where organisation = ? and substring(leaf from 69 for 32) = ?"
                + KIND
                + " = "
                + kind.number()
                + " order by statement is null, id limit 1")
        .params(organisation.number(), commitment.bytes())
        .query((row, _) -> kept(row))
        .optional();
  }

  @Override
  public List<Pending> pending(int limit) {
    return client
        .sql("select id, leaf from evidence where log_index is null order by id limit ?")
        .param(limit)
        .query((row, _) ->
            new Pending(
                new EvidenceId(row.getLong("id")), Leaf.parse(row.getBytes("leaf")).orThrow()))
        .list();
  }

  @Override
  public void logged(Map<EvidenceId, Long> indices) {
    if (indices.isEmpty()) {
      return;
    }
    Long[] ids = indices.keySet().stream().map(EvidenceId::number).toArray(Long[]::new);
    Long[] places = indices.values().toArray(Long[]::new);
    database
        .transaction()
        .executeWithoutResult(_ -> {
          client
              .sql(
                  """
                  update evidence e set log_index = d.place
                  from unnest(?::bigint[], ?::bigint[]) d(id, place)
                  where e.id = d.id and e.log_index is null
                  """)
              .params(ids, places)
              .update();
          int elsewhere =
              client
                  .sql(
                      """
                      select count(*) from unnest(?::bigint[], ?::bigint[]) d(id, place)
                      join evidence e on e.id = d.id where e.log_index <> d.place
                      """)
                  .params(ids, places)
                  .query(Integer.class)
                  .single();
          if (elsewhere > 0) {
            throw new IllegalStateException(
                elsewhere + " leaves are known to stand elsewhere in the log");
          }
        });
  }

  @Override
  public Optional<Long> lastIndex() {
    return client
        .sql("select max(log_index) from evidence where log_index is not null having count(*) > 0")
        .query(Long.class)
        .optional();
  }

  @Override
  public Optional<Kept> erase(EvidenceId id, Fresh notice) {
    return Objects.requireNonNull(
        database
            .transaction()
            .execute(status -> {
              Optional<Long> there =
                  client
                      .sql(
                          """
                          select id from evidence e
                          where id = ? and organisation = ? and erased_by is null
                            and not exists
                              (select from legal_hold h where h.evidence = e.id and lifted_at is null)
                          for update
                          """)
                      .params(id.number(), notice.organisation().number())
                      .query(Long.class)
                      .optional();
              if (there.isEmpty()) {
                return Optional.empty();
              }
              Kept entered = entered(client, notice);
              client
                  .sql(
                      "update evidence set statement = null, salt = null, row_secret = null,"
                          + " second = null, title = '', erased_by = ? where id = ?")
                  .params(entered.id().number(), id.number())
                  .update();
              client
                  .sql("delete from evidence_file where evidence = ?")
                  .param(id.number())
                  .update();
              return Optional.of(entered);
            }));
  }

  @Override
  public Set<Digest> unnamed(Set<Digest> documents) {
    // an attached document stands in its event as FactJson writes it
    return documents.stream()
        .filter(one ->
            !client
                .sql(
                    """
                    select exists (select from evidence_file where sha256 = ?)
                      or exists (select from event where body like ? and body like ?)
                    """)
                .params(one.hex(), ATTACHED, "%\"" + one.hex() + "\"%")
                .query(Boolean.class)
                .single())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Hold> hold(
      OrganisationId organisation, EvidenceId id, Instant at, String by, String reason) {
    return client
        .sql(
            """
            insert into legal_hold (organisation, evidence, at, by_name, reason)
            select organisation, id, ?, ?, ? from evidence
            where organisation = ? and id = ? and erased_by is null
            for update
            returning *
            """)
        .params(at.atOffset(ZoneOffset.UTC), by, reason, organisation.number(), id.number())
        .query((row, _) -> held(row))
        .optional();
  }

  @Override
  public boolean lift(OrganisationId organisation, long hold, Instant at, String by) {
    return client
            .sql(
                "update legal_hold set lifted_at = ?, lifted_by = ?"
                    + " where organisation = ? and id = ? and lifted_at is null")
            .params(at.atOffset(ZoneOffset.UTC), by, organisation.number(), hold)
            .update()
        == 1;
  }

  @Override
  public List<Hold> holds(OrganisationId organisation, EvidenceId id) {
    return client
        .sql("select * from legal_hold where organisation = ? and evidence = ? order by id")
        .params(organisation.number(), id.number())
        .query((row, _) -> held(row))
        .list();
  }

  private static Hold held(ResultSet row) throws SQLException {
    return new Hold(
        row.getLong("id"),
        new EvidenceId(row.getLong("evidence")),
        time(row, "at"),
        row.getString("by_name"),
        row.getString("reason"),
        Optional.ofNullable(row.getObject("lifted_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    long right = row.getLong("right_id");
    Optional<RightId> about = row.wasNull() ? Optional.empty() : Optional.of(new RightId(right));
    long place = row.getLong("log_index");
    Optional<Long> index = row.wasNull() ? Optional.empty() : Optional.of(place);
    long erasedBy = row.getLong("erased_by");
    Optional<EvidenceId> notice =
        row.wasNull() ? Optional.empty() : Optional.of(new EvidenceId(erasedBy));
    byte[] statement = row.getBytes("statement");
    byte[] salt = row.getBytes("salt");
    return new Kept(
        new EvidenceId(row.getLong("id")),
        new OrganisationId(row.getLong("organisation")),
        time(row, "at"),
        row.getString("by_name"),
        about,
        row.getString("title"),
        Leaf.parse(row.getBytes("leaf")).orThrow(),
        statement == null || salt == null
            ? Optional.empty()
            : Optional.of(
                new Opening(
                    Bytes.of(statement),
                    Hash.at(salt, 0),
                    Optional.ofNullable(row.getBytes("row_secret"))
                        .map(secret -> Hash.at(secret, 0)),
                    Optional.ofNullable(row.getBytes("second")).map(Bytes::of))),
        index,
        notice);
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
