package org.zhiheng.jobs.examine.pattern;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhiheng.jobs.examine.assignment.MarkedGoods;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.register.record.RightPage;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRecord;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.register.record.Rights;
import org.zhiheng.register.right.Right;
import org.zhiheng.similarity.candidate.Candidates;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.RightId;

/// Reads from the register what patterns are computed from.
///
/// Cost: each filing of the party and up to [#AGENT_RIGHTS_MAX] of its agents are read in full; the
/// references take up to [#REFERENCE_ROWS_MAX] lines of the list.
public final class PortfolioReader {

  /// Most filings of one party that are read in full, newest first; the pack says what is left out.
  public static final int FILINGS_MAX = 10_000;

  /// Most filings of an agent that are read in search of others at the same address.
  public static final int AGENT_RIGHTS_MAX = 2_000;

  /// Most lines of the workspace's list that references are taken from.
  public static final int REFERENCE_ROWS_MAX = 20_000;

  private final Rights rights;
  private final Parties parties;
  private final Candidates candidates;
  private final OwnParties own;

  /// Over these stores and the index of marks.
  public PortfolioReader(Rights rights, Parties parties, Candidates candidates, OwnParties own) {
    this.rights = rights;
    this.parties = parties;
    this.candidates = candidates;
    this.own = own;
  }

  Optional<Party> party(OrganisationId viewer, PartyId id) {
    return parties.find(viewer, id);
  }

  boolean owns(OrganisationId viewer, PartyId id) {
    return own.owns(viewer, id);
  }

  KnownMarks workspace(OrganisationId viewer, PartyId subject, int perMille) {
    return new WorkspaceMarks(rights, parties, candidates, viewer, subject, perMille);
  }

  /// The words of a mark: its first title, else its sign.
  static String name(Right right) {
    return right.bibliography().titles().isEmpty()
        ? right.bibliography().sign().map(Bibliography.Sign::word).orElse("")
        : right.bibliography().titles().getFirst().text();
  }

  /// All that is asked of the register about this party's filings.
  Portfolio read(
      OrganisationId viewer, Party subject, NavigableSet<String> businessClasses, LocalDate asOf) {
    List<RightId> ids = new ArrayList<>();
    rights.each(marksOf(viewer, subject.id(), Optional.empty()), row -> ids.add(row.id()));
    List<Read> filed = new ArrayList<>();
    int leftOut = Math.max(0, ids.size() - FILINGS_MAX);
    for (RightId id : ids.subList(0, ids.size() - leftOut)) {
      rights
          .find(viewer, id)
          .map(record -> new Read(record))
          .filter(one -> partiesOf(viewer, one.filerNames()).contains(subject.id()))
          .ifPresent(filed::add);
    }
    Links links = links(viewer, subject.id(), filed);
    List<Filing> filings =
        filed.stream().map(one -> filing(viewer, subject.id(), one, links.parties)).toList();
    return new Portfolio(
        subject.id(),
        subject.names().getFirst().text(),
        asOf,
        filings,
        leftOut,
        links.links,
        links.agentClients,
        businessClasses,
        references(viewer, filings));
  }

  /// A right, read in full.
  private record Read(
      RightRecord record, List<DatedFact> facts, Right right, List<Bibliography.Named> filers) {

    Read(RightRecord record) {
      this(record, TrueFacts.of(record.events()));
    }

    private Read(RightRecord record, List<DatedFact> facts) {
      this(
          record,
          facts,
          Right.fold(record.kind(), record.office(), record.events(), SameParty.BY_NAME).right(),
          TrueFacts.filers(facts));
    }

    Read {
      facts = List.copyOf(facts);
      filers = List.copyOf(filers);
    }

    List<String> filerNames() {
      return filers.stream().map(Bibliography.Named::name).toList();
    }

    Set<String> agents() {
      Set<String> agents = new TreeSet<>();
      TrueFacts.named(facts, Bibliography.Role.AGENT).forEach(one -> agents.add(one.name()));
      return agents;
    }
  }

  private Collection<PartyId> partiesOf(OrganisationId viewer, Collection<String> names) {
    return parties.named(viewer, names).values();
  }

  private Filing filing(OrganisationId viewer, PartyId subject, Read one, Set<PartyId> tied) {
    MarkedGoods goods = MarkedGoods.of(one.right.bibliography());
    List<Happening> happenings = new ArrayList<>();
    for (DatedFact fact : one.facts) {
      TrueFacts.happening(fact)
          .map(happening -> tied(viewer, subject, happening, fact.fact(), tied))
          .ifPresent(happenings::add);
    }
    return new Filing(
        one.record.id(),
        name(one.right),
        goods.classes(),
        goods.groups(),
        one.right.dates().filedOn(),
        one.agents(),
        addresses(viewer, subject, one),
        one.right.owners().stream().map(Fact.Share::name).toList(),
        happenings);
  }

  private Happening tied(
      OrganisationId viewer, PartyId subject, Happening happening, Fact fact, Set<PartyId> tied) {
    if (!(fact instanceof Fact.Assigned assigned)) {
      return happening;
    }
    Collection<PartyId> to =
        partiesOf(viewer, assigned.to().stream().map(Fact.Share::name).toList());
    return to.stream().anyMatch(id -> id.equals(subject) || tied.contains(id))
        ? new Happening(happening.kind(), happening.on(), happening.text(), Happening.Ties.TIED)
        : happening;
  }

  private Set<String> addresses(OrganisationId viewer, PartyId subject, Read one) {
    Set<String> addresses = new TreeSet<>();
    for (Bibliography.Named named : one.filers) {
      if (!named.address().isBlank()
          && partiesOf(viewer, List.of(named.name())).contains(subject)) {
        addresses.add(plain(named.address()));
      }
    }
    return addresses;
  }

  /// Who shares something with the subject.
  private record Links(List<Evidence.Link> links, Set<PartyId> parties, long agentClients) {
    Links {
      links = List.copyOf(links);
      parties = Set.copyOf(parties);
    }
  }

  private Links links(OrganisationId viewer, PartyId subject, List<Read> filed) {
    Map<PartyId, TreeSet<RightId>> together = new TreeMap<>();
    Map<PartyId, String> names = new HashMap<>();
    Set<String> addresses = new HashSet<>();
    Set<String> agents = new TreeSet<>();
    Set<RightId> own = new HashSet<>();
    for (Read one : filed) {
      own.add(one.record.id());
      agents.addAll(one.agents());
      addresses.addAll(addresses(viewer, subject, one));
      parties
          .named(viewer, one.filerNames())
          .forEach((name, id) -> {
            if (!id.equals(subject)) {
              together.computeIfAbsent(id, _ -> new TreeSet<>()).add(one.record.id());
              names.putIfAbsent(id, name);
            }
          });
    }
    List<Evidence.Link> links = new ArrayList<>();
    together.forEach((id, shared) ->
        links.add(
            new Evidence.Link(
                id,
                names.getOrDefault(id, ""),
                Evidence.LinkBasis.CO_APPLICANT,
                "",
                List.copyOf(shared))));
    Set<PartyId> clients = new HashSet<>();
    Map<PartyId, Map<String, Set<RightId>>> housed = new TreeMap<>();
    for (PartyId agent : new TreeSet<>(partiesOf(viewer, agents))) {
      for (RightRow row : rows(marksOf(viewer, agent, Optional.empty()), AGENT_RIGHTS_MAX)) {
        if (own.contains(row.id())) {
          continue;
        }
        rights
            .find(viewer, row.id())
            .map(record -> new Read(record))
            .filter(other -> partiesOf(viewer, other.agents()).contains(agent))
            .ifPresent(other -> house(viewer, subject, other, addresses, clients, housed, names));
      }
    }
    housed.forEach((id, byAddress) ->
        byAddress.forEach((address, where) ->
            links.add(
                new Evidence.Link(
                    id,
                    names.getOrDefault(id, ""),
                    Evidence.LinkBasis.ADDRESS_AND_AGENT,
                    address,
                    List.copyOf(where)))));
    Set<PartyId> tied = new HashSet<>(together.keySet());
    tied.addAll(housed.keySet());
    return new Links(links, tied, clients.size());
  }

  private void house(
      OrganisationId viewer,
      PartyId subject,
      Read other,
      Set<String> addresses,
      Set<PartyId> clients,
      Map<PartyId, Map<String, Set<RightId>>> housed,
      Map<PartyId, String> names) {
    for (Bibliography.Named named : other.filers) {
      for (PartyId id : partiesOf(viewer, List.of(named.name()))) {
        if (id.equals(subject)) {
          continue;
        }
        clients.add(id);
        names.putIfAbsent(id, named.name());
        String address = plain(named.address());
        if (!address.isEmpty() && addresses.contains(address)) {
          housed
              .computeIfAbsent(id, _ -> new TreeMap<>())
              .computeIfAbsent(address, _ -> new TreeSet<>())
              .add(other.record.id());
        }
      }
    }
  }

  /// What is usual among the other holders of the workspace.
  private References references(OrganisationId viewer, List<Filing> filings) {
    Set<RightId> ownIds = new HashSet<>();
    filings.forEach(filing -> ownIds.add(filing.right()));
    Map<String, List<LocalDate>> days = new TreeMap<>();
    Map<String, Long> counts = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (RightRow row :
        rows(marks(viewer, Optional.empty(), Optional.empty()), REFERENCE_ROWS_MAX)) {
      if (ownIds.contains(row.id()) || row.holder().isEmpty()) {
        continue;
      }
      names.add(row.title());
      counts.merge(row.holder(), 1L, Long::sum);
      List<LocalDate> of = days.computeIfAbsent(row.holder(), _ -> new ArrayList<>());
      row.filedOn().ifPresent(of::add);
    }
    if (counts.isEmpty()) {
      return References.NONE;
    }
    Map<String, Long> medians = new HashMap<>();
    medians.put("filings", median(counts.values()));
    days.values().forEach(of -> of.sort(Comparator.naturalOrder()));
    for (int length : Bursts.LENGTHS_DAYS) {
      medians.put(
          Bursts.code(length),
          median(
              days.values().stream()
                  .map(of -> Bursts.fullest(of, length).map(span -> (long) span.size()).orElse(0L))
                  .toList()));
    }
    return new References(
        medians,
        counts.size(),
        new Said(
            "工作区其他权利人（按现权利人，取最近 " + REFERENCE_ROWS_MAX + " 件商标以内）的中位数。",
            "Median of the other holders in the workspace, by who holds now, among its newest "
                + REFERENCE_ROWS_MAX
                + " marks."),
        names);
  }

  /// Of an even number the lower of the middle two.
  private static long median(Collection<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  private List<RightRow> rows(RightQuery query, int most) {
    List<RightRow> rows = new ArrayList<>();
    Optional<RightQuery> next = Optional.of(query);
    while (next.isPresent() && rows.size() < most) {
      RightQuery asked = next.get();
      RightPage page = rights.page(asked);
      rows.addAll(page.rows());
      next = page.next().map(cursor -> asked.from(Optional.of(cursor)));
    }
    return rows.size() > most ? rows.subList(0, most) : rows;
  }

  private static RightQuery marksOf(
      OrganisationId viewer, PartyId party, Optional<RightQuery.Cursor> after) {
    return marks(viewer, Optional.of(party), after);
  }

  private static RightQuery marks(
      OrganisationId viewer, Optional<PartyId> party, Optional<RightQuery.Cursor> after) {
    return new RightQuery(
        viewer,
        RightQuery.Scope.OWN,
        "",
        Optional.of(RightKind.MARK),
        Optional.empty(),
        "",
        "",
        "",
        party,
        Optional.empty(),
        Optional.empty(),
        after,
        RightQuery.LIMIT_MAX);
  }

  /// An address without width, case, spaces and punctuation.
  private static String plain(String address) {
    return Normalizer.normalize(address, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
