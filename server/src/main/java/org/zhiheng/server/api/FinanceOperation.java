package org.zhiheng.server.api;

import org.zhiheng.jobs.access.Permission;

/// What a program may ask of titles, pledges, valuations and deals.
public enum FinanceOperation implements Operation {
  /// What the record shows of the grounds against a pledge.
  CHECK_TITLE(
      Spec.of(
              "GET",
              "/rights/{right}/title",
              "What the record shows of the grounds that can stand against a pledge; absence is never clear",
              Permission.READ)
          .asked("term on pledgors extractDays")),
  /// A pledge.
  REGISTER_PLEDGE(
      Spec.of(
              "POST",
              "/rights/{right}/pledge",
              "Register a pledge and have the right back a deal; a right backs one deal at most",
              Permission.RECORD)
          .sent("deal number pledgors creditor secured term on extractDays")
          .answered(201)),
  /// A changed one.
  CHANGE_PLEDGE(
      Spec.of(
              "PUT",
              "/rights/{right}/pledge",
              "Change the pledge that a right backs its deal by; what is not given stays",
              Permission.RECORD)
          .sent("creditor secured term on")),
  /// Its release.
  RELEASE_PLEDGE(
      Spec.of(
              "POST",
              "/rights/{right}/pledge/release",
              "Release it: the right backs no deal then",
              Permission.RECORD)
          .sent("on")),
  /// A model report.
  VALUE_RIGHT(
      Spec.of(
              "POST",
              "/rights/{right}/valuation",
              "A model report of a patent, no appraisal; `with` takes figures as a YAML text; nothing is kept",
              Permission.READ)
          .sent("with on")),
  /// A model report that is kept.
  KEEP_VALUATION(
      Spec.of(
              "POST",
              "/rights/{right}/valuations",
              "Keep a model report, with its figures, as evidence of the kind valuation",
              Permission.RECORD)
          .sent("with on")
          .answered(201)),
  /// A deal run.
  RUN_DEAL(
      Spec.of(
              "POST",
              "/deals/run",
              "Run a deal to the minor unit; deal and assumptions as YAML or JSON texts; nothing is kept",
              Permission.READ)
          .sent("deal assume")),
  /// A deal simulated.
  SIMULATE_DEAL(
      Spec.of(
              "POST",
              "/deals/simulate",
              "Simulate a deal along paths on which assets end by chance; nothing is kept",
              Permission.READ)
          .sent("deal assume paths seed")),
  /// Deals.
  LIST_DEALS(
      Spec.of("GET", "/deals", "Deals that are kept, by name", Permission.READ)
          .asked("after limit")),
  /// A deal kept.
  KEEP_DEAL(
      Spec.of(
              "POST",
              "/deals",
              "Keep a deal under its own name, with what is supposed to happen; again, as a version more",
              Permission.RECORD)
          .sent("deal assume")
          .answered(201)),
  /// One deal.
  SHOW_DEAL(
      Spec.of("GET", "/deals/{deal}", "One deal that is kept, with its terms", Permission.READ)),
  /// Its pool.
  CHECK_POOL(
      Spec.of(
              "GET",
              "/deals/{deal}/pool",
              "Hold its pool against its own conditions and the grounds of a pledge",
              Permission.READ)
          .asked("on")),
  /// Its issue.
  ISSUE_DEAL(
      Spec.of(
              "POST",
              "/deals/{deal}/issue",
              "Issue it: it changes no more; what is not shown passes only with a reason",
              Permission.RECORD)
          .sent("on reason")),
  /// Reports on it.
  LIST_DEAL_REPORTS(
      Spec.of("GET", "/deals/{deal}/reports", "The reports on it, oldest first", Permission.READ)),
  /// A report on it.
  REPORT_DEAL(
      Spec.of(
              "POST",
              "/deals/{deal}/reports",
              "Report on its next payment date from what was collected (CSV) since the cut-off; logged as evidence",
              Permission.RECORD)
          .sent("until collected known")
          .answered(201)),
  /// What stands against it.
  WATCH_DEAL(
      Spec.of(
          "GET",
          "/deals/{deal}/alerts",
          "What stands against the rights of its pool today",
          Permission.READ));

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies that nobody can change
  private final Spec spec;

  FinanceOperation(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
