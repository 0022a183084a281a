package org.zhiheng.jobs.finance.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhiheng.cashflow.deal.Assumptions;
import org.zhiheng.cashflow.deal.AssumptionsReader;
import org.zhiheng.cashflow.deal.AssumptionsWriter;
import org.zhiheng.cashflow.deal.Deal;
import org.zhiheng.cashflow.deal.DealReader;
import org.zhiheng.cashflow.deal.DealWriter;
import org.zhiheng.cashflow.report.PeriodReport;
import org.zhiheng.cashflow.report.ReportJson;
import org.zhiheng.cashflow.run.Plan;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.AuditTrail;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.administer.DocketDesk;
import org.zhiheng.jobs.finance.DealName;
import org.zhiheng.jobs.finance.FinanceDesk;
import org.zhiheng.jobs.finance.Finding;
import org.zhiheng.jobs.finance.PledgeGround;
import org.zhiheng.jobs.finance.Reservation;
import org.zhiheng.jobs.finance.TitleCheck;
import org.zhiheng.jobs.finance.TitleQuestion;
import org.zhiheng.jobs.records.Records;
import org.zhiheng.jobs.records.RightFile;
import org.zhiheng.register.event.Fact;
import org.zhiheng.register.interest.Interest;
import org.zhiheng.register.interest.SameParty;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;

/// Deals, as people work with them: drafted, their pool checked, issued, reported on, watched. Safe
/// for many threads.
public final class DealDesk {

  /// Longest reason that a person gives.
  public static final int REASON_LENGTH_MAX = 2_000;

  private static final int PAGE_MAX = 500;

  private final Records records;
  private final DocketDesk docket;
  private final FinanceDesk finance;
  private final DealBook book;
  private final AuditTrail trail;

  /// Over these desks and stores; the clock is the docket's.
  public DealDesk(
      Records records, DocketDesk docket, FinanceDesk finance, DealBook book, AuditTrail trail) {
    this.records = records;
    this.docket = docket;
    this.finance = finance;
    this.book = book;
    this.trail = trail;
  }

  /// The day at the office.
  public LocalDate today() {
    return docket.today();
  }

  /// Keeps a draft under the deal's own name.
  ///
  /// @param assume text of the assumptions; empty for none
  /// @throws ProblemsException with all that is wrong in either file; `deal-issued`; `deal-name`;
  ///   `stale` when somebody else kept one at the same time
  public DealBook.Kept keep(
      Acting acting, String deal, Optional<String> assume, DealReader.FileTexts files) {
    acting.must(Permission.RECORD);
    Deal read = DealReader.read("deal", deal, files);
    DealName name = DealName.parse(read.name()).orThrow();
    Assumptions assumptions =
        assume.map(text -> AssumptionsReader.read("assume", text, read)).orElse(Assumptions.NONE);
    Plan.of(read, assumptions);
    DealBook.Terms terms =
        new DealBook.Terms(DealWriter.json(read), AssumptionsWriter.json(assumptions, read));
    long version = book.find(acting.organisation(), name).map(DealBook.Kept::version).orElse(0L);
    switch (book.draft(acting.organisation(), name, terms, version, acting.name(), now())) {
      case DealBook.Drafted.Done done ->
          keep(acting, "deal-keep", name, "version " + done.version());
      case DealBook.Drafted.Unchanged _ -> {}
      case DealBook.Drafted.Stale _ ->
          throw refused("stale", "", name.text(), "Somebody else kept it at the same time.");
      case DealBook.Drafted.Issued issued ->
          throw refused(
              "deal-issued",
              "",
              name.text(),
              "The deal was issued on " + issued.on() + " and changes no more.");
    }
    return kept(acting, name);
  }

  /// Deals by name.
  public List<DealBook.Kept> page(Acting acting, Optional<DealName> after, int limit) {
    acting.must(Permission.READ);
    return book.page(acting.organisation(), after, Math.clamp(limit, 1, PAGE_MAX));
  }

  /// A deal.
  ///
  /// @throws ProblemsException with `not-found`
  public DealBook.Kept kept(Acting acting, DealName name) {
    acting.must(Permission.READ);
    return book.find(acting.organisation(), name)
        .orElseThrow(
            () -> refused("not-found", "", name.text(), "No deal of this name is kept here."));
  }

  /// A deal as the engine reads it.
  public static Deal deal(DealBook.Kept kept) {
    return DealReader.read("deal", kept.terms().deal(), DealReader.FileTexts.NONE);
  }

  /// Holds the pool against what the deal says, by the record of a day.
  ///
  /// @throws ProblemsException with `not-found`
  public PoolCheck pool(Acting acting, DealName name, LocalDate on) {
    return pool(acting, kept(acting, name), on);
  }

  private PoolCheck pool(Acting acting, DealBook.Kept kept, LocalDate on) {
    Deal deal = deal(kept);
    PoolGate gate = new PoolGate(deal);
    Map<String, PoolCheck.OfRight> seen = new HashMap<>();
    return gate.check(
        on,
        asset -> {
          List<PoolCheck.OfRight> rights = new ArrayList<>();
          LocalDate last = PoolGate.lastPayment(asset, deal);
          for (String typed : PoolGate.rights(asset)) {
            rights.add(
                seen.computeIfAbsent(
                    typed + " " + last, _ -> right(acting, kept.name(), gate, typed, last, on)));
          }
          return rights;
        });
  }

  private PoolCheck.OfRight right(
      Acting acting, DealName deal, PoolGate gate, String typed, LocalDate last, LocalDate on) {
    RightId right;
    switch (records.meantOne(acting, typed)) {
      case Parsed.Refused<RightId> refused -> {
        return unknown(typed, refused.problem());
      }
      case Parsed.Ok<RightId> ok -> right = ok.value();
    }
    Optional<RightFile> file = records.show(acting, right);
    TitleCheck title;
    switch (finance.check(acting, right, question(last, on))) {
      case Parsed.Refused<TitleCheck> refused -> {
        return unknown(typed, refused.problem());
      }
      case Parsed.Ok<TitleCheck> ok -> title = ok.value();
    }
    Map<Integer, Finding> outlives = new HashMap<>();
    for (int months : gate.months()) {
      outlives.put(
          months,
          finance
              .check(acting, right, question(last.plusMonths(months), on))
              .orThrow()
              .of(PledgeGround.TERM_BEYOND_PATENT));
    }
    return new PoolCheck.OfRight(
        typed,
        Optional.of(right),
        Optional.of(title),
        file.filter(one -> pledgedFor(acting, one, deal)).isPresent(),
        Optional.empty(),
        file.map(one -> ownedBy(one, gate.owners())).orElse(Set.of()),
        outlives);
  }

  private static PoolCheck.OfRight unknown(String typed, Problem problem) {
    return new PoolCheck.OfRight(
        typed, Optional.empty(), Optional.empty(), false, Optional.of(problem), Set.of(), Map.of());
  }

  private static TitleQuestion question(LocalDate term, LocalDate on) {
    return new TitleQuestion(List.of(), Optional.of(term), on, TitleQuestion.EXTRACT_DAYS);
  }

  /// Whether one's own right backs this deal, and is pledged by nothing else.
  private boolean pledgedFor(Acting acting, RightFile file, DealName deal) {
    Optional<Reservation> standing =
        finance.reservations(acting, file.record().id()).stream()
            .filter(one -> one.freed().isEmpty() && one.deal().equals(deal))
            .findFirst();
    List<String> pledges =
        file.right().interests().open().stream()
            .filter(Interest.Pledge.class::isInstance)
            .map(one -> ((Interest.Pledge) one).recordNumber().strip())
            .toList();
    return standing.isPresent() && pledges.equals(List.of(standing.get().recordNumber().strip()));
  }

  private Set<String> ownedBy(RightFile file, Set<String> names) {
    SameParty same = records.sameParty(file.record(), List.copyOf(names));
    Set<String> owned = new LinkedHashSet<>();
    for (String name : names) {
      if (file.right().owners().stream()
          .map(Fact.Share::name)
          .anyMatch(owner -> same.test(owner, name))) {
        owned.add(name);
      }
    }
    return owned;
  }

  /// Issues a deal: it changes no more, and is reported on from then on.
  ///
  /// @param reason why what is not shown may pass; empty where nothing is let pass
  /// @return what its pool was checked to be
  /// @throws ProblemsException with `not-found`; `deal-issued`; `deal-blocked` with every ground
  ///   and condition that stands against it; `deal-unconfirmed` when something is not shown and no
  ///   reason is given; `stale`
  public PoolCheck issue(Acting acting, DealName name, LocalDate on, String reason) {
    acting.must(Permission.RECORD);
    DealBook.Kept kept = kept(acting, name);
    if (kept.issued().isPresent()) {
      throw refused(
          "deal-issued",
          "",
          name.text(),
          "The deal was issued on " + kept.issued().get().on() + ".");
    }
    if (reason.length() > REASON_LENGTH_MAX) {
      throw refused(
          "too-long",
          "reason",
          reason.length() + " characters",
          "A reason has at most " + REASON_LENGTH_MAX + " characters.");
    }
    PoolCheck check = pool(acting, kept, on);
    switch (check.verdict()) {
      case BLOCKED -> throw new ProblemsException(against(check, "deal-blocked"));
      case UNCONFIRMED -> {
        if (reason.isBlank()) {
          throw new ProblemsException(against(check, "deal-unconfirmed"));
        }
      }
      case CONFIRMED -> {}
    }
    DealBook.Issue issue =
        new DealBook.Issue(on, DealJson.text(check), reason.strip(), acting.name(), now());
    if (!book.issue(acting.organisation(), name, kept.version(), issue)) {
      throw refused("stale", "", name.text(), "Somebody else changed or issued it meanwhile.");
    }
    keep(acting, "deal-issue", name, check.verdict().code());
    return check;
  }

  private static List<Problem> against(PoolCheck check, String code) {
    boolean blocked = code.equals("deal-blocked");
    List<Problem> problems = new ArrayList<>();
    for (PoolCheck.OfAsset asset : check.assets()) {
      if (asset.rights().isEmpty() && !blocked) {
        problems.add(
            Problem.of(code, asset.asset(), "", "The deal names no right that backs this asset."));
      }
      for (PoolCheck.OfRight right : asset.rights()) {
        String path = asset.asset() + " " + right.typed();
        right
            .refused()
            .filter(_ -> !blocked)
            .ifPresent(problem -> problems.add(Problem.of(code, path, "", problem.reason())));
        for (Finding finding : right.open()) {
          if (!blocked || finding.status() == Finding.Status.BLOCKED) {
            problems.add(Problem.of(code, path, finding.ground().code(), finding.reason()));
          }
        }
        if (!blocked && right.title().isPresent() && !right.pledgedHere()) {
          problems.add(Problem.of(code, path, "", "No pledge for this deal is on record."));
        }
      }
    }
    check
        .conditions()
        .filter(one ->
            one.state() == PoolCheck.Met.State.FAILED
                || (!blocked && one.state() == PoolCheck.Met.State.NO_SOURCE))
        .forEach(one -> problems.add(Problem.of(code, one.text(), "", sentence(one.why()))));
    return problems;
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  /// Reports on the next payment date of an issued deal, from what was collected since the cut-off,
  /// and keeps the report with everything it was reckoned from.
  ///
  /// @param collected CSV, see [org.zhiheng.cashflow.run.Collected]
  /// @param known text of what happened from outside: `rates` and `flags` of an assumptions file
  /// @throws ProblemsException with `not-found`; `deal-draft` when it is not issued; `deal-period`
  ///   when the date is not that of the next period; what the two files are refused with
  public DealBook.Report report(
      Acting acting, DealName name, LocalDate until, String collected, Optional<String> known) {
    acting.must(Permission.RECORD);
    DealBook.Kept kept = kept(acting, name);
    if (kept.issued().isEmpty()) {
      throw refused("deal-draft", "", name.text(), "A deal is reported on once it is issued.");
    }
    Reckoned reckoned =
        Reckoned.of(kept.terms().deal(), kept.terms().assume(), known, collected, until);
    PeriodReport report = reckoned.report();
    if (report.pay() != kept.reported() + 1) {
      throw refused(
          "deal-period",
          "until",
          until.toString(),
          "It ends period "
              + report.pay()
              + "; the last that was reported on is "
              + kept.reported()
              + ", so "
              + (kept.reported() + 1)
              + " comes next.");
    }
    DealBook.Report one =
        new DealBook.Report(
            report.pay(),
            until,
            reckoned.known(),
            collected,
            ReportJson.of(report),
            acting.name(),
            now());
    if (!book.report(acting.organisation(), name, one)) {
      throw refused("stale", "", name.text(), "Somebody else reported on it meanwhile.");
    }
    keep(acting, "deal-report", name, "period " + one.period());
    return one;
  }

  /// The reports on a deal, oldest first.
  ///
  /// @throws ProblemsException with `not-found`
  public List<DealBook.Report> reports(Acting acting, DealName name) {
    kept(acting, name);
    return book.reports(acting.organisation(), name);
  }

  /// What stands against the rights of a deal's pool today, and whether it came after the issue.
  ///
  /// @throws ProblemsException with `not-found`
  public List<Alert> watch(Acting acting, DealName name) {
    DealBook.Kept kept = kept(acting, name);
    PoolCheck check = pool(acting, kept, today());
    Optional<LocalDate> issued = kept.issued().map(DealBook.Issue::on);
    List<Alert> alerts = new ArrayList<>();
    for (PoolCheck.OfAsset asset : check.assets()) {
      for (PoolCheck.OfRight right : asset.rights()) {
        for (Finding finding : right.open()) {
          if (finding.status() != Finding.Status.NO_SOURCE) {
            alerts.add(Alert.of(asset.asset(), right, finding, issued));
          }
        }
        if (issued.isPresent() && !right.pledgedHere()) {
          alerts.add(
              new Alert(
                  asset.asset(),
                  right.typed(),
                  "pledge-gone",
                  Optional.empty(),
                  Optional.of(true),
                  "No pledge for this deal stands."));
        }
      }
      asset.conditions().stream()
          .filter(one -> one.state() == PoolCheck.Met.State.FAILED)
          .forEach(one -> alerts.add(Alert.of(asset.asset(), one)));
    }
    check.pool().stream()
        .filter(one -> one.state() == PoolCheck.Met.State.FAILED)
        .forEach(one -> alerts.add(Alert.of("", one)));
    return List.copyOf(alerts);
  }

  private Instant now() {
    return docket.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static ProblemsException refused(String code, String path, String given, String reason) {
    return new ProblemsException(Problem.of(code, path, given, reason));
  }

  private void keep(Acting acting, String action, DealName name, String detail) {
    trail.keep(
        new AuditTrail.Entry(
            docket.now(), acting.organisation(), acting.name(), action, name.text(), detail));
  }
}
