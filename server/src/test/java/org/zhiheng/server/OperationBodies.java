package org.zhiheng.server;

import org.zhiheng.server.api.Operation;

/// A body that each operation reads, for those that are sent to what is another's.
final class OperationBodies {

  private OperationBodies() {}

  static String of(Operation operation) {
    return switch (operation) {
      case RECORD_EVENT -> "{\"kind\":\"noted\",\"on\":\"2020-01-03\",\"fields\":{\"code\":\"x\"}}";
      case SET_REFERENCES -> "{\"ours\":\"theirs\"}";
      case MERGE_PARTY -> "{\"absorbed\":\"P99\",\"reason\":\"x\"}";
      case UNMERGE_PARTY -> "{\"reason\":\"x\"}";
      case NAME_PARTY -> "{\"text\":\"theirs\",\"form\":\"latin\"}";
      case IDENTIFY_PARTY -> "{\"code\":\"91350100M000100Y43\"}";
      case DECIDE_HIT -> "{\"state\":\"taken\"}";
      case NOTE_DEADLINE -> "{\"key\":\"x\",\"do\":\"close\",\"text\":\"x\"}";
      case ADD_RECEIPT ->
          "{\"deadline\":\"x\",\"number\":\"1\",\"on\":\"2026-01-05\",\"amount\":\"900\",\"payer\":\"x\"}";
      case SET_RELIEF -> "{\"relief\":\"sole\",\"applicant\":\"x\",\"from\":\"2026-01-05\"}";
      case START_RECORDAL -> "{\"reason\":\"x\"}";
      case TAKE_STEP -> "{\"do\":\"propose\"}";
      case LIST_RIGHTS,
          LIST_DEADLINES,
          SHOW_DOCKET,
          SHOW_FEES,
          NOTE_DEADLINES,
          LIST_LIMITS,
          LIST_FEES,
          LIST_RECEIPTS,
          DECIDE_FEES,
          LIST_RECORDALS,
          CHECK_RECORDAL,
          FILE_RECORDAL,
          SHOW_RECORDAL,
          PAPER_RECORDAL,
          LIST_CUSTOMS,
          RECORD_CUSTOMS,
          LIST_NOTICES,
          TAKE_NOTICE,
          SHOW_NOTICE,
          LIST_REMINDED,
          SET_REMINDED,
          DROP_REMINDED,
          LIST_LETTERS,
          CHECK_EXPEDITED,
          PAPER_DEADLINES,
          PAPER_FRAME,
          REPLAY_RULES,
          LIST_STALE,
          ENTER_RIGHT,
          SHOW_RIGHT,
          EXPORT_CSV,
          EXPORT_JSON,
          ATTACH_DOCUMENT,
          READ_DOCUMENT,
          SHARE_RIGHT,
          UNSHARE_RIGHT,
          LIST_PARTIES,
          SHOW_PARTY,
          LIST_IMPORTS,
          SUBMIT_IMPORT,
          SHOW_IMPORT,
          RESUME_IMPORT,
          LIST_PROBLEMS,
          EXAMINE,
          COMPARE,
          KEEP_EXAMINATION,
          LIST_EXAMINATIONS,
          SHOW_EXAMINATION,
          EXAMINE_AGAIN,
          REPORT_HTML,
          REPORT_PDF,
          DEPOSIT_FIGURE,
          SUGGEST_GOODS,
          CHECK_ASSIGNMENT,
          SHOW_FILINGS,
          LIST_WATCHES,
          START_WATCH,
          END_WATCH,
          LIST_HITS,
          LIST_EVIDENCE,
          DEPOSIT_EVIDENCE,
          SHOW_EVIDENCE,
          EXPORT_EVIDENCE,
          LIST_UPLOADS,
          BEGIN_UPLOAD,
          SHOW_UPLOAD,
          SEND_PART,
          DISCARD_UPLOAD,
          SHOW_LOG,
          LIST_AUDIT ->
          "";
    };
  }
}
