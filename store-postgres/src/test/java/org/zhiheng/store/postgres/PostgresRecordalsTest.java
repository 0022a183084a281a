package org.zhiheng.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.administer.RecordalsContract;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.values.OrganisationId;

final class PostgresRecordalsTest extends RecordalsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_recordals");

  private final Recordals recordals = new PostgresRecordals(DATABASE.get());

  @Override
  protected Recordals recordals() {
    return recordals;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
