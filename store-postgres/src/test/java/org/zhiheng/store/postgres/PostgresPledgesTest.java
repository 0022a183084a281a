package org.zhiheng.store.postgres;

import java.time.InstantSource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.finance.PledgesContract;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.values.OrganisationId;

final class PostgresPledgesTest extends PledgesContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_pledges");

  @Override
  protected Pledges pledges() {
    return new PostgresPledges(
        DATABASE.get(), new PostgresRights(DATABASE.get(), InstantSource.system()));
  }

  @Override
  protected RegisterStores stores() {
    return DATABASE.stores();
  }

  @Override
  protected OrganisationId newOrganisation() {
    return DATABASE.newOrganisation();
  }
}
