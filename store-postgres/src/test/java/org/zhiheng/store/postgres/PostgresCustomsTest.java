package org.zhiheng.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.administer.CustomsContract;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.values.OrganisationId;

final class PostgresCustomsTest extends CustomsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_customs");

  private final Customs customs = new PostgresCustoms(DATABASE.get());

  @Override
  protected Customs customs() {
    return customs;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
