package org.zhiheng.contracts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.values.OrganisationId;

/// The audit trail in memory; guarded by itself.
public final class MemoryAuditTrail implements AuditTrail {

  private final List<Kept> entries = new ArrayList<>();

  /// Nothing was done yet.
  public MemoryAuditTrail() {}

  @Override
  public synchronized void keep(Entry entry) {
    entries.add(new Kept(entries.size() + 1L, entry));
  }

  @Override
  public synchronized List<Kept> page(
      OrganisationId organisation, Optional<Long> before, int limit) {
    return entries.stream()
        .filter(kept -> kept.entry().organisation().equals(organisation))
        .filter(kept -> before.map(last -> kept.number() < last).orElse(true))
        .sorted(Comparator.comparingLong(Kept::number).reversed())
        .limit(limit)
        .toList();
  }
}
