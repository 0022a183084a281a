package org.zhiheng.ledger.log;

import java.io.IOException;
import java.util.Optional;

/// The last checkpoint that a log signed, kept apart from its files: what stops a log that was put
/// back from a backup, or started twice, from signing another history.
///
/// Contract: when [#swap] returns true, the new note is durable and every later call sees it, of
/// other processes too. Two calls never both succeed from the same note.
public interface Head {

  /// The note that was signed last; nothing for a log that never signed.
  ///
  /// @throws IOException when it cannot be read
  Optional<String> latest() throws IOException;

  /// Puts the next in the place of what was expected to be there, in one step.
  ///
  /// @return false, and nothing was written, when something else is there
  /// @throws IOException when it is not known whether it was written
  boolean swap(Optional<String> expected, String next) throws IOException;
}
