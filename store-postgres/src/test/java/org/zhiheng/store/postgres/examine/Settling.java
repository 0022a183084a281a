package org.zhiheng.store.postgres.examine;

import static org.assertj.core.api.Assertions.assertThat;

import org.zhiheng.store.postgres.Database;

/// Waits for writers of the whole server, such as the analysis of a table by the server itself: the
/// feed holds back what they might come before.
final class Settling {

  private static final int TRIES_MAX = 100_000;

  private Settling() {}

  static void of(Database database) {
    boolean settled = false;
    for (int tries = 0; tries < TRIES_MAX && !settled; tries++) {
      settled =
          database
              .client()
              .sql("select pg_snapshot_xmin(s) = pg_snapshot_xmax(s) from pg_current_snapshot() s")
              .query(Boolean.class)
              .single();
    }
    assertThat(settled).as("no transaction is open on the server").isTrue();
  }
}
