package org.zhiheng.contracts.prove;

import java.util.concurrent.atomic.AtomicLong;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.values.OrganisationId;

final class MemoryEvidenceTest extends EvidenceStoreContract {

  private final EvidenceStore evidence = new MemoryEvidence();
  private final AtomicLong organisations = new AtomicLong();

  @Override
  protected EvidenceStore evidence() {
    return evidence;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return new OrganisationId(organisations.incrementAndGet());
  }
}
