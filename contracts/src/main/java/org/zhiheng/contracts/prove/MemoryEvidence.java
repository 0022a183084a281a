package org.zhiheng.contracts.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Evidence in a list; the id is the place in it.
public final class MemoryEvidence implements EvidenceStore {

  /// Guarded by this.
  private final List<Kept> all = new ArrayList<>();

  /// None is kept yet.
  public MemoryEvidence() {}

  @Override
  public synchronized Kept enter(Fresh fresh) {
    Kept one = new Kept(new EvidenceId(all.size() + 1L), fresh, Optional.empty());
    all.add(one);
    return one;
  }

  @Override
  public synchronized Optional<Kept> find(OrganisationId organisation, EvidenceId id) {
    return all.stream()
        .filter(one -> one.id().equals(id) && one.content().organisation().equals(organisation))
        .findFirst();
  }

  @Override
  public synchronized List<Kept> page(
      OrganisationId organisation,
      Optional<RightId> right,
      Optional<EvidenceId> before,
      int limit) {
    return all.reversed().stream()
        .filter(one -> one.content().organisation().equals(organisation))
        .filter(one -> right.isEmpty() || one.content().right().equals(right))
        .filter(one -> before.isEmpty() || one.id().compareTo(before.get()) < 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Pending> pending(int limit) {
    return all.stream()
        .filter(one -> one.index().isEmpty())
        .map(one -> new Pending(one.id(), one.content().leaf()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void logged(Map<EvidenceId, Long> indices) {
    indices.forEach((id, index) -> {
      Kept one = all.get((int) id.number() - 1);
      if (one.index().isPresent() && !one.index().get().equals(index)) {
        throw new IllegalStateException(id + " is known to stand elsewhere in the log");
      }
    });
    indices.forEach((id, index) -> {
      int place = (int) id.number() - 1;
      all.set(place, new Kept(id, all.get(place).content(), Optional.of(index)));
    });
  }

  @Override
  public synchronized Optional<Long> lastIndex() {
    return all.stream().flatMap(one -> one.index().stream()).max(Long::compare);
  }
}
