package org.zhiheng.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// The rights in memory: every question looks at every right.
final class MemoryRights implements Rights {

  private final MemoryRegister register;

  MemoryRights(MemoryRegister register) {
    this.register = register;
  }

  @Override
  public Optional<RightRecord> find(OrganisationId viewer, RightId id) {
    return register.alone(() ->
        Optional.ofNullable(register.rights.get(id))
            .filter(kept -> kept.seenBy(viewer))
            .map(kept ->
                new RightRecord(
                    id,
                    kept.owner,
                    kept.events.size(),
                    kept.kind,
                    kept.office,
                    List.copyOf(kept.numbers.values()),
                    kept.owner.equals(viewer) ? kept.references : References.NONE,
                    kept.events)));
  }

  @Override
  public List<RightId> withKeys(OrganisationId viewer, Collection<String> keys) {
    return register.alone(() ->
        register.rights.values().stream()
            .filter(kept -> kept.seenBy(viewer))
            .filter(kept -> keys.stream().anyMatch(kept.numbers::containsKey))
            .map(kept -> kept.id)
            .toList());
  }

  @Override
  public RightPage page(RightQuery query) {
    List<RightRow> rows = rows(query);
    if (rows.size() <= query.limit()) {
      return new RightPage(rows, Optional.empty());
    }
    RightRow last = rows.get(query.limit() - 1);
    return new RightPage(
        rows.subList(0, query.limit()),
        Optional.of(new RightQuery.Cursor(last.noticedOn(), last.id())));
  }

  @Override
  public long count(RightQuery query, long atMost) {
    return Math.min(rows(query).size(), atMost);
  }

  @Override
  public void each(RightQuery query, Consumer<RightRow> consumer) {
    rows(query).forEach(consumer);
  }

  private List<RightRow> rows(RightQuery query) {
    return register.alone(() -> {
      Set<MemoryRegister.KeptParty> group =
          query
              .party()
              .flatMap(id -> Optional.ofNullable(register.parties.get(id)))
              .filter(party -> party.owner.equals(query.viewer()))
              .map(party -> register.group(register.root(party)))
              .orElse(Set.of());
      return register.rights.values().stream()
          .filter(kept -> inScope(kept, query))
          .filter(kept -> query.party().isEmpty() || register.names(kept, group))
          .filter(kept -> classed(kept, query.classPrefix().strip()))
          .filter(kept ->
              MemoryText.met(
                  query.term(), MemoryRow.texts(kept), List.copyOf(kept.numbers.values())))
          .map(MemoryRow::of)
          .filter(row -> met(row, query))
          .sorted(Comparator.comparing(RightRow::noticedOn).thenComparing(RightRow::id).reversed())
          .toList();
    });
  }

  private static boolean inScope(MemoryRegister.Kept kept, RightQuery query) {
    return switch (query.scope()) {
      case OWN -> kept.owner.equals(query.viewer());
      case SHARED -> kept.sharedWith.contains(query.viewer());
    };
  }

  private static boolean classed(MemoryRegister.Kept kept, String prefix) {
    return prefix.isEmpty()
        || kept.right().bibliography().classes().stream()
            .anyMatch(symbol -> symbol.symbol().startsWith(prefix));
  }

  private static boolean met(RightRow row, RightQuery query) {
    return query.kind().map(row.kind()::equals).orElse(true)
        && query.office().map(row.office()::equals).orElse(true)
        && (query.stage().isEmpty() || query.stage().equals(row.stage()))
        && (query.region().isEmpty() || query.region().equals(row.region()))
        && query.noticedFrom().map(from -> !row.noticedOn().isBefore(from)).orElse(true)
        && query.noticedTo().map(row.noticedOn()::isBefore).orElse(true)
        && query.after().map(after -> behind(row, after)).orElse(true);
  }

  private static boolean behind(RightRow row, RightQuery.Cursor after) {
    return row.noticedOn().isBefore(after.noticedOn())
        || (row.noticedOn().equals(after.noticedOn()) && row.id().compareTo(after.id()) < 0);
  }

  @Override
  public Entered enter(
      OrganisationId owner, Notice notice, References references, String recordedBy) {
    return register.alone(() -> {
      Optional<MemoryRegister.Kept> known = first(owner, notice);
      if (known.isPresent()) {
        return new Entered.Exists(known.get().id);
      }
      MemoryRegister.Kept kept = register.add(owner, notice.kind(), notice.office());
      kept.references = references;
      land(kept, notice, recordedBy);
      return new Entered.New(kept.id);
    });
  }

  /// The right with the lowest id that has one of the notice's numbers.
  Optional<MemoryRegister.Kept> first(OrganisationId owner, Notice notice) {
    return notice.numbers().stream()
        .flatMap(number -> register.holder(owner, number.key()).stream())
        .min(Comparator.comparing(kept -> kept.id));
  }

  /// Adds what a notice brings; true when that was anything.
  boolean land(MemoryRegister.Kept kept, Notice notice, String by) {
    boolean news = false;
    for (RightNumber number : notice.numbers()) {
      if (register.holder(kept.owner, number.key()).isEmpty()) {
        register.number(kept, number);
        news = true;
      }
    }
    for (DatedFact fact : notice.facts()) {
      news |= register.append(kept, fact, notice.source(), by);
    }
    register.enterParties(kept);
    return news;
  }

  @Override
  public Appended append(
      OrganisationId owner,
      RightId id,
      long expectedVersion,
      DatedFact fact,
      Source source,
      String recordedBy) {
    return register.alone(() -> {
      MemoryRegister.Kept kept = register.rights.get(id);
      if (kept == null || !kept.owner.equals(owner)) {
        return new Appended.NotFound();
      }
      if (kept.events.size() != expectedVersion) {
        return new Appended.Stale(kept.events.size());
      }
      if (!register.append(kept, fact, source, recordedBy)) {
        return new Appended.Unchanged();
      }
      for (RightNumber number : kept.right().numbers()) {
        if (brings(fact.fact(), number) && register.holder(owner, number.key()).isEmpty()) {
          register.number(kept, number);
        }
      }
      register.enterParties(kept);
      return new Appended.Done(kept.events.size());
    });
  }

  // a record prints its components: no number's text is in a fact that does not bring it
  private static boolean brings(Fact fact, RightNumber number) {
    return fact.toString().contains(number.toString());
  }

  @Override
  public boolean refer(OrganisationId owner, RightId id, References references) {
    return register.alone(() -> {
      Optional<MemoryRegister.Kept> kept = owned(owner, id);
      kept.ifPresent(own -> own.references = references);
      return kept.isPresent();
    });
  }

  @Override
  public boolean share(OrganisationId owner, RightId id, OrganisationId with) {
    return register.alone(() -> {
      Optional<MemoryRegister.Kept> kept = owned(owner, id);
      kept.filter(_ -> !owner.equals(with)).ifPresent(own -> own.sharedWith.add(with));
      return kept.isPresent();
    });
  }

  @Override
  public boolean unshare(OrganisationId owner, RightId id, OrganisationId with) {
    return register.alone(
        () -> owned(owner, id).filter(kept -> kept.sharedWith.remove(with)).isPresent());
  }

  @Override
  public List<OrganisationId> sharedWith(OrganisationId owner, RightId id) {
    return register.alone(() ->
        owned(owner, id).stream()
            .flatMap(kept -> kept.sharedWith.stream())
            .sorted(Comparator.comparingLong(OrganisationId::number))
            .toList());
  }

  private Optional<MemoryRegister.Kept> owned(OrganisationId owner, RightId id) {
    return Optional.ofNullable(register.rights.get(id)).filter(kept -> kept.owner.equals(owner));
  }
}
