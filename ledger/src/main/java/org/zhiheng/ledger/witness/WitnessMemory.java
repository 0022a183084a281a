package org.zhiheng.ledger.witness;

import java.io.IOException;
import java.util.Optional;
import org.zhiheng.ledger.tree.TreeHead;

/// What a witness signed last, of each log.
///
/// Contract: what [#swap] says it wrote is durable and seen by every later call, of other processes
/// too. Two calls for one log never both succeed from the same head.
public interface WitnessMemory {

  /// What was signed last of this log; nothing when it never was.
  ///
  /// @throws IOException when it cannot be read
  Optional<TreeHead> latest(String origin) throws IOException;

  /// Puts the next in the place of what was expected to be there, in one step.
  ///
  /// @param expected what [#latest] gave
  /// @return false, and nothing was written, when something else is there
  /// @throws IOException when it could not be made durable; it may then be there or not
  boolean swap(String origin, Optional<TreeHead> expected, TreeHead next) throws IOException;
}
