package org.zhiheng.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.zhiheng.jobs.access.Permission;

/// What a program may ask of the REST interface, as its description lists it: a closed set, and the
/// table from which the routes, the checks of query parameters and the OpenAPI document are made.
public enum Operation {
  /// One page of rights.
  LIST_RIGHTS(
      "GET",
      "/rights",
      "List rights, newest notice first",
      Permission.READ,
      "q kind office stage class region from to party scope after limit"),
  /// A right entered by hand.
  ENTER_RIGHT("POST", "/rights", "Enter a right by hand", Permission.RECORD, ""),
  /// One right.
  SHOW_RIGHT("GET", "/rights/{right}", "One right with its events", Permission.READ, ""),
  /// An event.
  RECORD_EVENT("POST", "/rights/{right}/events", "Record an event", Permission.RECORD, ""),
  /// All rights as a table.
  EXPORT_CSV(
      "GET",
      "/rights.csv",
      "All rights that the filters find, as CSV",
      Permission.EXPORT,
      "q kind office stage class region from to party scope"),
  /// All rights as an array.
  EXPORT_JSON(
      "GET",
      "/rights.json",
      "All rights that the filters find, as one JSON array",
      Permission.EXPORT,
      "q kind office stage class region from to party scope"),
  /// A document.
  ATTACH_DOCUMENT(
      "POST", "/rights/{right}/documents", "Attach a document", Permission.RECORD, "on name"),
  /// A document's bytes.
  READ_DOCUMENT(
      "GET", "/rights/{right}/documents/{digest}", "The bytes of a document", Permission.READ, ""),
  /// References.
  SET_REFERENCES(
      "PUT", "/rights/{right}/references", "Change the references", Permission.RECORD, ""),
  /// Sharing.
  SHARE_RIGHT(
      "PUT",
      "/rights/{right}/shares/{organisation}",
      "Let another organisation see a right",
      Permission.MANAGE,
      ""),
  /// The end of sharing.
  UNSHARE_RIGHT(
      "DELETE",
      "/rights/{right}/shares/{organisation}",
      "Let it see the right no longer",
      Permission.MANAGE,
      ""),
  /// What is due, of all rights.
  LIST_DEADLINES(
      "GET",
      "/deadlines",
      "What is due within so many days, or was missed, of all rights, the earliest first",
      Permission.READ,
      "show within assigned rule after limit"),
  /// The docket of a right.
  SHOW_DOCKET(
      "GET",
      "/rights/{right}/deadlines",
      "All deadlines of a right, and what became of each",
      Permission.READ,
      "on"),
  /// The fees of a right.
  SHOW_FEES(
      "GET",
      "/rights/{right}/fees",
      "What must be paid to keep a right alive, if it is paid on that day",
      Permission.READ,
      "on relief paper"),
  /// What is said of a deadline.
  NOTE_DEADLINE(
      "POST",
      "/rights/{right}/deadlines/notes",
      "Close a deadline with a reason, open it again, or give it to a person",
      Permission.RECORD,
      ""),
  /// What is said of many.
  NOTE_DEADLINES(
      "POST",
      "/deadlines/notes",
      "Close many deadlines, or give them to a person; each by its right and key",
      Permission.RECORD,
      ""),
  /// How offices keep their times.
  LIST_LIMITS(
      "GET",
      "/deadlines/limits",
      "How offices keep their times, by rule and month",
      Permission.READ,
      "since"),
  /// Fees of all rights.
  LIST_FEES(
      "GET",
      "/fees",
      "What must be paid to keep rights alive; each page looks at `limit` rights",
      Permission.READ,
      "until on relief paper after limit"),
  /// Keep or drop.
  DECIDE_FEES(
      "POST",
      "/fees/decision",
      "Each fee beside what the patent may be worth, with advice; nothing is changed",
      Permission.READ,
      "after limit"),
  /// Receipts.
  LIST_RECEIPTS(
      "GET",
      "/receipts",
      "Receipts of fees; each page looks at `limit` rights",
      Permission.READ,
      "after limit"),
  /// One written down.
  ADD_RECEIPT(
      "POST",
      "/rights/{right}/receipts",
      "Write the receipt of a fee down, tied to the event that met its deadline",
      Permission.RECORD,
      ""),
  /// Relief.
  SET_RELIEF(
      "PUT",
      "/rights/{right}/fee-relief",
      "Write down that the fees of a right are reduced: sole, joint, or none, which ends it",
      Permission.RECORD,
      ""),
  /// Requests of the change desk.
  LIST_RECORDALS(
      "GET", "/recordals", "Requests to record something, by time left", Permission.READ, "limit"),
  /// A request at the gates.
  CHECK_RECORDAL(
      "POST",
      "/recordals/check",
      "What the gates find of a request; nothing is kept",
      Permission.READ,
      ""),
  /// A request taken in.
  FILE_RECORDAL("POST", "/recordals", "Take a request in", Permission.RECORD, ""),
  /// One request.
  SHOW_RECORDAL("GET", "/recordals/{recordal}", "One request", Permission.READ, ""),
  /// Its clock.
  START_RECORDAL(
      "POST",
      "/recordals/{recordal}/start",
      "Let a request pass, with a reason, and start its clock",
      Permission.RECORD,
      ""),
  /// It as a paper.
  PAPER_RECORDAL(
      "GET",
      "/recordals/{recordal}/paper.html",
      "A request as a paper to be signed",
      Permission.READ,
      "language"),
  /// Recordals with customs.
  LIST_CUSTOMS(
      "GET", "/customs/recordals", "Recordals with customs, by number", Permission.READ, "limit"),
  /// One written down.
  RECORD_CUSTOMS(
      "POST",
      "/customs/recordals",
      "Write a recordal with customs down, new or changed",
      Permission.RECORD,
      ""),
  /// Notices of customs.
  LIST_NOTICES(
      "GET", "/customs/notices", "Notices of customs, by time left", Permission.READ, "limit"),
  /// One taken in.
  TAKE_NOTICE("POST", "/customs/notices", "Take a notice of customs in", Permission.RECORD, ""),
  /// One.
  SHOW_NOTICE("GET", "/customs/notices/{notice}", "One notice of customs", Permission.READ, ""),
  /// What is done about it.
  TAKE_STEP(
      "POST",
      "/customs/notices/{notice}/steps",
      "Propose to apply, secure, sign as a second person, decline, or note the detention",
      Permission.RECORD,
      ""),
  /// Who is reminded.
  LIST_REMINDED("GET", "/reminders", "Who is reminded of deadlines", Permission.READ, ""),
  /// A person put on the list.
  SET_REMINDED("PUT", "/reminders", "Say how a person is reminded", Permission.MANAGE, ""),
  /// A person taken off.
  DROP_REMINDED(
      "DELETE", "/reminders/{person}", "Remind a person no longer", Permission.MANAGE, ""),
  /// Letters.
  LIST_LETTERS("GET", "/reminders/outbox", "Letters, newest first", Permission.MANAGE, "limit"),
  /// Quicker ways.
  CHECK_EXPEDITED(
      "GET",
      "/expedited",
      "Whether a quicker way is open; `is` and `not` take conditions, joined by commas",
      Permission.READ,
      "route right is not on"),
  /// A report.
  PAPER_DEADLINES(
      "GET",
      "/papers/deadlines.html",
      "A report of what is due, for a client or of all rights",
      Permission.READ,
      "client within language"),
  /// A frame.
  PAPER_FRAME(
      "GET",
      "/rights/{right}/papers/{paper}",
      "The frame of non-use-answer, opposition, observations or office-action-reply, as HTML",
      Permission.READ,
      "language"),
  /// Other rules.
  REPLAY_RULES(
      "POST",
      "/rules/what-if",
      "Every date that moves when rules change; nothing is kept",
      Permission.READ,
      "after limit"),
  /// Old rules.
  LIST_STALE(
      "GET",
      "/rules/stale",
      "Rules that nobody checked for so many days",
      Permission.READ,
      "days on"),
  /// Parties.
  LIST_PARTIES("GET", "/parties", "List or search parties", Permission.READ, "q after limit"),
  /// One party.
  SHOW_PARTY("GET", "/parties/{party}", "One party", Permission.READ, ""),
  /// A merge.
  MERGE_PARTY(
      "POST", "/parties/{party}/merge", "Merge another party into this one", Permission.MANAGE, ""),
  /// The end of a merge.
  UNMERGE_PARTY(
      "POST", "/parties/{party}/unmerge", "Undo the merge of this one", Permission.MANAGE, ""),
  /// A name.
  NAME_PARTY("POST", "/parties/{party}/names", "Add a name", Permission.MANAGE, ""),
  /// The credit code.
  IDENTIFY_PARTY(
      "PUT",
      "/parties/{party}/credit-code",
      "Record the unified social credit code",
      Permission.MANAGE,
      ""),
  /// Import runs.
  LIST_IMPORTS("GET", "/imports", "List import runs, newest first", Permission.READ, "after limit"),
  /// An upload.
  SUBMIT_IMPORT("POST", "/imports", "Upload a file and import it", Permission.IMPORT, "kind name"),
  /// One run.
  SHOW_IMPORT("GET", "/imports/{run}", "How an import run stands", Permission.READ, ""),
  /// An interrupted run.
  RESUME_IMPORT(
      "POST",
      "/imports/{run}/resume",
      "Go on with a run that was interrupted or failed",
      Permission.IMPORT,
      ""),
  /// What a run refused.
  LIST_PROBLEMS(
      "GET", "/imports/{run}/problems", "What a run refused", Permission.READ, "after limit"),
  /// What an examination would find.
  EXAMINE(
      "GET",
      "/examination",
      "Look for earlier marks, keeping nothing",
      Permission.READ,
      "name figure class group lawDate filedOn applicant top"),
  /// Two names side by side.
  COMPARE("GET", "/comparison", "Lay two names side by side", Permission.READ, "left right"),
  /// An examination that is kept.
  KEEP_EXAMINATION("POST", "/examinations", "Examine and keep the record", Permission.RECORD, ""),
  /// Kept examinations.
  LIST_EXAMINATIONS(
      "GET",
      "/examinations",
      "List kept examinations, newest first",
      Permission.READ,
      "after limit"),
  /// One of them, as it was kept.
  SHOW_EXAMINATION(
      "GET",
      "/examinations/{examination}",
      "One kept examination, as it was kept",
      Permission.READ,
      ""),
  /// The same question today.
  EXAMINE_AGAIN(
      "GET",
      "/examinations/{examination}/again",
      "Ask what was asked then, today, and say what changed",
      Permission.READ,
      ""),
  /// Its report.
  REPORT_HTML(
      "GET",
      "/examinations/{examination}/report.html",
      "The report, as one page of HTML",
      Permission.EXPORT,
      "language"),
  /// Its report, printed.
  REPORT_PDF(
      "GET",
      "/examinations/{examination}/report.pdf",
      "The report as PDF; 501 where the server has nothing to print with",
      Permission.EXPORT,
      "language"),
  /// A picture to ask about.
  DEPOSIT_FIGURE("POST", "/figures", "Deposit a picture to ask about", Permission.READ, ""),
  /// Goods for free text.
  SUGGEST_GOODS(
      "GET", "/goods", "Suggest goods and services for free text", Permission.READ, "q limit"),
  /// Marks that must move together.
  CHECK_ASSIGNMENT(
      "GET",
      "/assignment",
      "Which other marks must move along when these do",
      Permission.READ,
      "marks for"),
  /// How somebody files.
  SHOW_FILINGS(
      "GET",
      "/parties/{party}/filings",
      "How a party files marks: suspicion, no verdict; of another's it needs manage as well",
      Permission.EXPORT,
      "purpose class"),
  /// Watched names.
  LIST_WATCHES("GET", "/watches", "List watched names", Permission.READ, ""),
  /// A name to watch.
  START_WATCH("POST", "/watches", "Watch a name", Permission.RECORD, ""),
  /// The end of a watch.
  END_WATCH("DELETE", "/watches/{watch}", "Watch a name no longer", Permission.RECORD, ""),
  /// What came up.
  LIST_HITS(
      "GET",
      "/watch-hits",
      "Marks that came up against watched names, newest first",
      Permission.READ,
      "state limit"),
  /// What becomes of it.
  DECIDE_HIT(
      "PUT",
      "/watches/{watch}/hits/{right}",
      "Take up or dismiss a mark that came up",
      Permission.RECORD,
      ""),
  /// Evidence.
  LIST_EVIDENCE(
      "GET", "/evidence", "List evidence, newest first", Permission.READ, "right kind after limit"),
  /// Files to keep as evidence.
  DEPOSIT_EVIDENCE(
      "POST",
      "/evidence",
      "Deposit files as evidence: parts named file, one file as the body, or uploads by their ids",
      Permission.RECORD,
      "right kind title name uploads"),
  /// One piece of evidence.
  SHOW_EVIDENCE(
      "GET",
      "/evidence/{evidence}",
      "One piece of evidence: its digests, and how far it has come",
      Permission.READ,
      ""),
  /// Its bundle.
  EXPORT_EVIDENCE(
      "GET",
      "/evidence/{evidence}/bundle",
      "Its bundle; before evidence from China leaves for proceedings abroad see State Council"
          + " Decree 801, arts. 12 to 14",
      Permission.EXPORT,
      ""),
  /// Files on their way.
  LIST_UPLOADS("GET", "/uploads", "List the uploads that you began", Permission.RECORD, ""),
  /// A file to send in parts.
  BEGIN_UPLOAD(
      "POST",
      "/uploads",
      "Begin to send a large file in parts, or go on with the one begun of the same file",
      Permission.RECORD,
      ""),
  /// How far one has come.
  SHOW_UPLOAD(
      "GET", "/uploads/{upload}", "Which parts of an upload are there", Permission.RECORD, ""),
  /// A part.
  SEND_PART(
      "PUT",
      "/uploads/{upload}/parts/{part}",
      "Send a part, with its Content-Digest; again does no harm",
      Permission.RECORD,
      ""),
  /// The end of one.
  DISCARD_UPLOAD("DELETE", "/uploads/{upload}", "Throw an upload away", Permission.RECORD, ""),
  /// The log.
  SHOW_LOG("GET", "/log", "The log: keys, checkpoint, witnesses", Permission.READ, ""),
  /// The trail.
  LIST_AUDIT("GET", "/audit", "The audit trail, newest first", Permission.AUDIT, "after limit");

  /// Where the interface begins.
  public static final String BASE = "/api/v1";

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

  private final String method;
  private final String path;
  private final String summary;
  private final Permission permission;
  private final String parameters;

  Operation(String method, String path, String summary, Permission permission, String parameters) {
    this.method = method;
    this.path = path;
    this.summary = summary;
    this.permission = permission;
    this.parameters = parameters;
  }

  /// `GET`, `POST`, `PUT` or `DELETE`.
  public String method() {
    return method;
  }

  /// The whole path, with its variables in braces.
  public String path() {
    return BASE + path;
  }

  /// In a few words.
  public String summary() {
    return summary;
  }

  /// What it needs.
  public Permission permission() {
    return permission;
  }

  /// The query parameters it knows.
  public List<String> parameters() {
    return parameters.isEmpty() ? List.of() : Arrays.asList(parameters.split(" ", -1));
  }

  /// The variables of its path, in their order.
  public List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }
}
