package org.zhiheng.store.postgres;

/// Who may write the workspace's log: one process at a time, told by an advisory lock that ends
/// with it.
public final class PostgresLogClaim {

  private static final String WHAT = "log";

  private final Database database;

  /// @param database open, and kept open by its owner
  public PostgresLogClaim(Database database) {
    this.database = database;
  }

  /// Takes it; false when another process, or somebody in this one, has it.
  public boolean take() {
    return database.claim(WHAT);
  }

  /// Lets it go.
  public void release() {
    database.release(WHAT);
  }
}
