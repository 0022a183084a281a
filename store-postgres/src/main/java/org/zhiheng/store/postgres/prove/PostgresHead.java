package org.zhiheng.store.postgres.prove;

import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhiheng.ledger.log.Head;
import org.zhiheng.store.postgres.Database;

/// The head of a log as a row; a swap is one statement, and its commit is synced.
public final class PostgresHead implements Head {

  private final JdbcClient client;
  private final String origin;

  /// @param database open, and kept open by its owner
  /// @param origin of the log
  public PostgresHead(Database database, String origin) {
    this.client = database.client();
    this.origin = origin;
  }

  @Override
  public Optional<String> latest() throws IOException {
    try {
      return client
          .sql("select note from log_head where origin = ?")
          .param(origin)
          .query(String.class)
          .optional();
    } catch (DataAccessException failed) {
      throw new IOException("reading the head of " + origin, failed);
    }
  }

  @Override
  public boolean swap(Optional<String> expected, String next) throws IOException {
    try {
      int rows =
          expected.isEmpty()
              ? client
                  .sql("insert into log_head values (?, ?) on conflict do nothing")
                  .params(origin, next)
                  .update()
              : client
                  .sql("update log_head set note = ? where origin = ? and note = ?")
                  .params(next, origin, expected.get())
                  .update();
      return rows == 1;
    } catch (DataAccessException failed) {
      throw new IOException("swapping the head of " + origin, failed);
    }
  }
}
