package org.zhiheng.contracts.administer;

import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.values.OrganisationId;

final class MemoryRecordalsTest extends RecordalsContract {

  private final Recordals recordals = new MemoryRecordals();
  private final AtomicLong organisations = new AtomicLong();

  @Override
  protected Recordals recordals() {
    return recordals;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return new OrganisationId(organisations.incrementAndGet());
  }
}
