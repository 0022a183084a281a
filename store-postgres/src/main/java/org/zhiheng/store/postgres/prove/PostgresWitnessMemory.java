package org.zhiheng.store.postgres.prove;

import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.ledger.tree.TreeHead;
import org.zhiheng.ledger.witness.WitnessMemory;
import org.zhiheng.store.postgres.Database;

/// What a witness signed last as a row a log; a swap is one statement, and its commit is synced.
public final class PostgresWitnessMemory implements WitnessMemory {

  private final JdbcClient client;

  /// @param database open, and kept open by its owner
  public PostgresWitnessMemory(Database database) {
    this.client = database.client();
  }

  @Override
  public Optional<TreeHead> latest(String origin) throws IOException {
    try {
      return client
          .sql("select size, root from witness_head where origin = ?")
          .param(origin)
          .query((row, _) ->
              new TreeHead(row.getLong("size"), Hash.parse(row.getString("root")).orThrow()))
          .optional();
    } catch (DataAccessException failed) {
      throw new IOException("reading what was witnessed of " + origin, failed);
    }
  }

  @Override
  public boolean swap(String origin, Optional<TreeHead> expected, TreeHead next)
      throws IOException {
    try {
      int rows =
          expected.isEmpty()
              ? client
                  .sql("insert into witness_head values (?, ?, ?) on conflict do nothing")
                  .params(origin, next.size(), next.root().base64())
                  .update()
              : client
                  .sql(
                      """
                      update witness_head set size = ?, root = ?
                      where origin = ? and size = ? and root = ?
                      """)
                  .params(
                      next.size(),
                      next.root().base64(),
                      origin,
                      expected.get().size(),
                      expected.get().root().base64())
                  .update();
      return rows == 1;
    } catch (DataAccessException failed) {
      throw new IOException("keeping what was witnessed of " + origin, failed);
    }
  }
}
