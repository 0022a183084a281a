package org.zhiheng.contracts.examine.pattern;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.candidate.ScanCandidates;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.ClassScheme;
import org.zhiheng.register.number.ClassSymbol;
import org.zhiheng.register.number.Numbers;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.similarity.candidate.MarkEntry;
import org.zhiheng.similarity.word.Words;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// One organisation with marks of several holders in memory, on a day that does not move.
final class MarkRoom {

  static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  static final OrganisationId ORGANISATION = new OrganisationId(1);

  final InstantSource clock = () -> NOW;
  final RegisterStores stores = new MemoryRegister(clock).stores();
  final Words words = Words.load();
  final ScanCandidates index = new ScanCandidates(words);
  final Acting manager = Acting.as(ORGANISATION, "manager", Role.MANAGER);
  final Acting examiner = Acting.as(ORGANISATION, "examiner", Role.EXAMINER);
  final Acting viewer = Acting.as(ORGANISATION, "viewer", Role.VIEWER);
  private int number = 10_000_000;

  /// A mark filed by `holder` and, with `registered`, registered a year later.
  RightId mark(String word, String holder, String filed, boolean registered, String... symbols) {
    List<ClassSymbol> classes = new ArrayList<>();
    for (String symbol : symbols) {
      classes.add(
          new ClassSymbol(
              symbol.length() == 4 ? ClassScheme.SIMILAR_GROUP : ClassScheme.NICE, symbol));
    }
    List<RightNumber> numbers =
        List.of(Numbers.registration(Office.CN, Integer.toString(++number)).orThrow());
    Bibliography bibliography =
        new Bibliography(
            word.isEmpty() ? List.of() : List.of(new Bibliography.Text("", word)),
            List.of(),
            List.of(
                new Bibliography.Named(Bibliography.Role.APPLICANT, holder, "", "", "样例市 示例路1号"),
                Bibliography.Named.of(Bibliography.Role.AGENT, "样例代理所")),
            classes,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.of(new Bibliography.Sign(word, "", List.of())));
    LocalDate day = LocalDate.parse(filed);
    List<DatedFact> facts = new ArrayList<>();
    facts.add(new DatedFact(day, new Fact.Filed(numbers, bibliography)));
    if (registered) {
      facts.add(
          new DatedFact(
              day.plusYears(1),
              new Fact.Registered(numbers, Optional.empty(), Bibliography.EMPTY)));
    }
    Rights.Entered entered =
        stores
            .rights()
            .enter(
                ORGANISATION,
                new Notice(RightKind.MARK, Office.CN, numbers, facts, Source.BY_HAND),
                References.NONE,
                "manager");
    RightId id = ((Rights.Entered.New) entered).id();
    index.put(
        List.of(new MarkEntry(id.toString(), ORGANISATION.toString(), word, Set.of(), Set.of())));
    return id;
  }

  /// Records one more fact.
  void record(RightId id, String on, Fact fact) {
    long version = stores.rights().find(ORGANISATION, id).orElseThrow().version();
    stores
        .rights()
        .append(
            ORGANISATION,
            id,
            version,
            new DatedFact(LocalDate.parse(on), fact),
            Source.BY_HAND,
            "manager");
  }

  PartyId party(String name) {
    return Objects.requireNonNull(
        stores.parties().named(ORGANISATION, List.of(name)).get(name), name);
  }

  List<AuditTrail.Entry> trail() {
    return stores.trail().page(ORGANISATION, Optional.empty(), 100).stream()
        .map(AuditTrail.Kept::entry)
        .toList();
  }
}
