package org.zhiheng.contracts.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.contracts.administer.MemoryDocketNotes;
import org.zhiheng.contracts.prove.MemoryCheckpointProofs;
import org.zhiheng.contracts.prove.MemoryEvidence;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.finance.PledgeChange;
import org.zhiheng.jobs.finance.PledgeGround;
import org.zhiheng.jobs.finance.PledgeTerms;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.jobs.finance.Pledging;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.jobs.finance.TitlePaper;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Event;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.values.Money;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Titles and pledges as people work with them, over stores in memory, on a day that does not move.
final class FinanceDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate TERM = LocalDate.of(2027, 11, 22);
  private static final OrganisationId OWN = new OrganisationId(1);
  private static final OrganisationId OTHER = new OrganisationId(2);

  private final Acting li = Acting.as(OWN, "li", Role.MANAGER);
  private final Acting stranger = Acting.as(OTHER, "wang", Role.MANAGER);
  private final MemoryRegister register = new MemoryRegister(() -> NOW);
  private final RegisterStores stores = register.stores();
  private final Pledges pledges = register.pledges();
  private final Records records =
      new Records(
          stores.rights(), stores.parties(), new MemoryDocuments(), stores.trail(), () -> NOW);
  private final FinanceDesk desk =
      new FinanceDesk(
          records,
          new DocketDesk(records, new MemoryDocketNotes(), stores.trail(), () -> NOW),
          pledges,
          new EvidenceBook(new MemoryEvidence(), new MemoryCheckpointProofs()),
          stores.trail());

  private RightId patent() {
    Recording entered =
        records.enter(
            li,
            RightKind.INVENTION_PATENT,
            Office.CN,
            Map.of(
                "title", "一种样例",
                "filing-date", "2024-03-01",
                "grant-number", "CN118007813B",
                "grant-date", "2026-06-02",
                "applicants", "甲示例公司"),
            References.NONE);
    return ((Recording.Done) entered).id();
  }

  private static PledgeTerms terms(String deal, LocalDate on) {
    return new PledgeTerms(
        new DealName(deal),
        "Y-1",
        List.of(),
        "乙银行",
        Money.parse("CNY 5000000.00").orThrow(),
        TERM,
        on,
        TitleQuestion.EXTRACT_DAYS);
  }

  private void record(RightId right, FactKind kind, String on, Map<String, String> fields)
      throws IOException {
    assertThat(
            records.record(
                li, right, kind, LocalDate.parse(on), fields, Optional.empty(), Optional.empty()))
        .isInstanceOf(Recording.Done.class);
  }

  private Recording attach(RightId right, TitlePaper paper, String on) throws IOException {
    return desk.attach(
        li,
        right,
        paper,
        LocalDate.parse(on),
        new Attachment(
            "paper.pdf", new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8))));
  }

  private static List<String> problems(Pledging pledging) {
    return ((Pledging.Refused) pledging)
        .problems().stream().map(one -> one.code() + " " + one.path()).toList();
  }

  private List<Fact> facts(RightId right) {
    return records.show(li, right).orElseThrow().record().events().stream()
        .map(Event::fact)
        .toList();
  }

  @Test
  void theSameBytesSpeakUnderEachNameTheyAreAttachedBy() throws IOException {
    RightId right = patent();
    for (TitlePaper paper : TitlePaper.values()) {
      assertThat(attach(right, paper, "2026-11-16")).isInstanceOf(Recording.Done.class);
    }
    assertThat(attach(right, TitlePaper.REGISTER_EXTRACT, "2026-11-16"))
        .isInstanceOf(Recording.Unchanged.class);
    TitleCheck check =
        desk.check(
                li,
                right,
                new TitleQuestion(List.of(), Optional.of(TERM), TODAY, TitleQuestion.EXTRACT_DAYS))
            .orThrow();
    assertThat(check.verdict()).isEqualTo(TitleCheck.Verdict.CONFIRMED);
    assertThat(check.extract().map(Finding.Entry::says)).contains("paper.pdf");
  }

  @Test
  void aPledgeIsRefusedWithAllItsGrounds() throws IOException {
    RightId right = patent();
    record(
        right, FactKind.PRESERVED, "2026-11-10", Map.of("court", "示例法院", "record-number", "B-1"));
    record(right, FactKind.OWNERS_RECORDED, "2026-11-11", Map.of("owners", "甲示例公司; 丙示例公司"));
    assertThat(problems(desk.register(li, right, terms("d", TODAY))))
        .containsExactly("title-blocked suspended-or-preserved", "title-blocked co-owner-consent");
    assertThat(pledges.of(OWN, right)).isEmpty();
    assertThat(facts(right)).noneMatch(Fact.Pledged.class::isInstance);
  }

  @Test
  void aPledgeOfAnEarlierDayDoesNotPassByWhatStandsToday() throws IOException {
    RightId right = patent();
    record(right, FactKind.SUSPENDED, "2026-11-20", Map.of("reason", "权属纠纷"));
    assertThat(problems(desk.register(li, right, terms("d", LocalDate.of(2026, 11, 1)))))
        .containsExactly("title-blocked suspended-or-preserved");
    record(right, FactKind.RESUMED, "2026-11-21", Map.of());
    assertThat(problems(desk.register(li, right, terms("d", LocalDate.of(2026, 11, 20)))))
        .containsExactly("title-blocked suspended-or-preserved");
    assertThat(desk.register(li, right, terms("d", TODAY))).isInstanceOf(Pledging.Done.class);
  }

  @Test
  void aWarningWaitsForItsAcknowledgement() throws IOException {
    RightId right = patent();
    record(right, FactKind.ACTED, "2026-11-02", Map.of("act", "invalidation-requested"));
    assertThat(problems(desk.register(li, right, terms("d", TODAY))))
        .containsExactly("title-unacknowledged invalidation-pending");
    attach(right, TitlePaper.INVALIDATION_STATEMENT, "2026-11-20");
    assertThat(desk.register(li, right, terms("d", TODAY))).isInstanceOf(Pledging.Done.class);
  }

  @Test
  void pledgeChangeAndReleaseAreEvents() {
    RightId right = patent();
    desk.register(li, right, terms("春天-1", LocalDate.of(2026, 11, 2)));
    assertThat(
            desk.change(
                li,
                right,
                new PledgeChange(
                    Optional.empty(),
                    Optional.of(Money.parse("CNY 4000000.00").orThrow()),
                    Optional.empty(),
                    LocalDate.of(2026, 11, 9))))
        .isInstanceOf(Pledging.Done.class);
    assertThat(problems(desk.release(li, right, LocalDate.of(2026, 11, 9))))
        .containsExactly("pledge-release-early on");
    assertThat(desk.release(li, right, TODAY)).isInstanceOf(Pledging.Done.class);
    assertThat(facts(right).subList(2, 5))
        .containsExactly(
            new Fact.Pledged("甲示例公司", "乙银行", "Y-1", Optional.of(TERM), "CNY 5000000.00"),
            new Fact.Pledged("甲示例公司", "乙银行", "Y-1", Optional.of(TERM), "CNY 4000000.00"),
            new Fact.PledgeReleased("Y-1"));
    assertThat(records.show(li, right).orElseThrow().folded().objections()).isEmpty();
    assertThat(desk.reservations(li, right))
        .singleElement()
        .satisfies(one -> assertThat(one.freed()).isPresent());
    assertThat(problems(desk.release(li, right, TODAY))).containsExactly("pledge-none ");
  }

  @Test
  void aReleaseThatTheOfficeTookIsFollowed() throws IOException {
    RightId right = patent();
    desk.register(li, right, terms("春天-1", LocalDate.of(2026, 11, 2)));
    record(right, FactKind.PLEDGE_RELEASED, "2026-11-09", Map.of("record-number", "Y-1"));
    assertThat(problems(desk.register(li, right, terms("夏天-1", TODAY))))
        .containsExactly("title-blocked already-pledged");
    int before = facts(right).size();
    assertThat(desk.release(li, right, TODAY)).isInstanceOf(Pledging.Done.class);
    assertThat(facts(right)).hasSize(before);
    assertThat(desk.register(li, right, terms("夏天-1", TODAY))).isInstanceOf(Pledging.Done.class);
  }

  @Test
  void whoIsShownARightLearnsThatItIsHeldAndNotByWhichDeal() {
    RightId right = patent();
    records.share(li, right, OTHER);
    desk.register(li, right, terms("secret", TODAY));
    TitleCheck seen = desk.check(stranger, right, TitleQuestion.of(TODAY)).orThrow();
    assertThat(seen.of(PledgeGround.ALREADY_PLEDGED).status()).isEqualTo(Finding.Status.BLOCKED);
    assertThat(seen.toString()).doesNotContain("secret");
    assertThat(desk.reservations(stranger, right)).isEmpty();
    assertThat(problems(desk.register(stranger, right, terms("mine", TODAY))))
        .containsExactly("not-found ");
  }

  @Test
  void whoMayOnlyReadPledgesNothing() {
    RightId right = patent();
    Acting viewer = Acting.as(OWN, "viewer", Role.VIEWER);
    assertThat(desk.check(viewer, right, TitleQuestion.of(TODAY)).found()).isPresent();
    assertThatThrownBy(() -> desk.register(viewer, right, terms("d", TODAY)))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::code)
                    .containsExactly("forbidden"));
  }

  @Test
  void theTrailKeepsWhatWasDone() {
    RightId right = patent();
    desk.register(li, right, terms("春天-1", LocalDate.of(2026, 11, 2)));
    desk.release(li, right, TODAY);
    assertThat(stores.trail().page(OWN, Optional.empty(), 10))
        .extracting(one -> one.entry().action())
        .contains("pledge-register", "pledge-release");
  }
}
