package org.zhiheng.store.postgres;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.AuditTrailContract;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.values.OrganisationId;

final class PostgresAuditTrailTest extends AuditTrailContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_audittrail");

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
