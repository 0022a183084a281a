package org.zhiheng.server.finance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.deal.Coupon;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.Tranche;
import org.zhiheng.cashflow.report.Duty;
import org.zhiheng.cashflow.report.PeriodReport;
import org.zhiheng.cashflow.run.LedgerRun;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.finance.deal.Alert;
import org.zhiheng.jobs.finance.deal.DealBook;
import org.zhiheng.jobs.finance.deal.DealDesk;
import org.zhiheng.jobs.finance.deal.PoolCheck;
import org.zhiheng.jobs.finance.deal.Reckoned;
import org.zhiheng.jobs.prove.EvidenceBook;
import org.zhiheng.jobs.prove.EvidenceStore;
import org.zhiheng.ledger.leaf.LeafKind;
import org.zhiheng.server.page.Words;
import org.zhiheng.values.Money;

/// Deals in the words of a page.
final class DealReading {

  private static final int EVIDENCE_MAX = 500;

  private final Words words;

  DealReading(Words words) {
    this.words = words;
  }

  DealView.Row row(DealBook.Kept kept, Deal deal) {
    boolean issued = kept.issued().isPresent();
    long size = deal.tranches().stream().mapToLong(Tranche::size).sum();
    return new DealView.Row(
        kept.name().text(),
        money(deal, size),
        issued ? "issued" : "draft",
        words.say(issued ? "deals.state.issued" : "deals.state.draft"),
        kept.issued().map(one -> words.date(one.on())).orElse(""),
        kept.reported());
  }

  /// Evidence of reports by its title.
  Map<String, EvidenceStore.Kept> evidence(EvidenceBook book, Acting acting) {
    Map<String, EvidenceStore.Kept> byTitle = new HashMap<>();
    for (EvidenceStore.Kept kept :
        book.page(
            acting,
            new EvidenceStore.Selection(Optional.empty(), Set.of(LeafKind.DEAL_REPORT)),
            Optional.empty(),
            EVIDENCE_MAX)) {
      byTitle.putIfAbsent(kept.title(), kept);
    }
    return byTitle;
  }

  DealView.One one(
      DealBook.Kept kept,
      PoolCheck pool,
      List<Alert> alerts,
      List<DealBook.Report> reports,
      Map<String, EvidenceStore.Kept> evidence,
      String collected,
      String known,
      List<String> refused) {
    Deal deal = DealDesk.deal(kept);
    List<PeriodReport> reckoned = reckoned(kept, reports);
    List<DealView.Report> listed = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      listed.add(
          report(
              deal,
              reports.get(i),
              reckoned.get(i),
              Optional.ofNullable(evidence.get(kept.name() + " " + reports.get(i).period()))));
    }
    return new DealView.One(
        row(kept, deal),
        words.codeOrItself("deals.kind", deal.pool().kind()),
        words.say("deals.kept", Long.toString(kept.version()), kept.by(), words.time(kept.at())),
        kept.issued().map(DealBook.Issue::reason).orElse(""),
        deal.tranches().stream().map(tranche -> tranche(deal, tranche)).toList(),
        pool.verdict().code(),
        words.code("title.verdict", pool.verdict().code()),
        conditions(pool),
        rights(pool),
        alerts.stream().map(this::alert).toList(),
        listed,
        next(kept, deal),
        collected,
        known,
        chart(deal, reckoned),
        refused);
  }

  private static List<PeriodReport> reckoned(DealBook.Kept kept, List<DealBook.Report> reports) {
    return reports.stream()
        .map(one ->
            Reckoned.of(
                    kept.terms().deal(),
                    kept.terms().assume(),
                    Optional.of(one.known()),
                    one.collected(),
                    one.until())
                .report())
        .toList();
  }

  /// What each tranche was paid by the last report, and what is outstanding.
  List<DealView.Holding> holdings(DealBook.Kept kept, List<DealBook.Report> reports) {
    Deal deal = DealDesk.deal(kept);
    if (reports.isEmpty()) {
      return List.of();
    }
    PeriodReport last =
        reckoned(kept, reports.subList(reports.size() - 1, reports.size())).getFirst();
    return deal.tranches().stream()
        .map(tranche -> {
          List<LedgerRun.TrancheRow> rows = last.paid().tranche(tranche.name());
          return new DealView.Holding(
              tranche.name(),
              money(deal, tranche.size()),
              money(deal, rows.stream().mapToLong(LedgerRun.TrancheRow::interest).sum()),
              money(deal, rows.stream().mapToLong(LedgerRun.TrancheRow::principal).sum()),
              money(deal, rows.getLast().end()),
              money(deal, rows.getLast().unpaid()),
              rows.getLast().unpaid() > 0);
        })
        .toList();
  }

  private static Optional<String> next(DealBook.Kept kept, Deal deal) {
    if (kept.issued().isEmpty()) {
      return Optional.empty();
    }
    LedgerRun plan = Reckoned.expected(kept.terms().deal(), kept.terms().assume());
    List<LedgerRun.TrancheRow> rows = plan.tranche(deal.tranches().getFirst().name());
    return kept.reported() < rows.size()
        ? Optional.of(rows.get(kept.reported()).date().toString())
        : Optional.empty();
  }

  private DealView.Tranche tranche(Deal deal, Tranche tranche) {
    return new DealView.Tranche(
        tranche.name(),
        money(deal, tranche.size()),
        coupon(tranche.coupon()),
        tranche.notes().getOrDefault("rating", ""),
        tranche.maturity().map(words::date).orElse(""));
  }

  private String coupon(Coupon coupon) {
    return switch (coupon) {
      case Coupon.Fixed fixed ->
          fixed.steps().isEmpty()
              ? fixed.rate().percent()
              : words.say("deals.stepped", fixed.rate().percent());
      case Coupon.Floating floating ->
          words.say("deals.floating", floating.index(), floating.spread().percent());
    };
  }

  private List<DealView.Condition> conditions(PoolCheck pool) {
    List<DealView.Condition> all = new ArrayList<>();
    pool.pool().forEach(one -> all.add(condition("", one)));
    pool.assets()
        .forEach(
            asset -> asset.conditions().forEach(one -> all.add(condition(asset.asset(), one))));
    return all;
  }

  private DealView.Condition condition(String asset, PoolCheck.Met met) {
    return new DealView.Condition(
        asset,
        met.text(),
        met.state().code(),
        words.code("deals.met", met.state().code()),
        met.why());
  }

  private List<DealView.Right> rights(PoolCheck pool) {
    List<DealView.Right> all = new ArrayList<>();
    for (PoolCheck.OfAsset asset : pool.assets()) {
      for (PoolCheck.OfRight right : asset.rights()) {
        all.add(
            new DealView.Right(
                asset.asset(),
                right.typed(),
                right.right().map(Object::toString).orElse(""),
                right.verdict().code(),
                words.code("title.verdict", right.verdict().code()),
                right.pledgedHere(),
                right
                    .refused()
                    .map(problem -> List.of(words.problem(problem)))
                    .orElseGet(() ->
                        right.open().stream()
                            .map(one -> words.codeOrItself("title.code", one.code()))
                            .toList())));
      }
    }
    return all;
  }

  private DealView.Alert alert(Alert alert) {
    return new DealView.Alert(
        alert.asset(),
        alert.right(),
        alert.on().map(words::date).orElse(""),
        alert
            .sinceIssue()
            .map(since -> words.say(since ? "deals.since" : "deals.before"))
            .orElse(""),
        alert.code().equals("pledge-gone") ? words.say("deals.pledge-gone") : alert.why());
  }

  private DealView.Report report(
      Deal deal, DealBook.Report kept, PeriodReport report, Optional<EvidenceStore.Kept> evidence) {
    return new DealView.Report(
        kept.period(),
        words.date(kept.until()),
        money(deal, report.pool().actual().cash()),
        money(deal, report.pool().expected().cash()),
        report.disclosures().stream()
            .map(one ->
                new DealView.Disclosure(
                    duty(one.duty()), found(one), words.code("deals.found", found(one)), why(one)))
            .toList(),
        evidence.map(one -> one.id().toString()).orElse(""),
        evidence.flatMap(EvidenceStore.Kept::index).map(words::number).orElse(""),
        evidence.map(one -> one.leaf().commitment().sha256().hex()).orElse(""),
        words.say("deals.by", kept.by(), words.time(kept.at())));
  }

  private String duty(Duty duty) {
    return switch (duty) {
      case Duty.Loss loss -> words.say("deals.duty.loss", percent(loss.above()));
      case Duty.Cash cash ->
          words.say(
              cash.strictly() ? "deals.duty.cash.below" : "deals.duty.cash", percent(cash.below()));
      case Duty.MissedPayment _ -> words.say("deals.duty.missed");
      case Duty.Said said -> said.text();
    };
  }

  /// The figures, or in words that there are none.
  private String why(PeriodReport.Disclosure one) {
    if (one.found().isEmpty()) {
      return words.say("deals.duty.unsaid");
    }
    return one.duty() instanceof Duty.MissedPayment && !one.found().get()
        ? words.say("deals.duty.paid")
        : one.why();
  }

  private static String percent(BigDecimal part) {
    return part.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private static String found(PeriodReport.Disclosure one) {
    return one.found().map(found -> found ? "yes" : "no").orElse("unknown");
  }

  private Optional<DealChart> chart(Deal deal, List<PeriodReport> reports) {
    long top =
        reports.stream()
            .mapToLong(one -> Math.max(one.pool().actual().cash(), one.pool().expected().cash()))
            .max()
            .orElse(0);
    if (top == 0) {
      return Optional.empty();
    }
    int pair = DealChart.WIDTH / Math.max(4, reports.size());
    int width = Math.clamp(pair / 3, 2, 40);
    List<DealChart.Bar> bars = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      PeriodReport one = reports.get(i);
      bars.add(
          new DealChart.Bar(
              i * pair + (pair - 2 * width) / 2,
              width,
              height(one.pool().expected().cash(), top),
              height(one.pool().actual().cash(), top),
              label(one.until()),
              words.say(
                  "deals.chart.bar",
                  Integer.toString(one.pay()),
                  money(deal, one.pool().actual().cash()),
                  money(deal, one.pool().expected().cash()))));
    }
    return Optional.of(new DealChart(bars, money(deal, top), deal.currency().getCurrencyCode()));
  }

  private static int height(long amount, long top) {
    return (int) Math.round((double) amount * DealChart.HEIGHT / top);
  }

  private static String label(LocalDate until) {
    return until.toString().substring(2, 7);
  }

  private String money(Deal deal, long minor) {
    return words.money(new Money(minor, deal.currency()).toString());
  }
}
