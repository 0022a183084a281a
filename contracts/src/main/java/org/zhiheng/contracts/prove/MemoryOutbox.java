package org.zhiheng.contracts.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.jobs.prove.Outbox;

/// What is due, in memory; whoever records tells it.
public final class MemoryOutbox implements Outbox {

  private final EvidenceStore store;

  /// Guarded by this.
  private final Map<Due, List<Recorded>> due = new LinkedHashMap<>();

  private long last;

  /// @param store where statements are entered
  public MemoryOutbox(EvidenceStore store) {
    this.store = store;
  }

  /// Notes that something was recorded.
  public synchronized Due note(Kind kind, List<Recorded> recorded) {
    Due one = new Due(++last, kind);
    due.put(one, List.copyOf(recorded));
    return one;
  }

  @Override
  public synchronized List<Due> due(int limit) {
    return due.keySet().stream().limit(limit).toList();
  }

  @Override
  public synchronized List<Recorded> recorded(Due one) {
    return new ArrayList<>(due.getOrDefault(one, List.of()));
  }

  @Override
  public synchronized boolean settle(Due one, List<EvidenceStore.Fresh> statements) {
    if (due.remove(one) == null) {
      return false;
    }
    statements.forEach(store::enter);
    return true;
  }
}
