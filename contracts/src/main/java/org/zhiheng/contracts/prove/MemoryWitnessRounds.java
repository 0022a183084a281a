package org.zhiheng.contracts.prove;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.zhiheng.jobs.prove.WitnessRound;
import org.zhiheng.jobs.prove.WitnessRounds;

/// The last round, in memory.
public final class MemoryWitnessRounds implements WitnessRounds {

  private final AtomicReference<Optional<WitnessRound>> latest =
      new AtomicReference<>(Optional.empty());

  /// None was kept yet.
  public MemoryWitnessRounds() {}

  @Override
  public void keep(WitnessRound round) {
    latest.set(Optional.of(round));
  }

  @Override
  public Optional<WitnessRound> latest() {
    return latest.get();
  }
}
