package org.zhiheng.store.postgres.prove;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhiheng.contracts.prove.CheckpointProofsContract;
import org.zhiheng.jobs.prove.CheckpointProofs;
import org.zhiheng.store.postgres.TestDatabase;

final class PostgresCheckpointProofsTest extends CheckpointProofsContract {

  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase("t_checkpointproofs");

  @Override
  protected CheckpointProofs proofs() {
    DATABASE.get().client().sql("truncate checkpoint_proof").update();
    return new PostgresCheckpointProofs(DATABASE.get());
  }
}
