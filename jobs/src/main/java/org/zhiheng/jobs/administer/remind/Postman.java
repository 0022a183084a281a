package org.zhiheng.jobs.administer.remind;

import java.util.Optional;

/// Hands letters to a mail server.
public interface Postman {

  /// Hands one letter over.
  ///
  /// @param id of the letter; the same when it is tried again, so that a reader's program can tell
  /// @return why it was not taken; empty when it was
  Optional<String> send(String id, Letter letter);
}
