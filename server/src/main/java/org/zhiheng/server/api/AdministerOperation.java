package org.zhiheng.server.api;

import org.zhiheng.jobs.access.Permission;

/// What a program may ask of deadlines, fees, the change desk, customs and rules.
public enum AdministerOperation implements Operation {
  /// What is due, of all rights.
  LIST_DEADLINES(
      Spec.of(
              "GET",
              "/deadlines",
              "What is due within so many days, or was missed, of all rights, the earliest first",
              Permission.READ)
          .asked("show within assigned rule after limit")),
  /// The docket of a right.
  SHOW_DOCKET(
      Spec.of(
              "GET",
              "/rights/{right}/deadlines",
              "All deadlines of a right, and what became of each",
              Permission.READ)
          .asked("on")),
  /// The fees of a right.
  SHOW_FEES(
      Spec.of(
              "GET",
              "/rights/{right}/fees",
              "What must be paid to keep a right alive, if it is paid on that day",
              Permission.READ)
          .asked("on relief paper")),
  /// What is said of a deadline.
  NOTE_DEADLINE(
      Spec.of(
              "POST",
              "/rights/{right}/deadlines/notes",
              "Close a deadline with a reason, open it again, or give it to a person",
              Permission.RECORD)
          .sent("key do text")),
  /// What is said of many.
  NOTE_DEADLINES(
      Spec.of(
              "POST",
              "/deadlines/notes",
              "Close many deadlines, or give them to a person; each by its right and key",
              Permission.RECORD)
          .sent("deadlines do text")),
  /// How offices keep their times.
  LIST_LIMITS(
      Spec.of(
              "GET",
              "/deadlines/limits",
              "How offices keep their times, by rule and month",
              Permission.READ)
          .asked("since")),
  /// Fees of all rights.
  LIST_FEES(
      Spec.of(
              "GET",
              "/fees",
              "What must be paid to keep rights alive; each page looks at `limit` rights",
              Permission.READ)
          .asked("until on relief paper after limit")),
  /// Keep or drop.
  DECIDE_FEES(
      Spec.of(
              "POST",
              "/fees/decision",
              "Each fee beside what the patent may be worth, with advice; nothing is changed",
              Permission.READ)
          .asked("after limit")
          .sent("with until on relief")),
  /// Receipts.
  LIST_RECEIPTS(
      Spec.of(
              "GET",
              "/receipts",
              "Receipts of fees; each page looks at `limit` rights",
              Permission.READ)
          .asked("after limit")),
  /// One written down.
  ADD_RECEIPT(
      Spec.of(
              "POST",
              "/rights/{right}/receipts",
              "Write the receipt of a fee down, tied to the event that met its deadline",
              Permission.RECORD)
          .sent("deadline number on amount payer")
          .answered(201)),
  /// Relief.
  SET_RELIEF(
      Spec.of(
              "PUT",
              "/rights/{right}/fee-relief",
              "Write down that the fees of a right are reduced: sole, joint, or none, which ends it",
              Permission.RECORD)
          .sent("relief year applicant from")),
  /// Requests of the change desk.
  LIST_RECORDALS(
      Spec.of("GET", "/recordals", "Requests to record something, by time left", Permission.READ)
          .asked("limit")),
  /// A request at the gates.
  CHECK_RECORDAL(
      Spec.of(
              "POST",
              "/recordals/check",
              "What the gates find of a request; nothing is kept",
              Permission.READ)
          .sent(RecordalsApi.FIELDS)),
  /// A request taken in.
  FILE_RECORDAL(
      Spec.of("POST", "/recordals", "Take a request in", Permission.RECORD)
          .sent(RecordalsApi.FILED)
          .answered(201)),
  /// One request.
  SHOW_RECORDAL(Spec.of("GET", "/recordals/{recordal}", "One request", Permission.READ)),
  /// Its clock.
  START_RECORDAL(
      Spec.of(
              "POST",
              "/recordals/{recordal}/start",
              "Let a request pass, with a reason, and start its clock",
              Permission.RECORD)
          .sent("reason")),
  /// It as a paper.
  PAPER_RECORDAL(
      Spec.of(
              "GET",
              "/recordals/{recordal}/paper.html",
              "A request as a paper to be signed",
              Permission.READ)
          .asked("language")
          .typed("text/html")),
  /// Recordals with customs.
  LIST_CUSTOMS(
      Spec.of("GET", "/customs/recordals", "Recordals with customs, by number", Permission.READ)
          .asked("limit")),
  /// One written down.
  RECORD_CUSTOMS(
      Spec.of(
              "POST",
              "/customs/recordals",
              "Write a recordal with customs down, new or changed",
              Permission.RECORD)
          .sent("number right first last goods sellers guarantee amount until on")
          .answered(201)),
  /// Notices of customs.
  LIST_NOTICES(
      Spec.of("GET", "/customs/notices", "Notices of customs, by time left", Permission.READ)
          .asked("limit")),
  /// One taken in.
  TAKE_NOTICE(
      Spec.of("POST", "/customs/notices", "Take a notice of customs in", Permission.RECORD)
          .sent("right on port goods shipper quantity worth")
          .answered(201)),
  /// One.
  SHOW_NOTICE(
      Spec.of("GET", "/customs/notices/{notice}", "One notice of customs", Permission.READ)),
  /// What is done about it.
  TAKE_STEP(
      Spec.of(
              "POST",
              "/customs/notices/{notice}/steps",
              "Propose to apply, secure, sign as a second person, decline, or note the detention",
              Permission.RECORD)
          .sent("do on amount text")),
  /// Who is reminded.
  LIST_REMINDED(Spec.of("GET", "/reminders", "Who is reminded of deadlines", Permission.READ)),
  /// A person put on the list.
  SET_REMINDED(
      Spec.of("PUT", "/reminders", "Say how a person is reminded", Permission.MANAGE)
          .sent(
              "person mail language days others awayFrom awayUntil delegate escalateDays escalateTo")),
  /// A person taken off.
  DROP_REMINDED(
      Spec.of("DELETE", "/reminders/{person}", "Remind a person no longer", Permission.MANAGE)),
  /// Letters.
  LIST_LETTERS(
      Spec.of("GET", "/reminders/outbox", "Letters, newest first", Permission.MANAGE)
          .asked("limit")),
  /// Quicker ways.
  CHECK_EXPEDITED(
      Spec.of(
              "GET",
              "/expedited",
              "Whether a quicker way is open; `is` and `not` take conditions, joined by commas",
              Permission.READ)
          .asked("route right is not on")),
  /// A report.
  PAPER_DEADLINES(
      Spec.of(
              "GET",
              "/papers/deadlines.html",
              "A report of what is due, for a client or of all rights",
              Permission.READ)
          .asked("client within language")
          .typed("text/html")),
  /// A frame.
  PAPER_FRAME(
      Spec.of(
              "GET",
              "/rights/{right}/papers/{paper}",
              "The frame of non-use-answer, opposition, observations or office-action-reply, as HTML",
              Permission.READ)
          .asked("language")
          .typed("text/html")),
  /// Other rules.
  REPLAY_RULES(
      Spec.of(
              "POST",
              "/rules/what-if",
              "Every date that moves when rules change; nothing is kept",
              Permission.READ)
          .asked("after limit")
          .sent("rules asOf")),
  /// Old rules.
  LIST_STALE(
      Spec.of("GET", "/rules/stale", "Rules that nobody checked for so many days", Permission.READ)
          .asked("days on")),
  /// Rules.
  LIST_RULES(Spec.of("GET", "/rules", "The rules of time", Permission.READ)),
  /// What changes in them.
  LIST_CHANGES(
      Spec.of("GET", "/rules/changes", "Values that begin after a day", Permission.READ)
          .asked("since")),
  /// One rule.
  SHOW_RULE(
      Spec.of(
          "GET",
          "/rules/{rule}",
          "One rule: its values, their dates and sources",
          Permission.READ)),
  /// When something is due by a rule.
  COMPUTE_DEADLINE(
      Spec.of(
              "GET",
              "/rules/{rule}/deadline",
              "When something is due by a rule, and why; `case` takes special cases, joined by commas",
              Permission.READ)
          .asked("event service entered case asOf")),
  /// Working days.
  COUNT_DAYS(
      Spec.of(
              "GET",
              "/calendar/working-days",
              "The working days from one day to another, both included",
              Permission.READ)
          .asked("from to office asOf"));

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies that nobody can change
  private final Spec spec;

  AdministerOperation(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
