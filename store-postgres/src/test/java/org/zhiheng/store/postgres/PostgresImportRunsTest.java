package org.zhiheng.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.ImportRunsContract;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.values.OrganisationId;

final class PostgresImportRunsTest extends ImportRunsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_importruns");

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
