package org.zhiheng.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.jobs.imports.ImportRun;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.register.record.RightQuery;
import org.zhiheng.register.record.RightRow;
import org.zhiheng.seeds.Seed;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.PartyId;

/// What every store of parties must do.
public abstract class PartiesContract {

  private static final String BOSCH = "Robert Bosch GmbH";
  private static final String ZTE = "中兴通讯股份有限公司";
  private static final String TSINGHUA = "清华大学";

  /// The back end's ports.
  protected abstract RegisterStores stores();

  /// An organisation that has no records yet.
  protected abstract OrganisationId newOrganisation();

  private Parties parties() {
    return stores().parties();
  }

  private OrganisationId withRecords() {
    OrganisationId owner = newOrganisation();
    List<Notice> notices = new SampleNotices(Seed.of(3)).notices(80);
    RegisterStores stores = stores();
    ImportRun run = stores.runs().start(owner, "sample", "s.csv", "d", 1, "li", Instant.EPOCH);
    stores.runs().land(run, notices, 0, List.of(), 80);
    stores.runs().end(run.id(), ImportRun.State.FINISHED, "", Instant.EPOCH);
    return owner;
  }

  private PartyId id(OrganisationId owner, String name) {
    return Optional.ofNullable(parties().named(owner, List.of(name)).get(name)).orElseThrow();
  }

  private Party party(OrganisationId owner, PartyId id) {
    return parties().find(owner, id).orElseThrow();
  }

  private List<RightRow> rightsOf(OrganisationId owner, PartyId party) {
    List<RightRow> rows = new ArrayList<>();
    RightQuery all = RightQuery.all(owner, 1);
    stores()
        .rights()
        .each(
            new RightQuery(
                owner,
                all.scope(),
                "",
                all.kind(),
                all.office(),
                "",
                "",
                "",
                Optional.of(party),
                all.noticedFrom(),
                all.noticedTo(),
                all.after(),
                1),
            rows::add);
    return rows;
  }

  @Test
  void makesAPartyOfEachName() {
    OrganisationId owner = withRecords();
    assertThat(id(owner, BOSCH)).isEqualTo(id(owner, "ＲＯＢＥＲＴ  bosch gmbh"));
    assertThat(parties().named(owner, List.of("nobody", ZTE))).containsOnlyKeys(ZTE);
    Party zte = party(owner, id(owner, ZTE));
    assertThat(zte.names()).containsExactly(new Party.Name(ZTE, Party.Form.CHINESE));
    assertThat(zte.rights()).isEqualTo(rightsOf(owner, zte.id()).size()).isPositive();
    assertThat(party(owner, id(owner, BOSCH)).names().getFirst().form())
        .isEqualTo(Party.Form.LATIN);
  }

  @Test
  void keepsOrganisationsApart() {
    OrganisationId owner = withRecords();
    OrganisationId other = newOrganisation();
    PartyId zte = id(owner, ZTE);
    PartyId bosch = id(owner, BOSCH);
    assertThat(parties().find(other, zte)).isEmpty();
    assertThat(parties().search(other, "", 10)).isEmpty();
    assertThat(parties().page(other, Optional.empty(), 10)).isEmpty();
    assertThat(parties().named(other, List.of(ZTE))).isEmpty();
    refusedAs(parties().merge(other, zte, bosch, "", "eve"), "party-unknown");
    refusedAs(parties().unmerge(other, zte, "", "eve"), "party-unknown");
    refusedAs(parties().identify(other, zte, "x", "eve"), "party-unknown");
    refusedAs(
        parties().addName(other, zte, new Party.Name("x", Party.Form.LATIN), "eve"),
        "party-unknown");
    assertThat(rightsOf(other, zte)).isEmpty();
  }

  private static void refusedAs(Parties.Changed changed, String code) {
    assertThat(changed)
        .isInstanceOfSatisfying(
            Parties.Changed.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @Test
  void findsPartiesByPartsOfTheirNamesMostRightsFirst() {
    OrganisationId owner = withRecords();
    List<Party> companies = parties().search(owner, "有限公司", 100);
    assertThat(companies).hasSizeGreaterThan(3);
    for (int at = 1; at < companies.size(); at++) {
      assertThat(companies.get(at).rights()).isLessThanOrEqualTo(companies.get(at - 1).rights());
    }
    assertThat(parties().search(owner, "BOSCH", 10))
        .extracting(Party::id)
        .containsExactly(id(owner, BOSCH));
    assertThat(parties().search(owner, "有限公司", 2)).isEqualTo(companies.subList(0, 2));
    assertThat(parties().search(owner, "100%_", 2)).isEmpty();
  }

  @Test
  void pagesThroughAllOfThem() {
    OrganisationId owner = withRecords();
    List<PartyId> paged = new ArrayList<>();
    List<Party> page = parties().page(owner, Optional.empty(), 2);
    while (!page.isEmpty()) {
      page.forEach(party -> paged.add(party.id()));
      page = parties().page(owner, Optional.of(page.getLast().id()), 2);
    }
    assertThat(paged).isSorted().doesNotHaveDuplicates();
    assertThat(paged)
        .containsExactlyInAnyOrderElementsOf(
            parties().search(owner, "", 100).stream().map(Party::id).toList());
  }

  @Test
  void addsANameUnlessAnotherHasIt() {
    OrganisationId owner = withRecords();
    PartyId zte = id(owner, ZTE);
    Party.Name name = new Party.Name("ZTE Corporation", Party.Form.LATIN);
    assertThat(parties().addName(owner, zte, name, "li")).isEqualTo(new Parties.Changed.Done());
    assertThat(party(owner, zte).names()).endsWith(name).hasSize(2);
    assertThat(id(owner, "zte corporation")).isEqualTo(zte);
    refusedAs(
        parties().addName(owner, zte, new Party.Name(BOSCH, Party.Form.LATIN), "li"),
        "party-name-taken");
    assertThat(party(owner, zte).history())
        .singleElement()
        .satisfies(change -> assertThat(change.what()).isEqualTo("named"));
  }

  @Test
  void recordsACreditCode() {
    OrganisationId owner = withRecords();
    PartyId zte = id(owner, ZTE);
    parties().identify(owner, zte, "9144030027939873X7", "li");
    assertThat(party(owner, zte).creditCode()).isEqualTo("9144030027939873X7");
  }

  @Test
  void mergesAndRestoresEverythingWhenUndone() {
    OrganisationId owner = withRecords();
    PartyId zte = id(owner, ZTE);
    PartyId bosch = id(owner, BOSCH);
    PartyId tsinghua = id(owner, TSINGHUA);
    Party zteBefore = party(owner, zte);
    Party boschBefore = party(owner, bosch);
    List<RightRow> zteRights = rightsOf(owner, zte);
    List<RightRow> boschRights = rightsOf(owner, bosch);

    assertThat(parties().merge(owner, tsinghua, zte, "same", "li"))
        .isEqualTo(new Parties.Changed.Done());
    assertThat(parties().merge(owner, bosch, tsinghua, "same", "li"))
        .isEqualTo(new Parties.Changed.Done());
    Party merged = party(owner, zte);
    assertThat(merged.id()).isEqualTo(bosch);
    assertThat(merged.absorbed()).containsExactlyInAnyOrder(zte, tsinghua);
    assertThat(merged.names().getFirst()).isEqualTo(boschBefore.names().getFirst());
    assertThat(merged.names()).containsAll(zteBefore.names());
    assertThat(id(owner, ZTE)).isEqualTo(bosch);
    assertThat(rightsOf(owner, bosch))
        .containsAll(zteRights)
        .containsAll(boschRights)
        .isEqualTo(rightsOf(owner, zte));
    assertThat(merged.rights()).isEqualTo(rightsOf(owner, bosch).size());
    assertThat(parties().search(owner, "中兴", 10)).extracting(Party::id).containsExactly(bosch);
    assertThat(parties().page(owner, Optional.empty(), 100))
        .extracting(Party::id)
        .doesNotContain(zte, tsinghua);
    refusedAs(parties().merge(owner, zte, bosch, "", "li"), "party-merged");
    refusedAs(parties().merge(owner, bosch, zte, "", "li"), "party-merged");
    refusedAs(parties().unmerge(owner, bosch, "", "li"), "party-not-merged");

    assertThat(parties().unmerge(owner, tsinghua, "not the same", "wang"))
        .isEqualTo(new Parties.Changed.Done());
    assertThat(parties().unmerge(owner, zte, "not the same", "wang"))
        .isEqualTo(new Parties.Changed.Done());
    assertThat(party(owner, zte)).isEqualTo(zteBefore);
    assertThat(withoutHistory(party(owner, bosch))).isEqualTo(withoutHistory(boschBefore));
    assertThat(party(owner, bosch).history())
        .extracting(Party.Change::what)
        .containsExactly("merged", "unmerged");
    assertThat(rightsOf(owner, zte)).isEqualTo(zteRights);
    assertThat(rightsOf(owner, bosch)).isEqualTo(boschRights);
  }

  private static Party withoutHistory(Party party) {
    return new Party(
        party.id(),
        party.names(),
        party.creditCode(),
        party.country(),
        party.region(),
        party.rights(),
        party.absorbed(),
        List.of());
  }
}
