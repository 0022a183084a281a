package org.zhiheng.store.postgres.examine;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.examine.MarkFeedContract;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.register.record.Rights;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;

final class PostgresMarkFeedTest extends MarkFeedContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_markfeed");

  private final MarkFeed feed = new PostgresMarkFeed(DATABASE.get());
  private final Rights rights = DATABASE.rights();

  @Override
  protected MarkFeed feed() {
    return feed;
  }

  @Override
  protected Rights rights() {
    return rights;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
