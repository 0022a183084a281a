package org.zhiheng.server;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.contracts.MemoryRegister;
import org.zhiheng.contracts.administer.MemoryCustoms;
import org.zhiheng.contracts.administer.MemoryDocketBoard;
import org.zhiheng.contracts.administer.MemoryDocketNotes;
import org.zhiheng.contracts.administer.MemoryRecordals;
import org.zhiheng.contracts.administer.MemoryReminders;
import org.zhiheng.contracts.finance.MemoryDealBook;
import org.zhiheng.contracts.prove.MemoryProving;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.administer.DocketBoard;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.administer.DocketKeeper;
import org.zhiheng.jobs.administer.DocketNotes;
import org.zhiheng.jobs.administer.customs.Customs;
import org.zhiheng.jobs.administer.customs.CustomsDesk;
import org.zhiheng.jobs.administer.customs.Guarantee;
import org.zhiheng.jobs.administer.customs.Notice;
import org.zhiheng.jobs.administer.customs.Recordal;
import org.zhiheng.jobs.administer.desk.AdministerDesk;
import org.zhiheng.jobs.administer.recordal.RecordalDesk;
import org.zhiheng.jobs.administer.recordal.RecordalKind;
import org.zhiheng.jobs.administer.recordal.Recordals;
import org.zhiheng.jobs.administer.recordal.Request;
import org.zhiheng.jobs.administer.remind.Recipient;
import org.zhiheng.jobs.administer.remind.ReminderDesk;
import org.zhiheng.jobs.administer.remind.ReminderRounds;
import org.zhiheng.jobs.administer.remind.Reminders;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.Pledges;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.prove.ProveStores;
import org.zhiheng.jobs.records.Recording;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.register.kind.RightKind;
import org.zhiheng.register.number.Office;
import org.zhiheng.register.record.References;
import org.zhiheng.register.record.Rights;
import org.zhiheng.values.Money;
import org.zhiheng.values.RightId;

/// The docket in memory.
public final class SampleDocket {

  private SampleDocket() {}

  /// Over these rights.
  public static AdministerDesk over(
      Rights rights, Records records, AuditTrail trail, InstantSource clock) {
    DocketNotes notes = new MemoryDocketNotes();
    DocketDesk docket = new DocketDesk(records, notes, trail, clock);
    DocketBoard board = new MemoryDocketBoard(rights, notes, SampleRights.OURS);
    Reminders reminders = new MemoryReminders();
    return AdministerDesk.of(
        records,
        docket,
        board,
        new DocketKeeper(board, docket.deadlines(), clock),
        new ReminderDesk(
            reminders,
            new ReminderRounds(reminders, board, docket.deadlines(), Optional.empty(), clock),
            trail,
            clock),
        new RecordalDesk(
            records, docket, new MemoryRecordals(), (_, _, _) -> Optional.empty(), trail),
        new CustomsDesk(records, docket, new MemoryCustoms(), trail));
  }

  /// The title gate over these records; no deal is on record.
  public static FinanceDesk finance(Records records, AuditTrail trail, InstantSource clock) {
    return finance(records, new MemoryRegister(clock).pledges(), trail, clock);
  }

  /// The title gate over these records and pledges.
  public static FinanceDesk finance(
      Records records, Pledges pledges, AuditTrail trail, InstantSource clock) {
    ProveStores stores = new MemoryProving().stores();
    return new FinanceDesk(
        records,
        new DocketDesk(records, new MemoryDocketNotes(), trail, clock),
        pledges,
        new EvidenceBook(stores.evidence(), stores.proofs()),
        trail);
  }

  /// The name of [#draft].
  static final String DEAL = "deal-1";

  /// Deals over these records; none is kept yet.
  public static DealDesk deals(Records records, AuditTrail trail, InstantSource clock) {
    return deals(records, finance(records, trail, clock), trail, clock);
  }

  /// Deals over these records and titles; none is kept yet.
  public static DealDesk deals(
      Records records, FinanceDesk finance, AuditTrail trail, InstantSource clock) {
    return new DealDesk(
        records,
        new DocketDesk(records, new MemoryDocketNotes(), trail, clock),
        finance,
        new MemoryDealBook(),
        trail);
  }

  /// A draft of a deal that this right backs.
  static void draft(DealDesk desk, Acting acting, RightId right) {
    desk.keep(
        acting,
        """
        deal: deal-1
        dates: {cutoff: 2026-11-30, closing: 2026-12-15, collect: month-end, pay: quarterly on 15, legal: 2029-12-15}
        parties: {originator: 示例研究院}
        pool:
          kind: licence-back
          eligible: [status = granted and annuity-paid, largest-obligor <= 60%, loan-to-value <= 50%]
          assets:
            - {id: L1, kind: licence, amount: "1200000.00", first: 2027-01-25, every: 3, count: 12, patents: RIGHT, obligor: 甲示例公司, facts: {appraised: "30000000.00"}}
            - {id: L2, kind: licence, amount: "1000000.00", first: 2027-01-25, every: 3, count: 12, patents: RIGHT, obligor: 乙示例公司, facts: {appraised: "26000000.00"}}
        tranches:
          A: {size: "20000000.00", coupon: 2.15%, rating: AAA, maturity: 2029-12-15}
          sub: {size: "1000000.00"}
        waterfall: {normal: [interest A, principal A, principal sub, residual sub]}
        report: {ad-hoc: [cash < 95% of plan, rating-cut]}
        """
            .replace("RIGHT", right.toString()),
        Optional.empty(),
        DealReader.FileTexts.NONE);
  }

  /// A request to record a change of name.
  static Recordals.Id request(
      AdministerDesk desk, Acting acting, RightId right, String from, String to)
      throws IOException {
    return desk.recordals()
        .file(
            acting,
            new Request(
                RecordalKind.CHANGE,
                List.of(right),
                desk.docket().today(),
                from,
                to,
                "CN",
                "CN",
                List.of(from),
                List.of(to),
                false,
                Optional.empty()),
            Optional.empty())
        .kept()
        .id();
  }

  /// A notice of customs, with the recordal of the right.
  static Customs.Id notice(
      AdministerDesk desk, Acting acting, RightId right, String number, String goods, String who)
      throws IOException {
    LocalDate today = desk.docket().today();
    desk.customs()
        .record(
            acting,
            new Recordal(
                number,
                right,
                today.minusYears(1),
                desk.customs().last(today.minusYears(1)),
                goods,
                List.of(who),
                Optional.of(new Guarantee(number, Money.parse("CNY 200000").orThrow(), today))),
            today);
    return desk.customs()
        .take(acting, new Notice(right, today, who, goods, who, "", Optional.empty()))
        .kept()
        .id();
  }

  /// A person who is reminded, and a notice of customs on a patent of its own.
  static Customs.Id watched(
      AdministerDesk desk, Records records, Acting acting, String mark, String title, String who)
      throws IOException {
    desk.reminders()
        .keep(
            acting,
            new Recipient(
                "wang.fang",
                "wang@example.org",
                "zh",
                List.of(7),
                true,
                Optional.empty(),
                Optional.empty()));
    Recording entered =
        records.enter(
            acting,
            RightKind.UTILITY_MODEL,
            Office.CN,
            Map.of(
                "title",
                title,
                "application-number",
                "202420000003.4",
                "filing-date",
                "2024-03-01",
                "applicants",
                who),
            new References(mark, "", ""));
    return notice(desk, acting, ((Recording.Done) entered).id(), mark, title, who);
  }
}
