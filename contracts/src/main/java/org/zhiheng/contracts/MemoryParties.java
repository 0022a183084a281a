package org.zhiheng.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;

/// The parties in memory.
final class MemoryParties implements Parties {

  private final MemoryRegister register;

  MemoryParties(MemoryRegister register) {
    this.register = register;
  }

  @Override
  public Optional<Party> find(OrganisationId viewer, PartyId id) {
    return register.alone(() -> owned(viewer, id).map(party -> shown(register.root(party))));
  }

  @Override
  public List<Party> search(OrganisationId viewer, String term, int limit) {
    String key = MemoryText.name(term);
    return register.alone(() ->
        roots(viewer).stream()
            .filter(root ->
                register.group(root).stream()
                    .flatMap(party -> party.names.stream())
                    .anyMatch(name -> MemoryText.name(name.text()).contains(key)))
            .map(this::shown)
            .sorted(
                Comparator.comparingLong(Party::rights)
                    .reversed()
                    .thenComparingLong(party -> party.id().number()))
            .limit(limit)
            .toList());
  }

  @Override
  public List<Party> page(OrganisationId viewer, Optional<PartyId> after, int limit) {
    return register.alone(() ->
        roots(viewer).stream()
            .filter(root -> after.map(last -> root.id.compareTo(last) > 0).orElse(true))
            .limit(limit)
            .map(this::shown)
            .toList());
  }

  @Override
  public Map<String, PartyId> named(OrganisationId viewer, Collection<String> names) {
    return register.alone(() -> {
      Map<String, PartyId> ids = new LinkedHashMap<>();
      for (String name : names) {
        register.party(viewer, name).ifPresent(party -> ids.put(name, register.root(party).id));
      }
      return ids;
    });
  }

  @Override
  public Changed addName(OrganisationId owner, PartyId id, Party.Name name, String recordedBy) {
    return register.alone(() -> {
      Optional<MemoryRegister.KeptParty> party = owned(owner, id).map(register::root);
      if (party.isEmpty()) {
        return refused("party-unknown", id.toString());
      }
      if (name.text().isBlank()) {
        return refused("party-name", name.text());
      }
      Optional<MemoryRegister.KeptParty> holder =
          register.party(owner, name.text()).map(register::root);
      if (holder.isPresent()) {
        return holder.get() == party.get()
            ? new Changed.Done()
            : refused("party-name-taken", name.text());
      }
      party.get().names.add(new Party.Name(name.text().strip(), name.form()));
      record(party.get(), "named", Optional.empty(), name.text(), recordedBy);
      return new Changed.Done();
    });
  }

  @Override
  public Changed identify(OrganisationId owner, PartyId id, String creditCode, String recordedBy) {
    return register.alone(() -> {
      Optional<MemoryRegister.KeptParty> party = owned(owner, id).map(register::root);
      if (party.isEmpty()) {
        return refused("party-unknown", id.toString());
      }
      party.get().creditCode = creditCode;
      record(party.get(), "identified", Optional.empty(), creditCode, recordedBy);
      return new Changed.Done();
    });
  }

  @Override
  public Changed merge(
      OrganisationId owner, PartyId into, PartyId absorbed, String reason, String recordedBy) {
    return register.alone(() -> {
      Optional<MemoryRegister.KeptParty> target = owned(owner, into).map(register::root);
      Optional<MemoryRegister.KeptParty> source = owned(owner, absorbed);
      if (target.isEmpty() || source.isEmpty()) {
        return refused("party-unknown", (target.isEmpty() ? into : absorbed).toString());
      }
      if (source.get().into.isPresent() || source.get() == target.get()) {
        return refused("party-merged", absorbed.toString());
      }
      source.get().into = Optional.of(target.get().id);
      record(target.get(), "merged", Optional.of(absorbed), reason, recordedBy);
      return new Changed.Done();
    });
  }

  @Override
  public Changed unmerge(OrganisationId owner, PartyId absorbed, String reason, String recordedBy) {
    return register.alone(() -> {
      Optional<MemoryRegister.KeptParty> source = owned(owner, absorbed);
      if (source.isEmpty()) {
        return refused("party-unknown", absorbed.toString());
      }
      if (source.get().into.isEmpty()) {
        return refused("party-not-merged", absorbed.toString());
      }
      MemoryRegister.KeptParty root = register.root(source.get());
      source.get().into = Optional.empty();
      record(root, "unmerged", Optional.of(absorbed), reason, recordedBy);
      return new Changed.Done();
    });
  }

  private Optional<MemoryRegister.KeptParty> owned(OrganisationId owner, PartyId id) {
    return Optional.ofNullable(register.parties.get(id)).filter(party -> party.owner.equals(owner));
  }

  private List<MemoryRegister.KeptParty> roots(OrganisationId owner) {
    return register.parties.values().stream()
        .filter(party -> party.owner.equals(owner) && party.into.isEmpty())
        .toList();
  }

  private Party shown(MemoryRegister.KeptParty root) {
    Set<MemoryRegister.KeptParty> group = register.group(root);
    return new Party(
        root.id,
        group.stream().flatMap(party -> party.names.stream()).toList(),
        root.creditCode,
        root.country,
        root.region,
        register.rights.values().stream()
            .filter(kept -> kept.owner.equals(root.owner) && register.names(kept, group))
            .count(),
        group.stream().filter(party -> party != root).map(party -> party.id).sorted().toList(),
        root.history);
  }

  private void record(
      MemoryRegister.KeptParty party,
      String what,
      Optional<PartyId> other,
      String text,
      String by) {
    party.history.add(new Party.Change(register.now(), what, other, text, by));
  }

  private static Changed refused(String code, String given) {
    return new Changed.Refused(Problem.of(code, "", given, "The register refuses this."));
  }
}
