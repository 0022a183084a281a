package org.zhiheng.store.postgres.prove;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.ledger.leaf.Leaf;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Bytes;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Evidence, a row each; a trigger lets nothing of it change but that its index is said once.
public final class PostgresEvidence implements EvidenceStore {

  private final Database database;
  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresEvidence(Database database) {
    this.database = database;
    this.client = database.client();
  }

  @Override
  public Kept enter(Fresh fresh) {
    long id =
        client
            .sql(
                """
                insert into evidence
                  (organisation, at, by_name, right_id, title, statement, salt, leaf)
                values (?, ?, ?, nullif(?, 0::bigint), ?, ?, ?, ?) returning id
                """)
            .params(
                fresh.organisation().number(),
                fresh.at().atOffset(ZoneOffset.UTC),
                fresh.by(),
                fresh.right().map(RightId::number).orElse(0L),
                fresh.title(),
                fresh.statement().array(),
                fresh.salt().bytes(),
                fresh.leaf().bytes())
            .query(Long.class)
            .single();
    return new Kept(new EvidenceId(id), fresh, Optional.empty());
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
      OrganisationId organisation,
      Optional<RightId> right,
      Optional<EvidenceId> before,
      int limit) {
    String about = right.isPresent() ? "and right_id = " + right.get().number() : "";
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

  private static Kept kept(ResultSet row) throws SQLException {
    long right = row.getLong("right_id");
    Optional<RightId> about = row.wasNull() ? Optional.empty() : Optional.of(new RightId(right));
    long place = row.getLong("log_index");
    Optional<Long> index = row.wasNull() ? Optional.empty() : Optional.of(place);
    return new Kept(
        new EvidenceId(row.getLong("id")),
        new Fresh(
            new OrganisationId(row.getLong("organisation")),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("by_name"),
            about,
            row.getString("title"),
            Bytes.of(row.getBytes("statement")),
            Hash.at(row.getBytes("salt"), 0),
            Leaf.parse(row.getBytes("leaf")).orThrow()),
        index);
  }
}
