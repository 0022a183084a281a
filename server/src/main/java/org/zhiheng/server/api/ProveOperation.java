package org.zhiheng.server.api;

import org.zhiheng.jobs.access.Permission;

/// What a program may ask of evidence and the log.
public enum ProveOperation implements Operation {
  /// Evidence.
  LIST_EVIDENCE(
      Spec.of("GET", "/evidence", "List evidence, newest first", Permission.READ)
          .asked("right kind after limit")),
  /// Files to keep as evidence.
  DEPOSIT_EVIDENCE(
      Spec.of(
              "POST",
              "/evidence",
              "Deposit files as evidence: parts named file, one file as the body, or uploads by their ids",
              Permission.RECORD)
          .asked("right kind title name uploads")
          .uploaded()
          .answered(201)),
  /// One piece of evidence.
  SHOW_EVIDENCE(
      Spec.of(
          "GET",
          "/evidence/{evidence}",
          "One piece of evidence: its digests, and how far it has come",
          Permission.READ)),
  /// Its bundle.
  EXPORT_EVIDENCE(
      Spec.of(
              "GET",
              "/evidence/{evidence}/bundle",
              "Its bundle; before evidence from China leaves for proceedings abroad see State Council Decree 801, arts. 12 to 14",
              Permission.EXPORT)
          .typed("application/vnd.zhiheng.ipev+zip")),
  /// Files on their way.
  LIST_UPLOADS(Spec.of("GET", "/uploads", "List the uploads that you began", Permission.RECORD)),
  /// A file to send in parts.
  BEGIN_UPLOAD(
      Spec.of(
              "POST",
              "/uploads",
              "Begin to send a large file in parts, or go on with the one begun of the same file",
              Permission.RECORD)
          .sent("name type size sha256")
          .answered(201)),
  /// How far one has come.
  SHOW_UPLOAD(
      Spec.of("GET", "/uploads/{upload}", "Which parts of an upload are there", Permission.RECORD)),
  /// A part.
  SEND_PART(
      Spec.of(
              "PUT",
              "/uploads/{upload}/parts/{part}",
              "Send a part, with its Content-Digest; again does no harm",
              Permission.RECORD)
          .silent()),
  /// The end of one.
  DISCARD_UPLOAD(
      Spec.of("DELETE", "/uploads/{upload}", "Throw an upload away", Permission.RECORD).silent()),
  /// The log.
  SHOW_LOG(Spec.of("GET", "/log", "The log: keys, checkpoint, witnesses", Permission.READ));

  @SuppressWarnings("ImmutableEnumChecker") // its lists are copies that nobody can change
  private final Spec spec;

  ProveOperation(Spec spec) {
    this.spec = spec;
  }

  @Override
  public Spec spec() {
    return spec;
  }
}
