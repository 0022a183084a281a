package org.zhiheng.contracts.examine;

import org.zhiheng.jobs.examine.Watches;
import org.zhiheng.values.OrganisationId;

final class MemoryWatchesTest extends WatchesContract {

  private final Watches watches = new MemoryWatches();
  private long last;

  @Override
  protected Watches watches() {
    return watches;
  }

  @Override
  protected OrganisationId newOrganisation() {
    last++;
    return new OrganisationId(last);
  }
}
