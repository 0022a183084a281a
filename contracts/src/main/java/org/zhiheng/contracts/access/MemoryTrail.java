package org.zhiheng.contracts.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.values.OrganisationId;

/// An audit trail in memory; one lock over all.
public final class MemoryTrail implements AuditTrail {

  /// Guarded by this; the number of an entry is its index + 1.
  private final ArrayList<Entry> entries = new ArrayList<>();

  /// Nothing was done yet.
  public MemoryTrail() {}

  @Override
  public synchronized void keep(Entry entry) {
    entries.add(entry);
  }

  @Override
  public synchronized List<Kept> page(
      OrganisationId organisation, Optional<Long> before, int limit) {
    List<Kept> page = new ArrayList<>();
    for (int index = entries.size() - 1; index >= 0 && page.size() < limit; index--) {
      Kept kept = new Kept(index + 1L, entries.get(index));
      if (kept.entry().organisation().equals(organisation)
          && kept.number() < before.orElse(Long.MAX_VALUE)) {
        page.add(kept);
      }
    }
    return page;
  }
}
