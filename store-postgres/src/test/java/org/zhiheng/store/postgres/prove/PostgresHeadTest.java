package org.zhiheng.store.postgres.prove;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.ledger.HeadContract;
import org.zhiheng.ledger.log.Head;
import org.zhiheng.store.postgres.TestDatabase;

final class PostgresHeadTest extends HeadContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_head");

  private final String origin = "example.com/log/" + DATABASE.newOrganisation().number();

  @Override
  protected Head head() {
    return new PostgresHead(DATABASE.get(), origin);
  }
}
