package org.zhiheng.contracts.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.administer.MemoryDocketNotes;
import org.zhiheng.contracts.prove.MemoryCheckpointProofs;
import org.zhiheng.contracts.prove.MemoryEvidence;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.PledgeGround;
import org.zhiheng.jobs.finance.PledgeTerms;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.jobs.finance.Pledging;
import org.zhiheng.jobs.finance.Reservation;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Bibliography;
import org.zhiheng.register.event.DatedFact;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.Notice;
import org.zhiheng.register.event.Source;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.NumberType;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.number.RightNumber;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.Money;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.RightId;

/// What every store of pledges must do: one right backs one deal.
public abstract class PledgesContract {

  private static final int CLIENTS = 64;
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /// The pledges under test.
  protected abstract Pledges pledges();

  /// The register that they stand over.
  protected abstract RegisterStores stores();

  /// An organisation that has no records yet.
  protected abstract OrganisationId newOrganisation();

  private Rights rights() {
    return stores().rights();
  }

  private static RightNumber number(String key) {
    return new RightNumber(Office.CN, NumberType.PUBLICATION, key, key);
  }

  /// A patent that pays no annuity yet: filed 2024-03-01, granted 2026-06-02.
  private RightId patent(OrganisationId owner, String key) {
    Bibliography names =
        new Bibliography(
            List.of(new Bibliography.Text("zh", "一种装置")),
            List.of(),
            List.of(Bibliography.Named.of(Bibliography.Role.APPLICANT, "甲示例公司")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    Notice notice =
        new Notice(
            RightKind.INVENTION_PATENT,
            Office.CN,
            List.of(number(key)),
            List.of(
                new DatedFact(LocalDate.of(2024, 3, 1), new Fact.Filed(List.of(), names)),
                new DatedFact(LocalDate.of(2026, 6, 2), new Fact.Granted(number(key), names))),
            Source.BY_HAND);
    return ((Rights.Entered.New) rights().enter(owner, notice, References.NONE, "li")).id();
  }

  private RightId patent(OrganisationId owner) {
    return patent(owner, "CN" + owner.number() + "A");
  }

  private static Reservation asked(OrganisationId owner, RightId right, String deal) {
    return new Reservation(owner, right, new DealName(deal), "Y-1", "li", NOW, Optional.empty());
  }

  private static DatedFact pledged(String pledgee) {
    return new DatedFact(
        TODAY, new Fact.Pledged("甲示例公司", pledgee, "Y-1", Optional.empty(), "CNY 1.00"));
  }

  private long version(OrganisationId owner, RightId right) {
    return rights().find(owner, right).orElseThrow().version();
  }

  private List<Fact> facts(OrganisationId owner, RightId right) {
    return rights().find(owner, right).orElseThrow().events().stream().map(Event::fact).toList();
  }

  private static Reservation.Freed freed() {
    return new Reservation.Freed("wang", NOW.plusSeconds(60));
  }

  @Test
  void keepsTheReservationAndItsEvent() {
    OrganisationId owner = newOrganisation();
    RightId right = patent(owner);
    Reservation asked = asked(owner, right, "春天-1");
    assertThat(pledges().standing(owner, right)).isEmpty();
    assertThat(pledges().reserve(asked, 2, Optional.of(pledged("乙银行"))))
        .isEqualTo(new Pledges.Reserved.Done(3));
    assertThat(pledges().of(owner, right)).containsExactly(asked);
    assertThat(pledges().standing(owner, right)).contains(asked);
    assertThat(facts(owner, right)).last().isEqualTo(pledged("乙银行").fact());
    assertThat(version(owner, right)).isEqualTo(3);
  }

  @Test
  void whatTheRegisterHasAlreadyIsNotAppendedAgain() {
    OrganisationId owner = newOrganisation();
    RightId right = patent(owner);
    Reservation asked = asked(owner, right, "one");
    assertThat(pledges().reserve(asked, 2, Optional.empty()))
        .isEqualTo(new Pledges.Reserved.Done(2));
    assertThat(pledges().of(owner, right)).containsExactly(asked);
    assertThat(version(owner, right)).isEqualTo(2);
    assertThat(pledges().reserve(asked(owner, right, "two"), 2, Optional.empty()))
        .isEqualTo(new Pledges.Reserved.Held(Optional.of(asked)));
  }

  @Test
  void aRightThatBacksADealBacksNoOther() {
    OrganisationId owner = newOrganisation();
    RightId right = patent(owner);
    Reservation first = asked(owner, right, "one");
    pledges().reserve(first, 2, Optional.of(pledged("乙银行")));
    for (String deal : List.of("two", "one")) {
      assertThat(pledges().reserve(asked(owner, right, deal), 3, Optional.of(pledged("丙银行"))))
          .isEqualTo(new Pledges.Reserved.Held(Optional.of(first)));
    }
    assertThat(version(owner, right)).isEqualTo(3);
    assertThat(pledges().of(owner, right)).containsExactly(first);
  }

  @Test
  void nothingIsTakenOnAnOldVersion() {
    OrganisationId owner = newOrganisation();
    RightId right = patent(owner);
    assertThat(pledges().reserve(asked(owner, right, "one"), 1, Optional.of(pledged("乙银行"))))
        .isEqualTo(new Pledges.Reserved.Stale(2));
    assertThat(pledges().of(owner, right)).isEmpty();
    assertThat(version(owner, right)).isEqualTo(2);
  }

  @Test
  void aReleasedRightBacksAnotherDeal() {
    OrganisationId owner = newOrganisation();
    RightId right = patent(owner);
    Reservation first = asked(owner, right, "one");
    pledges().reserve(first, 2, Optional.of(pledged("乙银行")));
    DatedFact released = new DatedFact(TODAY, new Fact.PledgeReleased("Y-1"));
    assertThat(pledges().release(owner, right, 2, Optional.of(released), freed()))
        .isEqualTo(new Pledges.Released.Stale(3));
    assertThat(pledges().release(owner, right, 3, Optional.of(released), freed()))
        .isEqualTo(new Pledges.Released.Done(4));
    assertThat(facts(owner, right)).last().isEqualTo(released.fact());
    assertThat(pledges().standing(owner, right)).isEmpty();
    assertThat(pledges().release(owner, right, 4, Optional.empty(), freed()))
        .isEqualTo(new Pledges.Released.Free());
    Reservation second = asked(owner, right, "two");
    assertThat(pledges().reserve(second, 4, Optional.of(pledged("丙银行"))))
        .isEqualTo(new Pledges.Reserved.Done(5));
    assertThat(pledges().of(owner, right))
        .containsExactly(
            new Reservation(owner, right, first.deal(), "Y-1", "li", NOW, Optional.of(freed())),
            second);
  }

  @Test
  void aReleaseThatTheRegisterHasAddsNoEvent() {
    OrganisationId owner = newOrganisation();
    RightId right = patent(owner);
    pledges().reserve(asked(owner, right, "one"), 2, Optional.of(pledged("乙银行")));
    assertThat(pledges().release(owner, right, 3, Optional.empty(), freed()))
        .isEqualTo(new Pledges.Released.Done(3));
    assertThat(version(owner, right)).isEqualTo(3);
    assertThat(pledges().standing(owner, right)).isEmpty();
  }

  @Test
  void theSameRightOfAnotherOrganisationIsHeld() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    String key = "CN" + owner.number() + "B";
    RightId right = patent(owner, key);
    RightId same = patent(other, key);
    pledges().reserve(asked(owner, right, "one"), 2, Optional.of(pledged("乙银行")));
    assertThat(pledges().heldByOthers(other, same)).isTrue();
    assertThat(pledges().heldByOthers(owner, right)).isFalse();
    assertThat(pledges().reserve(asked(other, same, "two"), 2, Optional.of(pledged("丙银行"))))
        .isEqualTo(new Pledges.Reserved.Held(Optional.empty()));
    assertThat(version(other, same)).isEqualTo(2);
    assertThat(pledges().of(other, same)).isEmpty();

    pledges().release(owner, right, 3, Optional.empty(), freed());
    assertThat(pledges().heldByOthers(other, same)).isFalse();
    assertThat(pledges().reserve(asked(other, same, "two"), 2, Optional.of(pledged("丙银行"))))
        .isEqualTo(new Pledges.Reserved.Done(3));
  }

  @Test
  void anothersRightIsNotThere() {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    RightId right = patent(owner);
    rights().share(owner, right, other);
    assertThat(pledges().reserve(asked(other, right, "one"), 2, Optional.of(pledged("乙银行"))))
        .isEqualTo(new Pledges.Reserved.NotFound());
    pledges().reserve(asked(owner, right, "one"), 2, Optional.of(pledged("乙银行")));
    assertThat(pledges().of(other, right)).isEmpty();
    assertThat(pledges().release(other, right, 3, Optional.empty(), freed()))
        .isEqualTo(new Pledges.Released.NotFound());
    assertThat(pledges().standing(owner, right)).isPresent();
  }

  @Test
  void ofManyWhoAskAtOnceOneGetsTheRight() throws InterruptedException, ExecutionException {
    OrganisationId owner = newOrganisation();
    OrganisationId other = newOrganisation();
    String key = "CN" + owner.number() + "C";
    RightId right = patent(owner, key);
    RightId same = patent(other, key);
    List<Pledges.Reserved> outcomes =
        atOnce(client -> {
          boolean first = client % 2 == 0;
          return pledges()
              .reserve(
                  asked(first ? owner : other, first ? right : same, "deal-" + client),
                  2,
                  Optional.of(pledged("bank " + client)));
        });
    assertThat(outcomes).filteredOn(Pledges.Reserved.Done.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Pledges.Reserved.Held.class::isInstance).hasSize(CLIENTS - 1);
    assertThat(version(owner, right) + version(other, same)).isEqualTo(5);
  }

  @Test
  void ofManyWhoCallTheDeskOnePledges() throws InterruptedException, ExecutionException {
    OrganisationId owner = newOrganisation();
    RightId right = patent(owner);
    FinanceDesk desk = desk();
    List<Pledging> outcomes =
        atOnce(client ->
            desk.register(
                Acting.as(owner, "client-" + client, Role.EXAMINER),
                right,
                new PledgeTerms(
                    new DealName("deal-" + client),
                    "Y-" + client,
                    List.of(),
                    "bank " + client,
                    new Money(100, Currency.getInstance("CNY")),
                    LocalDate.of(2027, 11, 22),
                    TODAY,
                    TitleQuestion.EXTRACT_DAYS)));
    assertThat(outcomes).filteredOn(Pledging.Done.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Pledging.Refused.class::isInstance)
        .hasSize(CLIENTS - 1)
        .allSatisfy(one ->
            assertThat(((Pledging.Refused) one).problems())
                .isNotEmpty()
                .extracting(Problem::code)
                .isSubsetOf("title-blocked", "right-held"));
    assertThat(facts(owner, right)).filteredOn(Fact.Pledged.class::isInstance).hasSize(1);
    assertThat(pledges().of(owner, right)).hasSize(1);
    assertThat(
            desk.check(Acting.as(owner, "li", Role.VIEWER), right, TitleQuestion.of(TODAY))
                .orThrow()
                .of(PledgeGround.ALREADY_PLEDGED)
                .code())
        .isEqualTo("pledge-stands");
  }

  private FinanceDesk desk() {
    Records records =
        new Records(
            rights(), stores().parties(), new MemoryDocuments(), stores().trail(), () -> NOW);
    return new FinanceDesk(
        records,
        new DocketDesk(records, new MemoryDocketNotes(), stores().trail(), () -> NOW),
        pledges(),
        new EvidenceBook(new MemoryEvidence(), new MemoryCheckpointProofs()),
        stores().trail());
  }

  private interface Client<T> {
    T ask(int number);
  }

  private static <T> List<T> atOnce(Client<T> client)
      throws InterruptedException, ExecutionException {
    List<Callable<T>> clients = new ArrayList<>();
    for (int number = 0; number < CLIENTS; number++) {
      int one = number;
      clients.add(() -> client.ask(one));
    }
    List<T> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (Future<T> outcome : threads.invokeAll(clients)) {
        outcomes.add(outcome.get());
      }
    }
    return outcomes;
  }
}
