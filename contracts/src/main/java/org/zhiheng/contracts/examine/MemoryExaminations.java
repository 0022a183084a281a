package org.zhiheng.contracts.examine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.examine.ExaminationId;
import org.zhiheng.jobs.examine.Examinations;
import org.zhiheng.values.OrganisationId;

/// Kept examinations in a list; the id is the place in it.
public final class MemoryExaminations implements Examinations {

  /// Guarded by this.
  private final List<Kept> kept = new ArrayList<>();

  /// None is kept yet.
  public MemoryExaminations() {}

  @Override
  public synchronized Kept keep(Fresh fresh) {
    Kept one = new Kept(new ExaminationId(kept.size() + 1L), fresh);
    kept.add(one);
    return one;
  }

  @Override
  public synchronized Optional<Kept> find(OrganisationId organisation, ExaminationId id) {
    return kept.stream()
        .filter(one -> one.id().equals(id) && one.content().organisation().equals(organisation))
        .findFirst();
  }

  @Override
  public synchronized List<Kept> page(
      OrganisationId organisation, Optional<ExaminationId> before, int limit) {
    return kept.reversed().stream()
        .filter(one -> one.content().organisation().equals(organisation))
        .filter(one -> before.isEmpty() || one.id().compareTo(before.get()) < 0)
        .limit(limit)
        .toList();
  }
}
