package org.zhiheng.server;

import org.zhiheng.server.api.AdministerOperation;
import org.zhiheng.server.api.ExamineOperation;
import org.zhiheng.server.api.FinanceOperation;
import org.zhiheng.server.api.Operation;
import org.zhiheng.server.api.RightsOperation;

/// What each operation reads, for those that are sent to what is another's.
final class OperationBodies {

  private OperationBodies() {}

  /// A body that it reads; empty for those that take none, or name nothing of another's.
  static String of(Operation operation) {
    return switch (operation) {
      case RightsOperation.RECORD_EVENT ->
          "{\"kind\":\"noted\",\"on\":\"2020-01-03\",\"fields\":{\"code\":\"x\"}}";
      case RightsOperation.SET_REFERENCES -> "{\"ours\":\"theirs\"}";
      case RightsOperation.MERGE_PARTY -> "{\"absorbed\":\"P99\",\"reason\":\"x\"}";
      case RightsOperation.UNMERGE_PARTY -> "{\"reason\":\"x\"}";
      case RightsOperation.NAME_PARTY -> "{\"text\":\"theirs\",\"form\":\"latin\"}";
      case RightsOperation.IDENTIFY_PARTY -> "{\"code\":\"91350100M000100Y43\"}";
      case ExamineOperation.DECIDE_HIT -> "{\"state\":\"taken\"}";
      case AdministerOperation.NOTE_DEADLINE -> "{\"key\":\"x\",\"do\":\"close\",\"text\":\"x\"}";
      case AdministerOperation.ADD_RECEIPT ->
          "{\"deadline\":\"x\",\"number\":\"1\",\"on\":\"2026-01-05\",\"amount\":\"900\",\"payer\":\"x\"}";
      case AdministerOperation.SET_RELIEF ->
          "{\"relief\":\"sole\",\"applicant\":\"x\",\"from\":\"2026-01-05\"}";
      case AdministerOperation.START_RECORDAL -> "{\"reason\":\"x\"}";
      case AdministerOperation.TAKE_STEP -> "{\"do\":\"propose\"}";
      case FinanceOperation.REGISTER_PLEDGE ->
          "{\"deal\":\"x\",\"number\":\"1\",\"creditor\":\"x\",\"secured\":\"900\",\"term\":\"2030-01-05\"}";
      case FinanceOperation.CHANGE_PLEDGE -> "{\"creditor\":\"x\"}";
      case FinanceOperation.RELEASE_PLEDGE,
          FinanceOperation.VALUE_RIGHT,
          FinanceOperation.KEEP_VALUATION,
          FinanceOperation.ISSUE_DEAL ->
          "{}";
      case FinanceOperation.REPORT_DEAL -> "{\"until\":\"2027-01-05\"}";
      default -> "";
    };
  }

  /// A query without which it refuses everybody.
  ///
  /// @param right one's own
  static String query(Operation operation, String right) {
    return switch (operation) {
      case ExamineOperation.EXAMINE -> "?name=x";
      case ExamineOperation.COMPARE -> "?left=x&right=y";
      case ExamineOperation.CHECK_ASSIGNMENT -> "?marks=" + right;
      case AdministerOperation.CHECK_EXPEDITED -> "?route=mark";
      case AdministerOperation.LIST_CHANGES -> "?since=2026-11-01";
      case AdministerOperation.COUNT_DAYS -> "?from=2026-11-01&to=2026-11-30";
      default -> "";
    };
  }
}
