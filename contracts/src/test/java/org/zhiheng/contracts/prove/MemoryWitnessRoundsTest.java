package org.zhiheng.contracts.prove;

import org.zhiheng.jobs.prove.WitnessRounds;

final class MemoryWitnessRoundsTest extends WitnessRoundsContract {

  private final MemoryWitnessRounds rounds = new MemoryWitnessRounds();

  @Override
  protected WitnessRounds rounds() {
    return rounds;
  }
}
