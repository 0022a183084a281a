package org.zhiheng.server.prove;

import java.time.Instant;
import org.zhiheng.ledger.log.LogCheck;

/// How looking through the whole log stands.
sealed interface Inspection {

  /// Nobody asked for it since the server started.
  record Never() implements Inspection {}

  /// It is being looked through.
  ///
  /// @param since when it began
  /// @param by who asked
  /// @param done entries that were read so far
  record Running(Instant since, String by, long done) implements Inspection {}

  /// It was looked through.
  ///
  /// @param at when it ended
  /// @param by who asked
  /// @param report what was found
  record Ended(Instant at, String by, LogCheck.Report report) implements Inspection {}

  /// It could not be looked through.
  ///
  /// @param at when it ended
  /// @param by who asked
  /// @param reason as the system said it
  record Failed(Instant at, String by, String reason) implements Inspection {}
}
