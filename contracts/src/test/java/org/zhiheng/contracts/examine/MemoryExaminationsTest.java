package org.zhiheng.contracts.examine;

import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.values.OrganisationId;

final class MemoryExaminationsTest extends ExaminationsContract {

  private final Examinations examinations = new MemoryExaminations();
  private long last;

  @Override
  protected Examinations examinations() {
    return examinations;
  }

  @Override
  protected OrganisationId newOrganisation() {
    last++;
    return new OrganisationId(last);
  }
}
