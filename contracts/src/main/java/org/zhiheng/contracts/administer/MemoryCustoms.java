package org.zhiheng.contracts.administer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What the customs duty desk keeps, in memory.
public final class MemoryCustoms implements Customs {

  /// Guarded by this; by number.
  private final Map<OrganisationId, TreeMap<String, Recorded>> recordals = new LinkedHashMap<>();

  /// Guarded by this.
  private final List<Owned> notices = new ArrayList<>();

  /// Nothing happened yet.
  public MemoryCustoms() {}

  private record Owned(OrganisationId organisation, Kept kept) {}

  @Override
  public synchronized Recorded record(
      OrganisationId organisation, Recordal recordal, String by, Instant at) {
    Recorded recorded = new Recorded(recordal, by, at);
    recordals.computeIfAbsent(organisation, _ -> new TreeMap<>()).put(recordal.number(), recorded);
    return recorded;
  }

  @Override
  public synchronized Optional<Recorded> recordal(OrganisationId organisation, String number) {
    return all(organisation).stream()
        .filter(one -> one.recordal().number().equals(number))
        .findFirst();
  }

  @Override
  public synchronized List<Recorded> recordals(OrganisationId organisation, RightId right) {
    return all(organisation).stream().filter(one -> one.recordal().right().equals(right)).toList();
  }

  @Override
  public synchronized List<Recorded> recordals(OrganisationId organisation, int limit) {
    return all(organisation).stream().limit(limit).toList();
  }

  private List<Recorded> all(OrganisationId organisation) {
    return List.copyOf(recordals.getOrDefault(organisation, new TreeMap<>()).values());
  }

  @Override
  public synchronized Kept keep(OrganisationId organisation, Notice notice, String by, Instant at) {
    Kept kept = new Kept(new Id(notices.size() + 1L), notice, by, at, List.of());
    notices.add(new Owned(organisation, kept));
    return kept;
  }

  @Override
  public synchronized boolean step(
      OrganisationId organisation, Id id, Step step, String by, Instant at) {
    Optional<Kept> found = find(organisation, id);
    if (found.isEmpty() || found.get().taken(one -> excludes(one, step)).isPresent()) {
      return false;
    }
    Kept was = found.get();
    List<Taken> steps = new ArrayList<>(was.steps());
    steps.add(new Taken(step, by, at));
    notices.set(
        (int) id.number() - 1,
        new Owned(organisation, new Kept(id, was.notice(), was.by(), was.at(), steps)));
    return true;
  }

  private static boolean excludes(Step one, Step other) {
    return switch (other) {
      case Step.Propose _ -> one instanceof Step.Propose;
      case Step.Secure _ -> false;
      case Step.Sign _, Step.Decline _ -> one instanceof Step.Sign || one instanceof Step.Decline;
      case Step.Detained _ -> one instanceof Step.Detained;
    };
  }

  @Override
  public synchronized Optional<Kept> find(OrganisationId organisation, Id id) {
    return notices.stream()
        .filter(one -> one.organisation().equals(organisation) && one.kept().id().equals(id))
        .map(Owned::kept)
        .findFirst();
  }

  @Override
  public synchronized List<Kept> page(OrganisationId organisation, Optional<Id> before, int limit) {
    return notices.stream()
        .filter(one -> one.organisation().equals(organisation))
        .map(Owned::kept)
        .filter(kept -> before.isEmpty() || kept.id().compareTo(before.get()) < 0)
        .sorted(Comparator.comparing(Kept::id).reversed())
        .limit(limit)
        .toList();
  }
}
