package org.zhiheng.contracts.administer;

import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.values.OrganisationId;

final class MemoryCustomsTest extends CustomsContract {

  private final Customs customs = new MemoryCustoms();
  private final AtomicLong organisations = new AtomicLong();

  @Override
  protected Customs customs() {
    return customs;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return new OrganisationId(organisations.incrementAndGet());
  }
}
