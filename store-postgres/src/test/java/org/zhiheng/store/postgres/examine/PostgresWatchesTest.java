package org.zhiheng.store.postgres.examine;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.examine.WatchesContract;
import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;

final class PostgresWatchesTest extends WatchesContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_watches");

  private final Watches watches = new PostgresWatches(DATABASE.get());

  @Override
  protected Watches watches() {
    return watches;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
