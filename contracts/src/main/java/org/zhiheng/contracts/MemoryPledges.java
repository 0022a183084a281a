package org.zhiheng.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.jobs.finance.Reservation;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// Reservations in a list, behind the register's lock.
final class MemoryPledges implements Pledges {

  private final MemoryRegister register;
  private final Rights rights;

  /// Guarded by the register.
  private final List<Reservation> all = new ArrayList<>();

  MemoryPledges(MemoryRegister register) {
    this.register = register;
    this.rights = new MemoryRights(register);
  }

  @Override
  public Reserved reserve(Reservation asked, long expectedVersion, Optional<DatedFact> pledged) {
    return register.alone(() -> {
      Optional<MemoryRegister.Kept> kept = owned(asked.organisation(), asked.right());
      if (kept.isEmpty()) {
        return new Reserved.NotFound();
      }
      Optional<Reservation> standing = standing(asked.organisation(), asked.right());
      if (standing.isPresent()) {
        return new Reserved.Held(standing);
      }
      if (kept.get().events.size() != expectedVersion) {
        return new Reserved.Stale(kept.get().events.size());
      }
      if (heldByOthers(asked.organisation(), asked.right())) {
        return new Reserved.Held(Optional.empty());
      }
      all.add(asked);
      if (pledged.isEmpty()) {
        return new Reserved.Done(expectedVersion);
      }
      return new Reserved.Done(
          appended(
              asked.organisation(), asked.right(), expectedVersion, pledged.get(), asked.by()));
    });
  }

  @Override
  public Released release(
      OrganisationId owner,
      RightId right,
      long expectedVersion,
      Optional<DatedFact> released,
      Reservation.Freed freed) {
    return register.alone(() -> {
      Optional<MemoryRegister.Kept> kept = owned(owner, right);
      if (kept.isEmpty()) {
        return new Released.NotFound();
      }
      Optional<Reservation> standing = standing(owner, right);
      if (standing.isEmpty()) {
        return new Released.Free();
      }
      if (kept.get().events.size() != expectedVersion) {
        return new Released.Stale(kept.get().events.size());
      }
      Reservation one = standing.get();
      all.set(
          all.indexOf(one),
          new Reservation(
              owner,
              right,
              one.deal(),
              one.recordNumber(),
              one.by(),
              one.at(),
              Optional.of(freed)));
      return new Released.Done(
          released
              .map(fact -> appended(owner, right, expectedVersion, fact, freed.by()))
              .orElse(expectedVersion));
    });
  }

  private long appended(
      OrganisationId owner, RightId right, long expectedVersion, DatedFact fact, String by) {
    return switch (rights.append(owner, right, expectedVersion, fact, Source.BY_HAND, by)) {
      case Rights.Appended.Done done -> done.version();
      case Rights.Appended.Unchanged _ -> expectedVersion;
      case Rights.Appended.Stale _, Rights.Appended.NotFound _ ->
          throw new IllegalStateException("somebody came between");
    };
  }

  @Override
  public List<Reservation> of(OrganisationId owner, RightId right) {
    return register.alone(() ->
        all.stream()
            .filter(one -> one.organisation().equals(owner) && one.right().equals(right))
            .toList());
  }

  @Override
  public boolean heldByOthers(OrganisationId owner, RightId right) {
    return register.alone(() ->
        owned(owner, right).stream()
            .flatMap(kept -> kept.numbers.keySet().stream())
            .anyMatch(key ->
                all.stream()
                    .filter(one -> one.freed().isEmpty() && !one.organisation().equals(owner))
                    .flatMap(one -> owned(one.organisation(), one.right()).stream())
                    .anyMatch(other -> other.numbers.containsKey(key))));
  }

  private Optional<MemoryRegister.Kept> owned(OrganisationId owner, RightId id) {
    return Optional.ofNullable(register.rights.get(id)).filter(kept -> kept.owner.equals(owner));
  }
}
