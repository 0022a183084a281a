package org.zhiheng.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.RightsContract;
import org.zhiheng.values.OrganisationId;

final class PostgresRightsTest extends RightsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_rights");

  @Override
  protected RegisterStores stores() {
    return DATABASE.stores();
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
