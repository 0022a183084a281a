package org.zhiheng.store.postgres.examine;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.examine.ExaminationsContract;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.store.postgres.TestDatabase;
import org.zhiheng.values.OrganisationId;

final class PostgresExaminationsTest extends ExaminationsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_examinations");

  private final Examinations examinations = new PostgresExaminations(DATABASE.get());

  @Override
  protected Examinations examinations() {
    return examinations;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
