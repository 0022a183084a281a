package org.zhiheng.contracts.finance;

import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.values.OrganisationId;

final class MemoryDealBookTest extends DealBookContract {

  private final DealBook book = new MemoryDealBook();
  private final AtomicLong last = new AtomicLong();

  @Override
  protected DealBook book() {
    return book;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return new OrganisationId(last.incrementAndGet());
  }
}
