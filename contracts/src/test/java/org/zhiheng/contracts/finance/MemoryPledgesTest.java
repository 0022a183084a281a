package org.zhiheng.contracts.finance;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.values.OrganisationId;

final class MemoryPledgesTest extends PledgesContract {

  private final MemoryRegister register = new MemoryRegister(InstantSource.system());
  private final RegisterStores stores = register.stores();
  private final Pledges pledges = register.pledges();
  private final AtomicLong last = new AtomicLong();

  @Override
  protected Pledges pledges() {
    return pledges;
  }

  @Override
  protected RegisterStores stores() {
    return stores;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return new OrganisationId(last.incrementAndGet());
  }
}
