package org.zhiheng.contracts.administer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.administer.recordal.Gate;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.values.OrganisationId;

/// Requests of the change desk in a list.
public final class MemoryRecordals implements Recordals {

  /// Guarded by this.
  private final List<Owned> all = new ArrayList<>();

  /// Nobody asked for anything yet.
  public MemoryRecordals() {}

  private record Owned(OrganisationId organisation, Kept kept) {}

  @Override
  public synchronized Kept keep(
      OrganisationId organisation,
      Request request,
      Gate.Outcome verdict,
      String found,
      Optional<Id> replaces,
      String by,
      Instant at) {
    Kept kept =
        new Kept(
            new Id(all.size() + 1L), request, verdict, found, replaces, by, at, Optional.empty());
    all.add(new Owned(organisation, kept));
    return kept;
  }

  @Override
  public synchronized boolean start(
      OrganisationId organisation, Id id, String reason, String by, Instant at) {
    Optional<Kept> found = find(organisation, id);
    if (found.isEmpty() || found.get().started().isPresent()) {
      return false;
    }
    Kept was = found.get();
    all.set(
        (int) id.number() - 1,
        new Owned(
            organisation,
            new Kept(
                was.id(),
                was.request(),
                was.verdict(),
                was.found(),
                was.replaces(),
                was.by(),
                was.at(),
                Optional.of(new Started(reason, by, at)))));
    return true;
  }

  @Override
  public synchronized Optional<Kept> find(OrganisationId organisation, Id id) {
    return all.stream()
        .filter(one -> one.organisation().equals(organisation) && one.kept().id().equals(id))
        .map(Owned::kept)
        .findFirst();
  }

  @Override
  public synchronized List<Kept> page(OrganisationId organisation, Optional<Id> before, int limit) {
    List<Id> replaced = all.stream().flatMap(one -> one.kept().replaces().stream()).toList();
    return all.stream()
        .filter(one -> one.organisation().equals(organisation))
        .map(Owned::kept)
        .filter(kept -> before.isEmpty() || kept.id().compareTo(before.get()) < 0)
        .filter(kept -> !replaced.contains(kept.id()))
        .sorted(Comparator.comparing(Kept::id).reversed())
        .limit(limit)
        .toList();
  }
}
