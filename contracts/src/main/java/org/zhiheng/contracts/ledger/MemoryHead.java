package org.zhiheng.contracts.ledger;

import java.util.Optional;
import org.zhiheng.ledger.log.Head;

/// The head of a log in memory.
public final class MemoryHead implements Head {

  /// Guarded by this.
  private Optional<String> note = Optional.empty();

  /// Of a log that never signed.
  public MemoryHead() {}

  @Override
  public synchronized Optional<String> latest() {
    return note;
  }

  @Override
  public synchronized boolean swap(Optional<String> expected, String next) {
    boolean same = note.equals(expected);
    if (same) {
      note = Optional.of(next);
    }
    return same;
  }
}
