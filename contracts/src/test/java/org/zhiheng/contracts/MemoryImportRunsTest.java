package org.zhiheng.contracts;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.values.OrganisationId;

final class MemoryImportRunsTest extends ImportRunsContract {

  private final RegisterStores stores = new MemoryRegister(InstantSource.system()).stores();
  private final AtomicLong last = new AtomicLong();

  @Override
  protected RegisterStores stores() {
    return stores;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return new OrganisationId(last.incrementAndGet());
  }
}
