package org.zhiheng.store.postgres.prove;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.store.postgres.Database;
import org.zhiheng.values.Bytes;

/// Proofs over checkpoints, a row each.
public final class PostgresCheckpointProofs implements CheckpointProofs {

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresCheckpointProofs(Database database) {
    this.client = database.client();
  }

  @Override
  public void keep(Proof proof) {
    client
        .sql(
            "insert into checkpoint_proof (size, note, what, source, at, bytes)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            proof.size(),
            proof.note(),
            word(proof.what()),
            proof.source(),
            proof.at().atOffset(ZoneOffset.UTC),
            proof.bytes().array())
        .update();
  }

  private static String word(What what) {
    return what.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Proof> covering(long index, What what) {
    return client
        .sql(
            """
            select * from checkpoint_proof where what = ? and note =
              (select note from checkpoint_proof where what = ? and size > ?
               order by size, id limit 1)
            order by id
            """)
        .params(word(what), word(what), index)
        .query((row, _) -> proof(row))
        .list();
  }

  @Override
  public List<Proof> timesAfter(long size, int limit) {
    return client
        .sql(
            """
            select * from checkpoint_proof where what in ('time', 'record') and size in
              (select distinct size from checkpoint_proof where what = 'time' and size > ?
               order by size limit ?)
            order by size, id
            """)
        .params(size, limit)
        .query((row, _) -> proof(row))
        .list();
  }

  @Override
  public List<Proof> newest(What what, int limit) {
    return client
        .sql("select * from checkpoint_proof where what = ? order by id desc limit ?")
        .params(word(what), limit)
        .query((row, _) -> proof(row))
        .list();
  }

  private static Proof proof(ResultSet row) throws SQLException {
    return new Proof(
        row.getLong("size"),
        row.getString("note"),
        What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
        row.getString("source"),
        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
        Bytes.of(row.getBytes("bytes")));
  }
}
