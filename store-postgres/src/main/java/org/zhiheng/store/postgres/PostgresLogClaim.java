package org.zhiheng.store.postgres;

import org.zhiheng.jobs.prove.LogClaim;

/// Who may write the workspace's log: one process at a time, told by an advisory lock that ends
/// with it.
public final class PostgresLogClaim implements LogClaim {

  private static final String WHAT = "log";

  private final Database database;

  /// @param database open, and kept open by its owner
  public PostgresLogClaim(Database database) {
    this.database = database;
  }

  @Override
  public boolean take() {
    return database.claim(WHAT);
  }

  @Override
  public void release() {
    database.release(WHAT);
  }
}
