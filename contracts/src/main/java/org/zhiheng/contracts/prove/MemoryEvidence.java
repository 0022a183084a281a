package org.zhiheng.contracts.prove;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.jobs.prove.EvidenceId;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.ledger.tree.Hash;
import org.zhiheng.values.Digest;
import org.zhiheng.values.OrganisationId;

/// Evidence in a list; the id is the place in it.
public final class MemoryEvidence implements EvidenceStore {

  /// Guarded by this, as the others are.
  private final List<Kept> all = new ArrayList<>();

  private final List<Set<Digest>> documents = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();

  /// None is kept yet.
  public MemoryEvidence() {}

  @Override
  public synchronized Kept enter(Fresh fresh) {
    if (fresh.leaf().kind() == LeafKind.SUPERSEDE
        && all.stream()
            .map(Kept::leaf)
            .anyMatch(leaf ->
                leaf.kind() == LeafKind.SUPERSEDE
                    && leaf.previous().equals(fresh.leaf().previous()))) {
      throw EvidenceStore.replaced("", "");
    }
    Kept one = Kept.of(new EvidenceId(all.size() + 1L), fresh);
    all.add(one);
    documents.add(fresh.documents());
    return one;
  }

  @Override
  public synchronized Optional<Kept> find(OrganisationId organisation, EvidenceId id) {
    return all.stream()
        .filter(one -> one.id().equals(id) && one.organisation().equals(organisation))
        .findFirst();
  }

  @Override
  public synchronized List<Kept> page(
      OrganisationId organisation, Selection selection, Optional<EvidenceId> before, int limit) {
    return all.reversed().stream()
        .filter(one -> one.organisation().equals(organisation))
        .filter(one -> selection.right().isEmpty() || one.right().equals(selection.right()))
        .filter(one -> selection.kinds().isEmpty() || selection.kinds().contains(one.leaf().kind()))
        .filter(one -> before.isEmpty() || one.id().compareTo(before.get()) < 0)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Kept> following(
      OrganisationId organisation, LeafKind kind, Hash commitment) {
    return all.stream()
        .filter(one -> one.organisation().equals(organisation))
        .filter(one -> one.leaf().kind() == kind)
        .filter(one -> one.leaf().previous().equals(commitment))
        .min(Comparator.comparing((Kept one) -> one.opening().isEmpty()).thenComparing(Kept::id));
  }

  @Override
  public synchronized List<Pending> pending(int limit) {
    return all.stream()
        .filter(one -> one.index().isEmpty())
        .map(one -> new Pending(one.id(), one.leaf()))
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
      Kept one = all.get((int) id.number() - 1);
      put(one, one.title(), one.opening(), Optional.of(index), one.notice());
    });
  }

  private void put(
      Kept one,
      String title,
      Optional<Opening> opening,
      Optional<Long> index,
      Optional<EvidenceId> notice) {
    all.set(
        (int) one.id().number() - 1,
        new Kept(
            one.id(),
            one.organisation(),
            one.at(),
            one.by(),
            one.right(),
            title,
            one.leaf(),
            opening,
            index,
            notice));
  }

  @Override
  public synchronized Optional<Long> lastIndex() {
    return all.stream().flatMap(one -> one.index().stream()).max(Long::compare);
  }

  @Override
  public synchronized Optional<Kept> erase(EvidenceId id, Fresh notice) {
    Optional<Kept> there =
        find(notice.organisation(), id)
            .filter(one -> one.notice().isEmpty())
            .filter(one ->
                holds.stream()
                    .noneMatch(hold -> hold.evidence().equals(id) && hold.lifted().isEmpty()));
    return there.map(one -> {
      Kept entered = enter(notice);
      put(one, "", Optional.empty(), one.index(), Optional.of(entered.id()));
      documents.set((int) id.number() - 1, Set.of());
      return entered;
    });
  }

  @Override
  public synchronized Set<Digest> unnamed(Set<Digest> asked) {
    Set<Digest> left = new HashSet<>(asked);
    documents.forEach(left::removeAll);
    return left;
  }

  @Override
  public synchronized Optional<Hold> hold(
      OrganisationId organisation, EvidenceId id, Instant at, String by, String reason) {
    return find(organisation, id)
        .filter(one -> one.notice().isEmpty())
        .map(_ -> {
          Hold hold = new Hold(holds.size() + 1L, id, at, by, reason, Optional.empty());
          holds.add(hold);
          return hold;
        });
  }

  @Override
  public synchronized boolean lift(OrganisationId organisation, long hold, Instant at, String by) {
    Optional<Hold> there =
        holds.stream()
            .filter(one -> one.number() == hold && one.lifted().isEmpty())
            .filter(one -> find(organisation, one.evidence()).isPresent())
            .findFirst();
    there.ifPresent(one ->
        holds.set(
            (int) hold - 1,
            new Hold(hold, one.evidence(), one.at(), one.by(), one.reason(), Optional.of(at))));
    return there.isPresent();
  }

  @Override
  public synchronized List<Hold> holds(OrganisationId organisation, EvidenceId id) {
    return find(organisation, id).isEmpty()
        ? List.of()
        : holds.stream().filter(one -> one.evidence().equals(id)).toList();
  }
}
