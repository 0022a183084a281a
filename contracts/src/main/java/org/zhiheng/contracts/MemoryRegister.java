package org.zhiheng.contracts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.zhiheng.jobs.examine.MarkFeed;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.party.Party;
import org.zhiheng.register.record.References;
import org.zhiheng.register.right.Right;
import org.zhiheng.values.EventId;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// All records, in lists and maps, behind one lock: slow and plain, what the stores are compared
/// with.
public final class MemoryRegister {

  final Map<RightId, Kept> rights = new TreeMap<>();
  final Map<PartyId, KeptParty> parties = new TreeMap<>();
  private final Map<Numbered, Kept> holders = new HashMap<>();
  private final InstantSource clock;
  private long lastRight;
  private long lastEvent;
  private long lastParty;
  private long lastChange;

  /// An empty register on this clock.
  public MemoryRegister(InstantSource clock) {
    this.clock = clock;
  }

  /// The four ports over this register.
  public RegisterStores stores() {
    return new RegisterStores(
        new MemoryRights(this),
        new MemoryParties(this),
        new MemoryImportRuns(this),
        new MemoryAuditTrail());
  }

  /// The marks in the order of their last changes.
  public MarkFeed feed() {
    return new MemoryMarkFeed(this);
  }

  /// Which right backs which deal, over this register; one for all that share it.
  public Pledges pledges() {
    return new MemoryPledges(this);
  }

  /// A right and all that is kept of it.
  static final class Kept {
    final RightId id;
    final OrganisationId owner;
    final RightKind kind;
    final Office office;
    final Map<String, RightNumber> numbers = new LinkedHashMap<>();
    final List<Event> events = new ArrayList<>();
    final Set<OrganisationId> sharedWith = new HashSet<>();
    References references = References.NONE;

    /// Of all changes of the register, which was this right's last; from 1.
    long changedAt;

    private Optional<Right> folded = Optional.empty();
    private int foldedEvents;

    Kept(RightId id, OrganisationId owner, RightKind kind, Office office) {
      this.id = id;
      this.owner = owner;
      this.kind = kind;
      this.office = office;
    }

    /// What its events come to; folded again when there are more of them.
    Right right() {
      if (folded.isEmpty() || foldedEvents != events.size()) {
        folded = Optional.of(Right.fold(kind, office, events, SameParty.BY_NAME).right());
        foldedEvents = events.size();
      }
      return folded.get();
    }

    boolean seenBy(OrganisationId viewer) {
      return owner.equals(viewer) || sharedWith.contains(viewer);
    }
  }

  /// A party and all that is kept of it.
  static final class KeptParty {
    final PartyId id;
    final OrganisationId owner;
    final List<Party.Name> names = new ArrayList<>();
    final List<Party.Change> history = new ArrayList<>();
    final String country;
    final String region;
    String creditCode = "";
    Optional<PartyId> into = Optional.empty();

    KeptParty(PartyId id, OrganisationId owner, String country, String region) {
      this.id = id;
      this.owner = owner;
      this.country = country;
      this.region = region;
    }
  }

  /// Does the work alone.
  synchronized <T> T alone(Supplier<T> work) {
    return work.get();
  }

  /// The number of the last change; 0 when nothing ever changed.
  long lastChange() {
    return lastChange;
  }

  Instant now() {
    return clock.instant();
  }

  /// A new right without events.
  Kept add(OrganisationId owner, RightKind kind, Office office) {
    Kept kept = new Kept(new RightId(++lastRight), owner, kind, office);
    kept.changedAt = ++lastChange;
    rights.put(kept.id, kept);
    return kept;
  }

  /// Appends the fact unless it stands there.
  boolean append(Kept kept, DatedFact fact, Source source, String by) {
    boolean known =
        kept.events.stream()
            .anyMatch(event -> event.on().equals(fact.on()) && event.fact().equals(fact.fact()));
    if (!known) {
      kept.events.add(
          new Event(new EventId(++lastEvent), fact.on(), fact.fact(), source, now(), by));
      kept.changedAt = ++lastChange;
    }
    return !known;
  }

  /// The right of the owner that has the key.
  Optional<Kept> holder(OrganisationId owner, String key) {
    return Optional.ofNullable(holders.get(new Numbered(owner, key)));
  }

  /// Gives a right a number that no other right of its owner has.
  void number(Kept kept, RightNumber number) {
    kept.numbers.put(number.key(), number);
    holders.putIfAbsent(new Numbered(kept.owner, number.key()), kept);
  }

  private record Numbered(OrganisationId owner, String key) {}

  /// Sees to it that every name of the right has a party.
  void enterParties(Kept kept) {
    MemoryRow.names(kept)
        .forEach(named -> {
          if (party(kept.owner, named.name()).isEmpty()) {
            KeptParty party =
                new KeptParty(
                    new PartyId(++lastParty), kept.owner, named.country(), named.region());
            party.names.add(
                new Party.Name(
                    named.name().strip(),
                    named.name().matches("(?s).*\\p{IsHan}.*")
                        ? Party.Form.CHINESE
                        : Party.Form.LATIN));
            parties.put(party.id, party);
          }
        });
  }

  /// The party that has this name.
  Optional<KeptParty> party(OrganisationId owner, String name) {
    String key = MemoryText.name(name);
    return parties.values().stream()
        .filter(party -> party.owner.equals(owner))
        .filter(
            party -> party.names.stream().anyMatch(own -> MemoryText.name(own.text()).equals(key)))
        .findFirst();
  }

  /// What a party is shown as.
  KeptParty root(KeptParty party) {
    KeptParty root = party;
    while (root.into.isPresent()) {
      root = kept(root.into.get());
    }
    return root;
  }

  KeptParty kept(PartyId id) {
    return Optional.ofNullable(parties.get(id)).orElseThrow();
  }

  /// The party and all that are merged into it, itself first.
  Set<KeptParty> group(KeptParty root) {
    Set<KeptParty> group = new LinkedHashSet<>();
    group.add(root);
    for (KeptParty party : parties.values()) {
      if (root(party) == root) {
        group.add(party);
      }
    }
    return group;
  }

  /// Whether the right names one of these parties.
  boolean names(Kept kept, Set<KeptParty> group) {
    return MemoryRow.names(kept).stream()
        .anyMatch(named -> party(kept.owner, named.name()).filter(group::contains).isPresent());
  }
}
