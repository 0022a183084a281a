package org.zhiheng.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.PartiesContract;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.values.OrganisationId;

final class PostgresPartiesTest extends PartiesContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_parties");

  private final RegisterStores stores = DATABASE.stores();

  @Override
  protected RegisterStores stores() {
    return stores;
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
