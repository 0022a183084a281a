package org.zhiheng.server.api;

import org.zhiheng.jobs.access.Permission;

/// What a program may ask of marks: examinations, goods, watches.
public enum ExamineOperation implements Operation {
  /// What an examination would find.
  EXAMINE(
      Spec.of("GET", "/examination", "Look for earlier marks, keeping nothing", Permission.READ)
          .asked("name figure class group lawDate filedOn applicant top")),
  /// Two names side by side.
  COMPARE(
      Spec.of("GET", "/comparison", "Lay two names side by side", Permission.READ)
          .asked("left right")),
  /// An examination that is kept.
  KEEP_EXAMINATION(
      Spec.of("POST", "/examinations", "Examine and keep the record", Permission.RECORD)
          .sent(Asked.FIELDS.stream().sorted().toList())
          .answered(201)),
  /// Kept examinations.
  LIST_EXAMINATIONS(
      Spec.of("GET", "/examinations", "List kept examinations, newest first", Permission.READ)
          .asked("after limit")),
  /// One of them, as it was kept.
  SHOW_EXAMINATION(
      Spec.of(
          "GET",
          "/examinations/{examination}",
          "One kept examination, as it was kept",
          Permission.READ)),
  /// The same question today.
  EXAMINE_AGAIN(
      Spec.of(
          "GET",
          "/examinations/{examination}/again",
          "Ask what was asked then, today, and say what changed",
          Permission.READ)),
  /// Its report.
  REPORT_HTML(
      Spec.of(
              "GET",
              "/examinations/{examination}/report.html",
              "The report, as one page of HTML",
              Permission.EXPORT)
          .asked("language")
          .typed("text/html")),
  /// Its report, printed.
  REPORT_PDF(
      Spec.of(
              "GET",
              "/examinations/{examination}/report.pdf",
              "The report as PDF; 501 where the server has nothing to print with",
              Permission.EXPORT)
          .asked("language")
          .typed("application/pdf")),
  /// A picture to ask about.
  DEPOSIT_FIGURE(
      Spec.of("POST", "/figures", "Deposit a picture to ask about", Permission.READ)
          .uploaded()
          .answered(201)),
  /// Goods for free text.
  SUGGEST_GOODS(
      Spec.of("GET", "/goods", "Suggest goods and services for free text", Permission.READ)
          .asked("q limit")),
  /// Marks that must move together.
  CHECK_ASSIGNMENT(
      Spec.of(
              "GET",
              "/assignment",
              "Which other marks must move along when these do",
              Permission.READ)
          .asked("marks for")),
  /// How somebody files.
  SHOW_FILINGS(
      Spec.of(
              "GET",
              "/parties/{party}/filings",
              "How a party files marks: suspicion, no verdict; of another's it needs manage as well",
              Permission.EXPORT)
          .asked("purpose class")),
  /// Watched names.
  LIST_WATCHES(Spec.of("GET", "/watches", "List watched names", Permission.READ)),
  /// A name to watch.
  START_WATCH(
      Spec.of("POST", "/watches", "Watch a name", Permission.RECORD)
          .sent("name class group least")
          .answered(201)),
  /// The end of a watch.
  END_WATCH(
      Spec.of("DELETE", "/watches/{watch}", "Watch a name no longer", Permission.RECORD).silent()),
  /// What came up.
  LIST_HITS(
      Spec.of(
              "GET",
              "/watch-hits",
              "Marks that came up against watched names, newest first",
              Permission.READ)
          .asked("state limit")),
  /// What becomes of it.
  DECIDE_HIT(
      Spec.of(
              "PUT",
              "/watches/{watch}/hits/{right}",
              "Take up or dismiss a mark that came up",
              Permission.RECORD)
          .sent("state note")
          .silent());

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies that nobody can change
  private final Spec spec;

  ExamineOperation(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
