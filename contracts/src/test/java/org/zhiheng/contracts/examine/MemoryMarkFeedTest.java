package org.zhiheng.contracts.examine;

import java.time.InstantSource;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.OrganisationId;

final class MemoryMarkFeedTest extends MarkFeedContract {

  private final MemoryRegister register = new MemoryRegister(InstantSource.system());
  private final Rights rights = register.stores().rights();
  private long last;

  @Override
  protected MarkFeed feed() {
    return register.feed();
  }

  @Override
  protected Rights rights() {
    return rights;
  }

  @Override
  protected OrganisationId newOrganisation() {
    last++;
    return new OrganisationId(last);
  }
}
