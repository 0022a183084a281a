package org.zhiheng.store.postgres.prove;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.ledger.WitnessMemoryContract;
import org.zhiheng.ledger.witness.WitnessMemory;
import org.zhiheng.store.postgres.TestDatabase;

final class PostgresWitnessMemoryTest extends WitnessMemoryContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_witness");

  @Override
  protected WitnessMemory memory() {
    return new PostgresWitnessMemory(DATABASE.get());
  }
}
