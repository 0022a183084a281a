package org.zhiheng.jobs.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhiheng.jobs.finance.Finding.Status.BLOCKED;
import static org.zhiheng.jobs.finance.Finding.Status.CLEAR;
import static org.zhiheng.jobs.finance.Finding.Status.NO_SOURCE;
import static org.zhiheng.jobs.finance.Finding.Status.WARN;
import static org.zhiheng.jobs.finance.PledgeGround.ALREADY_PLEDGED;
import static org.zhiheng.jobs.finance.PledgeGround.ANNUITY_UNPAID;
import static org.zhiheng.jobs.finance.PledgeGround.CONTRACT_DEFECTS;
import static org.zhiheng.jobs.finance.PledgeGround.CO_OWNER_CONSENT;
import static org.zhiheng.jobs.finance.PledgeGround.ENDED;
import static org.zhiheng.jobs.finance.PledgeGround.INVALIDATION_PENDING;
import static org.zhiheng.jobs.finance.PledgeGround.LICENCE_EXCLUSION;
import static org.zhiheng.jobs.finance.PledgeGround.NOT_GRANTED;
import static org.zhiheng.jobs.finance.PledgeGround.NOT_OWNER;
import static org.zhiheng.jobs.finance.PledgeGround.OTHER;
import static org.zhiheng.jobs.finance.PledgeGround.SUSPENDED_OR_PRESERVED;
import static org.zhiheng.jobs.finance.PledgeGround.TERM_BEYOND_PATENT;
import static org.zhiheng.jobs.finance.PledgeGround.UTILITY_TWIN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.RightId;

/// What the gate says of each ground: clear, blocked, warned of, without a source.
final class TitleGateTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static void says(Finding finding, Finding.Status status, String code) {
    assertThat(finding.status()).as(finding.toString()).isEqualTo(status);
    assertThat(finding.code()).isEqualTo(code);
  }

  @Test
  void aRightWithAllPapersAndNothingInTheWayIsConfirmed() {
    TitleCheck check = Told.clean().check();
    assertThat(check.open()).isEmpty();
    assertThat(check.verdict()).isEqualTo(TitleCheck.Verdict.CONFIRMED);
    assertThat(check.elsewhereAsOf()).contains(LocalDate.of(2026, 11, 16));
    assertThat(check.findings()).extracting(Finding::ground).containsExactly(PledgeGround.values());
    assertThat(check.findings())
        .filteredOn(one -> one.ground() != OTHER)
        .allSatisfy(one -> assertThat(one.status()).as(one.toString()).isEqualTo(CLEAR));
  }

  @Test
  void aRecordAloneConfirmsNothing() {
    TitleCheck check = Told.granted().check();
    assertThat(check.verdict()).isEqualTo(TitleCheck.Verdict.UNCONFIRMED);
    assertThat(check.elsewhereAsOf()).isEmpty();
    // what events show by themselves: the grant, that no annuity fell due, the term
    assertThat(check.findings())
        .filteredOn(one -> one.status() == CLEAR)
        .extracting(Finding::ground)
        .containsExactly(NOT_GRANTED, ANNUITY_UNPAID, TERM_BEYOND_PATENT);
  }

  @Test
  void anExtractThatIsTooOldShowsNothing() {
    Told told = Told.clean().without(TitlePaper.REGISTER_EXTRACT);
    told.paper("2026-10-22", TitlePaper.REGISTER_EXTRACT);
    says(told.of(ALREADY_PLEDGED), NO_SOURCE, "extract-old");
    assertThat(told.check().verdict()).isEqualTo(TitleCheck.Verdict.UNCONFIRMED);
    // 31 days are allowed: 2026-10-22 + 31 = 2026-11-22
    TitleQuestion wider =
        new TitleQuestion(List.of(), Optional.of(LocalDate.of(2029, 11, 22)), TODAY, 31);
    assertThat(told.check(wider).verdict()).isEqualTo(TitleCheck.Verdict.CONFIRMED);
  }

  @Test
  void aNoteWithoutItsDocumentIsNoExtract() {
    Told told = Told.granted();
    told.event("2026-11-16", new Fact.Noted("register-extract", ""));
    says(told.of(ALREADY_PLEDGED), NO_SOURCE, "extract-missing");
  }

  @Test
  void everyEntrySaysWhereItWasReadAndWhereTheLogHasIt() {
    Finding.Entry entry = Told.granted().of(NOT_GRANTED).entries().getFirst();
    assertThat(entry.event().orElseThrow()).hasToString("E2");
    assertThat(entry.kind()).isEqualTo("granted");
    assertThat(entry.on()).isEqualTo(LocalDate.of(2026, 6, 2));
    assertThat(entry.source()).isEqualTo("by hand");
    assertThat(entry.index()).contains(102L);
  }

  @Test
  void onlyTheOwnerPledges() {
    says(Told.clean().of(NOT_OWNER), CLEAR, "owner");
    says(Told.granted().of(NOT_OWNER), NO_SOURCE, "extract-missing");
    TitleQuestion stranger = new TitleQuestion(List.of("戊示例公司"), Optional.empty(), TODAY, 30);
    says(Told.clean().check(stranger).of(NOT_OWNER), BLOCKED, "not-owner");
    TitleQuestion owner = new TitleQuestion(List.of(" 甲示例公司 "), Optional.empty(), TODAY, 30);
    says(Told.clean().check(owner).of(NOT_OWNER), CLEAR, "owner");
    says(
        new Told(RightKind.INVENTION_PATENT).event("2026-06-02", new Fact.Ceased("")).of(NOT_OWNER),
        NO_SOURCE,
        "owner-untold");
  }

  @Test
  void whoAssignedItPledgesItNoMore() {
    Told told =
        Told.clean()
            .event(
                "2026-11-10",
                new Fact.Assigned(Told.OWNER, List.of(new Fact.Share("戊示例公司", 1)), "Z-1"));
    TitleQuestion before = new TitleQuestion(List.of(Told.OWNER), Optional.empty(), TODAY, 30);
    Finding finding = told.check(before).of(NOT_OWNER);
    says(finding, BLOCKED, "not-owner");
    assertThat(finding.entries().getFirst().kind()).isEqualTo("assigned");
  }

  @Test
  void whatEndedIsNotPledged() {
    says(Told.clean().of(ENDED), CLEAR, "lives");
    says(Told.granted().of(ENDED), NO_SOURCE, "extract-missing");
    says(
        Told.clean().event("2026-11-20", new Fact.Invalidated(List.of())).of(ENDED),
        BLOCKED,
        "right-ended");
    Finding part = Told.clean().event("2026-11-10", new Fact.Invalidated(List.of("1-3"))).of(ENDED);
    says(part, CLEAR, "lives");
    assertThat(part.reason()).contains("1-3");
    TitleQuestion afterTerm =
        new TitleQuestion(List.of(), Optional.empty(), LocalDate.of(2044, 3, 2), 30);
    says(Told.granted().check(afterTerm).of(ENDED), BLOCKED, "term-over");
  }

  @Test
  void whatIsNotGrantedIsNotPledged() {
    says(Told.clean().of(NOT_GRANTED), CLEAR, "granted");
    says(
        new Told(RightKind.INVENTION_PATENT).filed("2024-03-01").of(NOT_GRANTED),
        BLOCKED,
        "not-granted");
    says(new Told(RightKind.INVENTION_PATENT).of(NOT_GRANTED), NO_SOURCE, "grant-untold");
  }

  @Test
  void anAnnuityThatFellDueAndHasNoPaymentIsUnpaid() {
    // filed 2022-03-01: the annuity of year 5 was due by 2026-03-02, with surcharge by 2026-09-01
    Told told = new Told(RightKind.INVENTION_PATENT).filed("2022-03-01").granted("2025-06-03");
    told.recorded = "2025-07-01";
    says(told.of(ANNUITY_UNPAID), BLOCKED, "annuity-unpaid");

    told.act("2026-08-03", Act.ANNUITY_PAID, "5");
    Finding paid = told.of(ANNUITY_UNPAID);
    says(paid, CLEAR, "annuity-paid");
    assertThat(paid.entries()).extracting(Finding.Entry::says).containsExactly("annuity-paid");
  }

  @Test
  void anAnnuityThatWasDueBeforeTheRecordBeganIsNotTold() {
    Told told = new Told(RightKind.INVENTION_PATENT).filed("2022-03-01").granted("2025-06-03");
    told.recorded = "2026-11-20";
    says(told.of(ANNUITY_UNPAID), NO_SOURCE, "annuity-untold");
    says(Told.granted().of(ANNUITY_UNPAID), CLEAR, "annuity-not-due");
    says(
        new Told(RightKind.INVENTION_PATENT).granted("2025-06-03").of(ANNUITY_UNPAID),
        NO_SOURCE,
        "annuity-uncounted");
  }

  @Test
  void aPaymentOfLaterThanTheDayAskedFromDoesNotCount() {
    Told told = new Told(RightKind.INVENTION_PATENT).filed("2022-03-01").granted("2025-06-03");
    told.recorded = "2025-07-01";
    told.act("2026-08-03", Act.ANNUITY_PAID, "5");
    TitleQuestion before = TitleQuestion.of(LocalDate.of(2026, 6, 1));
    says(told.check(before).of(ANNUITY_UNPAID), BLOCKED, "annuity-unpaid");
    // nor does it matter before the annuity fell due
    TitleQuestion early = TitleQuestion.of(LocalDate.of(2026, 1, 5));
    says(told.check(early).of(ANNUITY_UNPAID), CLEAR, "annuity-not-due");
  }

  @Test
  void whileTheDayItFallsDueCanBeArguedAnUnpaidAnnuityIsNotTold() {
    // year 5 is due by 2027-09-12, a Sunday; the holidays of 2027 are not published
    Told told = new Told(RightKind.INVENTION_PATENT).filed("2023-09-12").granted("2025-06-03");
    told.recorded = "2025-07-01";
    told.act("2026-09-01", Act.ANNUITY_PAID, "4");
    says(
        told.check(TitleQuestion.of(LocalDate.of(2027, 9, 15))).of(ANNUITY_UNPAID),
        NO_SOURCE,
        "annuity-untold");
    says(
        told.check(TitleQuestion.of(LocalDate.of(2027, 10, 15))).of(ANNUITY_UNPAID),
        BLOCKED,
        "annuity-unpaid");
    told.act("2027-09-20", Act.ANNUITY_PAID, "5");
    says(
        told.check(TitleQuestion.of(LocalDate.of(2027, 10, 15))).of(ANNUITY_UNPAID),
        CLEAR,
        "annuity-paid");
  }

  @Test
  void whatIsSuspendedOrPreservedIsNotPledged() {
    says(Told.clean().of(SUSPENDED_OR_PRESERVED), CLEAR, "unhindered");
    says(Told.granted().of(SUSPENDED_OR_PRESERVED), NO_SOURCE, "extract-missing");
    says(
        Told.clean().event("2026-11-20", new Fact.Suspended("权属纠纷")).of(SUSPENDED_OR_PRESERVED),
        BLOCKED,
        "right-suspended");
    Fact preserved = new Fact.Preserved("示例法院", "B-1", Optional.of(LocalDate.of(2027, 5, 1)));
    says(
        Told.clean().event("2026-11-20", preserved).of(SUSPENDED_OR_PRESERVED),
        BLOCKED,
        "right-preserved");
    says(
        Told.clean()
            .event("2026-11-02", preserved)
            .event("2026-11-20", new Fact.PreservationLifted("B-1"))
            .of(SUSPENDED_OR_PRESERVED),
        CLEAR,
        "unhindered");
  }

  @Test
  void aPreservationThatRanOutMayHaveBeenProlonged() {
    Told told =
        Told.clean()
            .event(
                "2026-08-03",
                new Fact.Preserved("示例法院", "B-1", Optional.of(LocalDate.of(2026, 11, 18))));
    says(told.of(SUSPENDED_OR_PRESERVED), NO_SOURCE, "preservation-ran-out");
    told.paper("2026-11-20", TitlePaper.REGISTER_EXTRACT);
    says(told.of(SUSPENDED_OR_PRESERVED), CLEAR, "unhindered");
  }

  @Test
  void theDebtEndsBeforeThePatent() {
    says(Told.clean().of(TERM_BEYOND_PATENT), CLEAR, "term-within");
    says(
        Told.clean().check(TitleQuestion.of(TODAY)).of(TERM_BEYOND_PATENT),
        NO_SOURCE,
        "term-not-asked");
    // filed 2024-03-01, twenty years
    says(term(Told.granted(), "2044-02-29"), CLEAR, "term-within");
    says(term(Told.granted(), "2044-03-02"), BLOCKED, "term-beyond");
    // a utility model runs for ten
    Told utility = new Told(RightKind.UTILITY_MODEL).filed("2024-03-01").granted("2024-09-03");
    says(term(utility, "2034-02-28"), CLEAR, "term-within");
    says(term(utility, "2034-03-02"), BLOCKED, "term-beyond");
    says(
        term(new Told(RightKind.INVENTION_PATENT).granted("2026-06-02"), "2030-01-01"),
        NO_SOURCE,
        "term-uncounted");
  }

  private static Finding term(Told told, String debt) {
    return told.check(new TitleQuestion(List.of(), Optional.of(LocalDate.parse(debt)), TODAY, 30))
        .of(TERM_BEYOND_PATENT);
  }

  @Test
  void theContractIsAttachedForThisPledge() {
    says(Told.clean().of(CONTRACT_DEFECTS), CLEAR, "contract-attached");
    says(Told.granted().of(CONTRACT_DEFECTS), NO_SOURCE, "contract-missing");
    Told before =
        Told.granted()
            .paper("2026-08-03", TitlePaper.PLEDGE_CONTRACT)
            .pledged("2026-08-10")
            .event("2026-11-10", new Fact.PledgeReleased("Y2026-1"));
    says(before.of(CONTRACT_DEFECTS), NO_SOURCE, "contract-missing");
  }

  @Test
  void coOwnersMustAgree() {
    says(Told.clean().of(CO_OWNER_CONSENT), CLEAR, "sole-owner");
    says(Told.granted().of(CO_OWNER_CONSENT), NO_SOURCE, "extract-missing");
    Fact both =
        new Fact.OwnersRecorded(
            List.of(new Fact.Share(Told.OWNER, 1), new Fact.Share(Told.PARTNER, 1)));
    says(Told.clean().event("2026-11-18", both).of(CO_OWNER_CONSENT), BLOCKED, "consent-missing");
    says(
        Told.clean()
            .event("2026-11-18", both)
            .paper("2026-11-19", TitlePaper.CO_OWNER_CONSENT)
            .of(CO_OWNER_CONSENT),
        CLEAR,
        "consent-given");
    TitleQuestion all =
        new TitleQuestion(List.of(Told.PARTNER, Told.OWNER), Optional.empty(), TODAY, 30);
    says(
        Told.clean().event("2026-11-18", both).check(all).of(CO_OWNER_CONSENT),
        CLEAR,
        "all-pledge");
  }

  @Test
  void whatIsPledgedIsNotPledgedAgain() {
    says(Told.clean().of(ALREADY_PLEDGED), CLEAR, "not-pledged");
    assertThat(Told.clean().of(ALREADY_PLEDGED).reason()).contains("2026-11-16", "is not known");
    says(Told.granted().of(ALREADY_PLEDGED), NO_SOURCE, "extract-missing");
    says(Told.clean().pledged("2026-11-20").of(ALREADY_PLEDGED), BLOCKED, "pledge-stands");
    says(
        Told.clean()
            .pledged("2026-08-10")
            .event("2026-11-20", new Fact.PledgeReleased("Y2026-1"))
            .of(ALREADY_PLEDGED),
        CLEAR,
        "not-pledged");
  }

  @Test
  void whatBacksADealHereIsNotPledged() {
    Told told = Told.clean();
    told.reservation =
        Optional.of(
            new Reservation(
                new OrganisationId(1),
                new RightId(1),
                new DealName("春天-1"),
                "Y-1",
                "li",
                Instant.parse("2026-11-20T04:00:00Z"),
                Optional.empty()));
    says(told.of(ALREADY_PLEDGED), BLOCKED, "backs-deal");
    assertThat(told.of(ALREADY_PLEDGED).reason()).contains("春天-1");
    Told held = Told.clean();
    held.heldByOthers = true;
    says(held.of(ALREADY_PLEDGED), BLOCKED, "held-here");
  }

  @Test
  void aTwinIsWarnedOfUntilItIsAcknowledged() {
    says(Told.clean().of(UTILITY_TWIN), CLEAR, "twin-stated");
    says(Told.granted().of(UTILITY_TWIN), NO_SOURCE, "twin-untold");
    Told told = Told.clean().without(TitlePaper.TWIN_STATEMENT);
    told.twins = List.of(new Dossier.Twin(new RightId(7), "CN2U", LocalDate.of(2024, 3, 1)));
    says(told.of(UTILITY_TWIN), WARN, "twin-filed");
    assertThat(told.of(UTILITY_TWIN).entries().getFirst().says()).isEqualTo("R7 CN2U");
    assertThat(told.check().verdict()).isEqualTo(TitleCheck.Verdict.UNCONFIRMED);
    told.paper("2026-11-16", TitlePaper.TWIN_STATEMENT);
    assertThat(told.of(UTILITY_TWIN).acknowledgement()).isPresent();
    assertThat(told.check().verdict()).isEqualTo(TitleCheck.Verdict.CONFIRMED);
    says(new Told(RightKind.DESIGN).filed("2024-03-01").of(UTILITY_TWIN), CLEAR, "twin-design");
  }

  @Test
  void aPendingInvalidationIsWarnedOfUntilItIsAcknowledged() {
    says(Told.clean().of(INVALIDATION_PENDING), CLEAR, "invalidation-stated");
    says(Told.granted().of(INVALIDATION_PENDING), NO_SOURCE, "invalidation-untold");
    Told told = Told.clean().act("2026-11-18", Act.INVALIDATION_REQUESTED, "");
    says(told.of(INVALIDATION_PENDING), WARN, "invalidation-pending");
    assertThat(told.check().verdict()).isEqualTo(TitleCheck.Verdict.UNCONFIRMED);
    told.paper("2026-11-19", TitlePaper.INVALIDATION_STATEMENT);
    assertThat(told.of(INVALIDATION_PENDING).acknowledgement()).isPresent();
    assertThat(told.check().verdict()).isEqualTo(TitleCheck.Verdict.CONFIRMED);
    told.act("2026-11-20", Act.INVALIDATION_DECISION, "");
    says(told.of(INVALIDATION_PENDING), CLEAR, "invalidation-stated");
  }

  @Test
  void oneDecisionOfTwoRequestsLeavesOneOpen() {
    Told told =
        Told.clean()
            .act("2026-07-06", Act.INVALIDATION_REQUESTED, "")
            .act("2026-08-06", Act.INVALIDATION_REQUESTED, "")
            .act("2026-11-10", Act.INVALIDATION_DECISION, "");
    says(told.of(INVALIDATION_PENDING), WARN, "invalidation-pending");
  }

  @Test
  void whatElseStandsAgainstItNoRecordClears() {
    says(Told.clean().of(OTHER), NO_SOURCE, "office-decides");
    Told told = Told.clean().event("2026-11-10", new Fact.PledgeReleased("nobody's"));
    says(told.of(OTHER), WARN, "record-contradicts");
    assertThat(told.check().verdict()).isEqualTo(TitleCheck.Verdict.UNCONFIRMED);
  }

  @Test
  void licencesThatExcludeOthersAreSaid() {
    says(Told.clean().of(LICENCE_EXCLUSION), CLEAR, "licences-none");
    says(Told.granted().of(LICENCE_EXCLUSION), NO_SOURCE, "extract-missing");
    says(
        Told.clean().licensed("2026-09-01", Fact.LicenceKind.ORDINARY).of(LICENCE_EXCLUSION),
        CLEAR,
        "licences-none");
    Told exclusive =
        Told.clean()
            .without(TitlePaper.LICENCE_STATEMENT)
            .licensed("2026-09-01", Fact.LicenceKind.EXCLUSIVE);
    says(exclusive.of(LICENCE_EXCLUSION), WARN, "exclusive-licence-runs");
    exclusive.paper("2026-11-16", TitlePaper.LICENCE_STATEMENT);
    assertThat(exclusive.of(LICENCE_EXCLUSION).acknowledgement()).isPresent();
    exclusive.licensed("2026-11-20", Fact.LicenceKind.OPEN);
    says(exclusive.of(LICENCE_EXCLUSION), BLOCKED, "licences-exclude");
    says(
        Told.granted().licensed("2026-09-01", Fact.LicenceKind.OPEN).of(LICENCE_EXCLUSION),
        WARN,
        "open-licence-runs");
  }

  @Test
  void whatHappenedAfterTheDayAskedFromIsLeftOut() {
    Told told = Told.clean().pledged("2026-11-21");
    TitleQuestion before =
        new TitleQuestion(
            List.of(), Optional.of(LocalDate.of(2029, 11, 22)), LocalDate.of(2026, 11, 20), 30);
    assertThat(told.check(before).verdict()).isEqualTo(TitleCheck.Verdict.CONFIRMED);
  }

  @Test
  void marksAndOtherOfficesAreRefused() {
    Told mark = new Told(RightKind.MARK);
    TitleQuestion question = TitleQuestion.of(TODAY);
    assertThat(
            TitleGate.check(mark.dossier(question, mark.facts), question)
                .refusal()
                .orElseThrow()
                .code())
        .isEqualTo("title-kind");
    Told us = Told.granted();
    us.office = new Office("US");
    assertThat(TitleGate.check(us.dossier(question, us.facts), question).refusal()).isPresent();
  }

  @Test
  void everyGroundHasAChapterAndAVerse() {
    GroundLaw law = GroundLaw.load();
    for (PledgeGround ground : PledgeGround.values()) {
      assertThat(law.of(ground).zh()).isNotBlank();
      assertThat(law.of(ground).en()).isNotBlank();
      assertThat(law.of(ground).citation().instrument()).isNotBlank();
    }
  }
}
