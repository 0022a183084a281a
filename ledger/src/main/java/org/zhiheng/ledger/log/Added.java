package org.zhiheng.ledger.log;

import java.util.concurrent.CompletableFuture;

/// What asking a log to take an entry gave.
public sealed interface Added {

  /// It is in the pool. The index comes when it is durable; the future fails with [LogStopped] when
  /// the log stopped before, and then nobody knows whether it is in the log.
  ///
  /// @param index of the entry
  record Pooled(CompletableFuture<Long> index) implements Added {}

  /// The pool is full; nothing was taken.
  ///
  /// @param retryAfterMillis when it is worth asking again
  record Busy(long retryAfterMillis) implements Added {}
}
