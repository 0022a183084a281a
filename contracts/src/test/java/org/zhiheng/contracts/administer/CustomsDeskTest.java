package org.zhiheng.contracts.administer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhiheng.contracts.MemoryDocuments;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.RegisterStores;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Role;
import org.zhiheng.jobs.administer.Deadline;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.customs.Finding;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.customs.Step;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.Act;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.values.Money;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// The customs duty desk as people work at it, over stores in memory, on a day that a test sets.
final class CustomsDeskTest {

  private static final OrganisationId OWN = new OrganisationId(1);
  private static final LocalDate NOTICED = LocalDate.of(2026, 9, 24);
  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);
  private static final Money SUM = Money.parse("CNY 20000").orThrow();
  private static final Guarantee GENERAL =
      new Guarantee("总-7", Money.parse("CNY 200000").orThrow(), LocalDate.of(2026, 9, 28));

  private final Acting li = Acting.as(OWN, "li", Role.MANAGER);
  private final Acting wang = Acting.as(OWN, "wang", Role.MANAGER);
  private Instant now = Instant.parse("2026-09-25T02:00:00Z");
  private final MemoryRegister register = new MemoryRegister(() -> now);
  private final RegisterStores stores = register.stores();
  private final Records records =
      new Records(
          stores.rights(), stores.parties(), new MemoryDocuments(), stores.trail(), () -> now);
  private final DocketDesk docket =
      new DocketDesk(records, new MemoryDocketNotes(), stores.trail(), () -> now);
  private final CustomsDesk desk =
      new CustomsDesk(records, docket, new MemoryCustoms(), stores.trail());
  private final RightId right = patent();

  private RightId patent() {
    Recording entered =
        records.enter(
            li,
            RightKind.INVENTION_PATENT,
            Office.CN,
            Map.of(
                "title", "一种样例",
                "filing-date", "2018-03-01",
                "grant-number", "CN118007813B",
                "grant-date", "2020-06-02",
                "applicants", "甲示例公司"),
            References.NONE);
    return ((Recording.Done) entered).id();
  }

  private Recordal recordal(LocalDate last, Optional<Guarantee> guarantee, String... sellers) {
    return new Recordal(
        "P2021-1", right, LocalDate.of(2021, 3, 1), last, "搪胶玩具", List.of(sellers), guarantee);
  }

  private Notice notice(LocalDate day) {
    return new Notice(right, day, "宁波海关", "玩具", "Ｂeta  B.V.", "2,000 件", Optional.empty());
  }

  private static Finding finding(CustomsDesk.Shown shown, Finding.About about) {
    return shown.findings().stream().filter(one -> one.about() == about).findFirst().orElseThrow();
  }

  private String state(String rule) {
    return docket.docket(li, right, desk.today()).orElseThrow().deadlines().stream()
        .filter(one -> one.question().rule().equals(rule))
        .map(Deadline::state)
        .map(state -> state.code())
        .findFirst()
        .orElse("none");
  }

  private List<Act> acts() {
    return records.show(li, right).orElseThrow().record().events().stream()
        .map(event -> event.fact())
        .filter(Fact.Acted.class::isInstance)
        .map(Fact.Acted.class::cast)
        .map(Fact.Acted::act)
        .toList();
  }

  private static void refused(ThrowingCallable call, String... codes) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProblemsException.class,
            exception ->
                assertThat(exception.problems()).extracting(Problem::code).containsExactly(codes));
  }

  /// The working days are those of the State Council's notices: Mid-Autumn is 25 to 27 September
  /// 2026, the Spring Festival 15 to 23 February, with Saturday 14 and 28 February worked.
  @ParameterizedTest
  @CsvSource({"2026-09-24, 2026-09-30", "2026-02-13, 2026-02-25"})
  void givesThreeWorkingDaysOverHolidays(LocalDate day, LocalDate last) throws IOException {
    CustomsDesk.Shown shown = desk.take(li, notice(day));
    assertThat(shown.security().due()).isEqualTo(last);
    assertThat(shown.security().status()).isEqualTo("certain");
    assertThat(acts()).containsExactly(Act.CUSTOMS_NOTICE);
  }

  @Test
  void asksASecondPersonAndSecurity() throws IOException {
    desk.record(li, recordal(LocalDate.of(2031, 2, 28), Optional.empty()), NOTICED);
    Customs.Id id = desk.take(li, notice(NOTICED)).kept().id();
    LocalDate on = desk.today();
    Step sign = new Step.Sign(on, "");
    refused(() -> desk.step(wang, id, sign), "customs-not-proposed");
    assertThat(desk.step(li, id, new Step.Propose(on, "仿品")).state())
        .isEqualTo(CustomsDesk.Standing.PROPOSED);
    refused(() -> desk.step(li, id, sign), "customs-second-person", "customs-no-security");
    refused(
        () -> desk.step(Acting.as(OWN, " LI", Role.MANAGER), id, sign),
        "customs-second-person",
        "customs-no-security");
    refused(() -> desk.step(wang, id, sign), "customs-no-security");
    assertThat(state("cn.customs.security")).isEqualTo("running");
    desk.step(li, id, new Step.Secure(on, SUM));
    CustomsDesk.Shown signed = desk.step(wang, id, sign);
    assertThat(signed.state()).isEqualTo(CustomsDesk.Standing.REQUESTED);
    assertThat(signed.missed()).isFalse();
    assertThat(state("cn.customs.security")).isEqualTo("met");
    desk.step(wang, id, sign);
    assertThat(acts())
        .containsExactly(Act.RECORDAL_TAKES_EFFECT, Act.CUSTOMS_NOTICE, Act.DETENTION_REQUESTED);
    refused(() -> desk.step(li, id, new Step.Decline(on, "改主意")), "customs-done");
  }

  @Test
  void letsAGeneralGuaranteeStandForSecurityUntilItEnds() throws IOException {
    desk.record(li, recordal(LocalDate.of(2031, 2, 28), Optional.of(GENERAL)), NOTICED);
    Customs.Id id = desk.take(li, notice(NOTICED)).kept().id();
    desk.step(li, id, new Step.Propose(desk.today(), ""));
    assertThat(finding(desk.show(li, id), Finding.About.SECURITY).outcome())
        .isEqualTo(Finding.Outcome.CLEAR);
    now = Instant.parse("2026-09-29T02:00:00Z");
    assertThat(finding(desk.show(li, id), Finding.About.SECURITY).outcome())
        .isEqualTo(Finding.Outcome.MISSING);
    refused(() -> desk.step(wang, id, new Step.Sign(desk.today(), "")), "customs-no-security");
    assertThat(desk.step(wang, id, new Step.Sign(LocalDate.of(2026, 9, 28), "")).state())
        .isEqualTo(CustomsDesk.Standing.REQUESTED);
  }

  @Test
  void warnsOfAnAuthorisedSellerWrittenInAnotherWidth() throws IOException {
    desk.record(
        li, recordal(LocalDate.of(2031, 2, 28), Optional.of(GENERAL), "丙公司", "beta b.v."), NOTICED);
    CustomsDesk.Shown shown = desk.take(li, notice(NOTICED));
    assertThat(finding(shown, Finding.About.SHIPPER).outcome()).isEqualTo(Finding.Outcome.WARNED);
    Customs.Id id = shown.kept().id();
    desk.step(li, id, new Step.Propose(desk.today(), ""));
    refused(() -> desk.step(wang, id, new Step.Sign(desk.today(), " ")), "customs-lawful-shipment");
    assertThat(desk.step(wang, id, new Step.Sign(desk.today(), "超出许可范围")).state())
        .isEqualTo(CustomsDesk.Standing.REQUESTED);
  }

  @Test
  void saysThatTheRecordalWasOver() throws IOException {
    desk.record(li, recordal(NOTICED.minusDays(1), Optional.empty()), NOTICED);
    Finding over = finding(desk.take(li, notice(NOTICED)), Finding.About.RECORDAL);
    assertThat(over.outcome()).isEqualTo(Finding.Outcome.WARNED);
    desk.record(li, recordal(NOTICED, Optional.empty()), NOTICED);
    Finding stands = finding(desk.take(li, notice(NOTICED)), Finding.About.RECORDAL);
    assertThat(stands.outcome()).isEqualTo(Finding.Outcome.CLEAR);
    assertThat(acts()).contains(Act.RECORDAL_TAKES_EFFECT, Act.RECORDAL_RENEWED);
  }

  @Test
  void keepsWhatWasMissedAndWhatComesTooLate() throws IOException {
    Customs.Id id = desk.take(li, notice(NOTICED)).kept().id();
    now = Instant.parse("2026-09-30T02:00:00Z");
    assertThat(desk.show(li, id).state()).isEqualTo(CustomsDesk.Standing.OPEN);
    now = Instant.parse("2026-10-09T02:00:00Z");
    assertThat(desk.show(li, id).state()).isEqualTo(CustomsDesk.Standing.MISSED);
    assertThat(state("cn.customs.security")).isEqualTo("missed");
    LocalDate on = desk.today();
    desk.step(li, id, new Step.Propose(on, ""));
    desk.step(li, id, new Step.Secure(on, SUM));
    CustomsDesk.Shown late = desk.step(wang, id, new Step.Sign(on, ""));
    assertThat(late.state()).isEqualTo(CustomsDesk.Standing.LATE);
    assertThat(late.missed()).isTrue();
    assertThat(state("cn.customs.security")).isEqualTo("missed");
    assertThat(desk.list(li, 10)).extracting(CustomsDesk.Shown::missed).containsExactly(true);
  }

  @Test
  void declinesWithAReasonThatClosesTheClock() throws IOException {
    Customs.Id id = desk.take(li, notice(NOTICED)).kept().id();
    LocalDate on = desk.today();
    refused(() -> desk.step(li, id, new Step.Decline(on, " ")), "required");
    CustomsDesk.Shown declined = desk.step(li, id, new Step.Decline(on, "授权货物"));
    assertThat(declined.state()).isEqualTo(CustomsDesk.Standing.DECLINED);
    assertThat(declined.missed()).isFalse();
    assertThat(state("cn.customs.security")).isEqualTo("closed");
    refused(() -> desk.step(wang, id, new Step.Propose(on, "")), "customs-done");
  }

  /// Counted by hand in the rule file: 30 working days from 1 September 2026 are 19 October, 20 are
  /// 29 September.
  @Test
  void countsFindingAndReleaseFromDetention() throws IOException {
    Customs.Id id = desk.take(li, notice(LocalDate.of(2026, 8, 28))).kept().id();
    CustomsDesk.Shown held = desk.step(li, id, new Step.Detained(LocalDate.of(2026, 9, 1)));
    assertThat(held.detention())
        .extracting(CustomsDesk.Clock::rule)
        .containsExactly(
            "cn.customs.finding",
            "cn.customs.release-on-application",
            "cn.customs.release-ex-officio");
    assertThat(held.detention().get(0).due()).isEqualTo(LocalDate.of(2026, 10, 19));
    assertThat(held.detention().get(1).due()).isEqualTo(LocalDate.of(2026, 9, 29));
    assertThat(acts()).containsExactly(Act.CUSTOMS_NOTICE, Act.CUSTOMS_DETENTION);
  }

  @Test
  void stopsOneClockOfTwoNoticesOnADay() throws IOException {
    Customs.Id one = desk.take(li, notice(NOTICED)).kept().id();
    desk.take(li, notice(NOTICED));
    LocalDate on = desk.today();
    desk.step(li, one, new Step.Propose(on, ""));
    desk.step(li, one, new Step.Secure(on, SUM));
    desk.step(wang, one, new Step.Sign(on, ""));
    assertThat(docket.docket(li, right, on).orElseThrow().deadlines())
        .filteredOn(deadline -> deadline.question().rule().equals("cn.customs.security"))
        .extracting(deadline -> deadline.state().code())
        .containsExactlyInAnyOrder("met", "running");
  }

  @Test
  void refusesWhatIsNotOnesOwnAndWhatIsToCome() {
    Acting stranger = Acting.as(new OrganisationId(2), "zhao", Role.MANAGER);
    refused(() -> desk.take(stranger, notice(NOTICED)), "not-found");
    refused(() -> desk.take(li, notice(LAST)), "date-out-of-range");
    refused(() -> desk.show(stranger, new Customs.Id(1)), "not-found");
  }
}
