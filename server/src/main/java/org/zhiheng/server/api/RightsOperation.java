package org.zhiheng.server.api;

import org.zhiheng.jobs.access.Permission;

/// What a program may ask of rights, parties, imports and the trail.
public enum RightsOperation implements Operation {
  /// One page of rights.
  LIST_RIGHTS(
      Spec.of("GET", "/rights", "List rights, newest notice first", Permission.READ)
          .asked("q kind office stage class region from to party scope after limit")),
  /// A right entered by hand.
  ENTER_RIGHT(
      Spec.of("POST", "/rights", "Enter a right by hand", Permission.RECORD)
          .sent("kind office fields references")
          .answered(201)),
  /// One right.
  SHOW_RIGHT(Spec.of("GET", "/rights/{right}", "One right with its events", Permission.READ)),
  /// An event.
  RECORD_EVENT(
      Spec.of("POST", "/rights/{right}/events", "Record an event", Permission.RECORD)
          .sent("kind on fields")
          .answered(201)),
  /// All rights as a table.
  EXPORT_CSV(
      Spec.of("GET", "/rights.csv", "All rights that the filters find, as CSV", Permission.EXPORT)
          .asked("q kind office stage class region from to party scope")
          .typed("text/csv")),
  /// All rights as an array.
  EXPORT_JSON(
      Spec.of(
              "GET",
              "/rights.json",
              "All rights that the filters find, as one JSON array",
              Permission.EXPORT)
          .asked("q kind office stage class region from to party scope")),
  /// A document.
  ATTACH_DOCUMENT(
      Spec.of("POST", "/rights/{right}/documents", "Attach a document", Permission.RECORD)
          .asked("on name")
          .uploaded()
          .answered(201)),
  /// A document's bytes.
  READ_DOCUMENT(
      Spec.of(
              "GET",
              "/rights/{right}/documents/{digest}",
              "The bytes of a document",
              Permission.READ)
          .typed("application/octet-stream")),
  /// References.
  SET_REFERENCES(
      Spec.of("PUT", "/rights/{right}/references", "Change the references", Permission.RECORD)
          .sent("ours client clientName")),
  /// Sharing.
  SHARE_RIGHT(
      Spec.of(
              "PUT",
              "/rights/{right}/shares/{organisation}",
              "Let another organisation see a right",
              Permission.MANAGE)
          .silent()),
  /// The end of sharing.
  UNSHARE_RIGHT(
      Spec.of(
              "DELETE",
              "/rights/{right}/shares/{organisation}",
              "Let it see the right no longer",
              Permission.MANAGE)
          .silent()),
  /// Parties.
  LIST_PARTIES(
      Spec.of("GET", "/parties", "List or search parties", Permission.READ).asked("q after limit")),
  /// One party.
  SHOW_PARTY(Spec.of("GET", "/parties/{party}", "One party", Permission.READ)),
  /// A merge.
  MERGE_PARTY(
      Spec.of(
              "POST",
              "/parties/{party}/merge",
              "Merge another party into this one",
              Permission.MANAGE)
          .sent("absorbed reason")),
  /// The end of a merge.
  UNMERGE_PARTY(
      Spec.of("POST", "/parties/{party}/unmerge", "Undo the merge of this one", Permission.MANAGE)
          .sent("reason")),
  /// A name.
  NAME_PARTY(
      Spec.of("POST", "/parties/{party}/names", "Add a name", Permission.MANAGE).sent("text form")),
  /// The credit code.
  IDENTIFY_PARTY(
      Spec.of(
              "PUT",
              "/parties/{party}/credit-code",
              "Record the unified social credit code",
              Permission.MANAGE)
          .sent("code")),
  /// Import runs.
  LIST_IMPORTS(
      Spec.of("GET", "/imports", "List import runs, newest first", Permission.READ)
          .asked("after limit")),
  /// An upload.
  SUBMIT_IMPORT(
      Spec.of("POST", "/imports", "Upload a file and import it", Permission.IMPORT)
          .asked("kind name")
          .uploaded()
          .answered(202)),
  /// One run.
  SHOW_IMPORT(Spec.of("GET", "/imports/{run}", "How an import run stands", Permission.READ)),
  /// An interrupted run.
  RESUME_IMPORT(
      Spec.of(
              "POST",
              "/imports/{run}/resume",
              "Go on with a run that was interrupted or failed",
              Permission.IMPORT)
          .answered(202)),
  /// What a run refused.
  LIST_PROBLEMS(
      Spec.of("GET", "/imports/{run}/problems", "What a run refused", Permission.READ)
          .asked("after limit")),
  /// The trail.
  LIST_AUDIT(
      Spec.of("GET", "/audit", "The audit trail, newest first", Permission.AUDIT)
          .asked("after limit"));

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies that nobody can change
  private final Spec spec;

  RightsOperation(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
