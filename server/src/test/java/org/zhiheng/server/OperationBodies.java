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
      case LIST_RIGHTS,
          LIST_DEADLINES,
          SHOW_DOCKET,
          SHOW_FEES,
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
