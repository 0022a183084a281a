package org.zhiheng.jobs.prove;

import java.io.IOException;
import java.util.Optional;

/// What the witnesses answered when they were asked to sign last.
///
/// Contract: whoever may write the log keeps rounds, nobody else. The one that was kept last is
/// what every process reads. A round that is lost with the machine is no loss: who signed stands on
/// the checkpoint, and the next publication asks anew.
public interface WitnessRounds {

  /// Keeps a round in place of the one before.
  ///
  /// @throws IOException when it cannot be kept
  void keep(WitnessRound round) throws IOException;

  /// The round that was kept last; nothing where none was.
  ///
  /// @throws IOException when it cannot be read, or is something else
  Optional<WitnessRound> latest() throws IOException;
}
