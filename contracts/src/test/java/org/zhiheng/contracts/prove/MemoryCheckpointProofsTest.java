package org.zhiheng.contracts.prove;

import org.zhiheng.jobs.prove.CheckpointProofs;

final class MemoryCheckpointProofsTest extends CheckpointProofsContract {

  @Override
  protected CheckpointProofs proofs() {
    return new MemoryCheckpointProofs();
  }
}
