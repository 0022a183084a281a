package org.zhiheng.contracts.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.zhiheng.cashflow.deal.DealReader;
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
import org.zhiheng.jobs.finance.PledgeTerms;
import org.zhiheng.jobs.finance.Pledging;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.jobs.finance.TitlePaper;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.jobs.finance.deal.Alert;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.finance.deal.PoolCheck;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.records.Attachment;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.event.FactKind;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.values.Money;
import org.zhiheng.values.OrganisationId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Deals as people work with them, over stores in memory, on a day that does not move.
final class DealDeskTest {

  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final OrganisationId OWN = new OrganisationId(1);
  private static final DealName DEAL = new DealName("spring-1");

  private final Acting li = Acting.as(OWN, "li", Role.MANAGER);
  private final Acting stranger = Acting.as(new OrganisationId(2), "wang", Role.MANAGER);
  private final MemoryRegister register = new MemoryRegister(() -> NOW);
  private final RegisterStores stores = register.stores();
  private final Records records =
      new Records(
          stores.rights(), stores.parties(), new MemoryDocuments(), stores.trail(), () -> NOW);
  private final DocketDesk docket =
      new DocketDesk(records, new MemoryDocketNotes(), stores.trail(), () -> NOW);
  private final FinanceDesk finance =
      new FinanceDesk(
          records,
          docket,
          register.pledges(),
          new EvidenceBook(new MemoryEvidence(), new MemoryCheckpointProofs()),
          stores.trail());
  private final DealDesk desk =
      new DealDesk(records, docket, finance, new MemoryDealBook(), stores.trail());

  /// Two licences of 4 × 100.00 and 4 × 50.00 a quarter: 600.00, of which the first is two thirds.
  private static String deal(String eligible) {
    return """
    deal: spring-1
    dates: {cutoff: 2026-11-30, closing: 2026-11-30, collect: month-end, pay: quarterly on 15,
            first-pay: 2027-03-15, legal: 2028-12-31}
    parties: {originator: 甲示例公司}
    pool:
      kind: licence-back
      eligible:
    ELIGIBLE
      assets:
        - {id: L1, kind: licence, amount: "100.00", first: 2027-02-20, every: 3, count: 4,
           patents: CN118007813B, obligor: 乙, facts: {appraised: "1000.00", grade: "3"}}
        - {id: L2, kind: licence, amount: "50.00", first: 2027-02-20, every: 3, count: 4,
           patents: CN118007813B, obligor: 丙, facts: {appraised: "300.00", grade: "5"}}
    tranches:
      A: {size: "500.00", coupon: 4%, daycount: 30/360, maturity: 2028-12-15}
      sub: {size: "100.00"}
    waterfall:
      normal: [interest A, principal A, principal sub, residual sub]
    """
        .replace("ELIGIBLE", eligible.indent(4).stripTrailing());
  }

  private static final String MET =
      """
      - status = granted and annuity-paid
      - not pledged-elsewhere and not invalidation-pending and owner = originator
      - patent-expiry >= last-payment + 12 months
      - largest-obligor <= 70%
      - loan-to-value <= 70%
      - grade <= 5\
      """;

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

  private void papers(RightId right) throws IOException {
    for (TitlePaper paper : TitlePaper.values()) {
      finance.attach(
          li,
          right,
          paper,
          LocalDate.parse("2026-11-20"),
          new Attachment(
              "paper.pdf", new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8))));
    }
  }

  private Pledging pledge(RightId right, String deal) {
    return finance.register(
        li,
        right,
        new PledgeTerms(
            new DealName(deal),
            "Y-1",
            List.of(),
            "乙银行",
            Money.parse("CNY 600.00").orThrow(),
            LocalDate.of(2028, 11, 20),
            LocalDate.of(2026, 11, 20),
            TitleQuestion.EXTRACT_DAYS));
  }

  private DealBook.Kept keep(String eligible) {
    return desk.keep(li, deal(eligible), Optional.empty(), DealReader.FileTexts.NONE);
  }

  private static List<String> refused(ThrowingCallable call) {
    return catchThrowableOfType(ProblemsException.class, call).problems().stream()
        .map(Problem::code)
        .distinct()
        .toList();
  }

  private List<String> states(PoolCheck check) {
    return check.conditions().map(one -> one.text() + ": " + one.state().code()).toList();
  }

  @Test
  void aPoolOfConfirmedRightsIsIssuedAndReportedOn() throws IOException {
    RightId right = patent();
    papers(right);
    assertThat(pledge(right, DEAL.text())).isInstanceOf(Pledging.Done.class);
    keep(MET);
    PoolCheck check = desk.pool(li, DEAL, TODAY);
    assertThat(check.conditions()).allMatch(one -> one.state() == PoolCheck.Met.State.MET);
    assertThat(check.verdict()).isEqualTo(TitleCheck.Verdict.CONFIRMED);
    desk.issue(li, DEAL, TODAY, "");
    assertThat(desk.kept(li, DEAL).issued()).isPresent();
    assertThat(refused(() -> keep(MET + "\n- grade <= 6"))).containsExactly("deal-issued");

    String first = "date,asset,principal\n2027-02-20,L1,100.00\n";
    assertThat(refused(() -> desk.report(li, DEAL, day("2027-06-15"), first, Optional.empty())))
        .containsExactly("deal-period");
    DealBook.Report report = desk.report(li, DEAL, day("2027-03-15"), first, Optional.empty());
    // of 150.00 that were expected 100.00 came: two thirds, below four fifths
    assertThat(report.body())
        .contains("\"period\":1", "\"cash\":\"100.00\"", "\"cash\":\"150.00\"", "66.67%");
    assertThat(refused(() -> desk.report(li, DEAL, day("2027-03-15"), first, Optional.empty())))
        .containsExactly("deal-period");
    desk.report(
        li,
        DEAL,
        day("2027-06-15"),
        first + "2027-05-20,L1,150.00\n",
        Optional.of("assume: known\nflags: {rating-cut: 2027-05-01}\n"));
    assertThat(desk.reports(li, DEAL)).extracting(DealBook.Report::period).containsExactly(1, 2);
  }

  @Test
  void whatStandsAgainstAPoolIsNamedAndWhatIsNotShownNeedsAReason() throws IOException {
    RightId right = patent();
    keep("- status = granted\n- board agrees\n- largest-obligor <= 60%\n- region = 北京");
    PoolCheck check = desk.pool(li, DEAL, TODAY);
    assertThat(states(check))
        .contains(
            "largest-obligor <= 60%: failed", // 400.00 of 600.00
            "board agrees: no-source", "region = 北京: no-source");
    assertThat(check.verdict()).isEqualTo(TitleCheck.Verdict.BLOCKED);
    assertThat(refused(() -> desk.issue(li, DEAL, TODAY, "it may")))
        .containsExactly("deal-blocked");
    keep("- status = granted\n- board agrees");
    assertThat(refused(() -> desk.issue(li, DEAL, TODAY, ""))).containsExactly("deal-unconfirmed");
    papers(right);
    pledge(right, DEAL.text());
    // the board's words are no test: what nothing shows passes only with a reason
    assertThat(refused(() -> desk.issue(li, DEAL, TODAY, " "))).containsExactly("deal-unconfirmed");
    desk.issue(li, DEAL, TODAY, "决议见附件");
    assertThat(desk.kept(li, DEAL).issued().orElseThrow().reason()).isEqualTo("决议见附件");
  }

  @Test
  void aRightThatBacksAnotherDealBlocks() throws IOException {
    RightId right = patent();
    papers(right);
    pledge(right, "autumn-1");
    keep("- not pledged-elsewhere");
    PoolCheck check = desk.pool(li, DEAL, TODAY);
    assertThat(check.verdict()).isEqualTo(TitleCheck.Verdict.BLOCKED);
    assertThat(states(check)).containsOnly("not pledged-elsewhere: failed");
  }

  @Test
  void aRightThatIsNotOnRecordIsNeverClear() {
    keep(MET);
    PoolCheck check = desk.pool(li, DEAL, TODAY);
    assertThat(check.verdict()).isEqualTo(TitleCheck.Verdict.UNCONFIRMED);
    assertThat(states(check)).contains("status = granted: no-source", "annuity-paid: no-source");
  }

  @Test
  void thePoolIsWatchedAfterTheIssue() throws IOException {
    RightId right = patent();
    papers(right);
    pledge(right, DEAL.text());
    keep("- not invalidation-pending");
    desk.issue(li, DEAL, LocalDate.of(2026, 11, 21), "late extract");
    assertThat(desk.watch(li, DEAL)).isEmpty();
    assertThat(
            records.record(
                li,
                right,
                FactKind.PRESERVED,
                TODAY,
                Map.of("court", "示例法院", "record-number", "B-1"),
                Optional.empty(),
                Optional.empty()))
        .isInstanceOf(Recording.Done.class);
    assertThat(desk.watch(li, DEAL))
        .extracting(Alert::asset, Alert::code, one -> one.sinceIssue().orElseThrow())
        .containsExactly(
            tuple("L1", "suspended-or-preserved", true),
            tuple("L2", "suspended-or-preserved", true));
    assertThat(finance.release(li, right, TODAY)).isInstanceOf(Pledging.Done.class);
    assertThat(desk.watch(li, DEAL)).extracting(Alert::code).contains("pledge-gone");
  }

  @Test
  void strangersSeeNothing() {
    keep(MET);
    assertThat(refused(() -> desk.kept(stranger, DEAL))).containsExactly("not-found");
    assertThat(refused(() -> desk.pool(stranger, DEAL, TODAY))).containsExactly("not-found");
    assertThat(desk.page(stranger, Optional.empty(), 10)).isEmpty();
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
