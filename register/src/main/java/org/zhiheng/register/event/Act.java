package org.zhiheng.register.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhiheng.values.Parsed;

/// The acts of a proceeding that start or end a clock; a closed set.
public enum Act {
  /// 受理通知书
  ACCEPTANCE_NOTICE(Side.OFFICE),
  /// 进入实质审查阶段通知书
  EXAMINATION_ENTRY(Side.OFFICE),
  /// 第一次审查意见通知书
  OA_FIRST(Side.OFFICE),
  /// 再次审查意见通知书
  OA_LATER(Side.OFFICE),
  /// 授予专利权通知书
  GRANT_NOTICE(Side.OFFICE),
  /// 驳回决定, of a patent application
  REFUSAL_DECISION(Side.OFFICE),
  /// 复审决定, of a patent application
  REEXAMINATION_DECISION(Side.OFFICE),
  /// 无效宣告请求审查决定
  INVALIDATION_DECISION(Side.OFFICE),
  /// 权利丧失的通知: deemed withdrawn, deemed abandoned or ended
  LOSS_NOTICE(Side.OFFICE),
  /// 预审结果
  PRE_EXAMINATION_RESULT(Side.OFFICE),
  /// 同意优先审查
  PRIORITISED_EXAMINATION_GRANTED(Side.OFFICE),
  /// 驳回通知书, of a mark
  REFUSAL_NOTICE(Side.OFFICE),
  /// 部分驳回通知书
  PARTIAL_REFUSAL_NOTICE(Side.OFFICE),
  /// 补正通知
  CORRECTION_NOTICE(Side.OFFICE),
  /// 审查意见书, of a mark
  EXAMINATION_OPINION(Side.OFFICE),
  /// 异议答辩通知
  OPPOSITION_NOTICE(Side.OFFICE),
  /// 延长期限审批通知: `concerns` is the notice whose term was made longer, `text` by how much
  EXTENSION_GRANTED(Side.OFFICE),
  /// 不予注册决定
  NO_REGISTRATION_DECISION(Side.OFFICE),
  /// 复审决定, of a mark
  REVIEW_DECISION(Side.OFFICE),
  /// 提供使用证据的通知: somebody asked for cancellation
  NON_USE_NOTICE(Side.OFFICE),
  /// 国际商标公告出版
  MADRID_PUBLICATION(Side.OFFICE),
  /// 同意快速审查
  EXPEDITED_EXAMINATION_GRANTED(Side.OFFICE),
  /// 海关准予备案
  RECORDAL_TAKES_EFFECT(Side.OFFICE),
  /// 海关发现疑似侵权货物的通知
  CUSTOMS_NOTICE(Side.OFFICE),
  /// 海关扣留
  CUSTOMS_DETENTION(Side.OFFICE),
  /// 数据知识产权登记公示
  PUT_UP(Side.OFFICE),
  /// 申请前公开: an exhibition, a meeting, a leak
  DISCLOSURE(Side.PARTY),
  /// 请求实质审查
  EXAMINATION_REQUESTED(Side.PARTY),
  /// 缴纳申请费
  FILING_FEE_PAID(Side.PARTY),
  /// 答复
  REPLY_FILED(Side.PARTY),
  /// 补正
  CORRECTION_FILED(Side.PARTY),
  /// 办理登记手续
  FORMALITIES_DONE(Side.PARTY),
  /// 缴纳年费; `concerns` is the patent year it was paid for
  ANNUITY_PAID(Side.PARTY),
  /// 请求恢复权利
  RESTORATION_REQUESTED(Side.PARTY),
  /// 请求复审, of a patent application
  REEXAMINATION_REQUESTED(Side.PARTY),
  /// 申请复审, of a mark
  REVIEW_REQUESTED(Side.PARTY),
  /// 起诉
  ACTION_BROUGHT(Side.PARTY),
  /// 请求宣告无效
  INVALIDATION_REQUESTED(Side.PARTY),
  /// 请求作出专利权评价报告
  EVALUATION_REPORT_REQUESTED(Side.PARTY),
  /// 进入国家阶段
  NATIONAL_PHASE_ENTERED(Side.PARTY),
  /// 提交预审
  PRE_EXAMINATION_SUBMITTED(Side.PARTY),
  /// 许可合同生效
  LICENCE_EFFECTIVE(Side.PARTY),
  /// 许可合同备案
  LICENCE_RECORDED(Side.PARTY),
  /// 请求著录项目变更, with a transfer of the right
  TRANSFER_RECORDAL_REQUESTED(Side.PARTY),
  /// 申请商标转让
  ASSIGNMENT_RECORDAL_REQUESTED(Side.PARTY),
  /// 申请商标变更
  CHANGE_RECORDAL_REQUESTED(Side.PARTY),
  /// 药品上市许可获批
  MARKETING_APPROVED(Side.PARTY),
  /// 障碍消除
  OBSTACLE_ENDED(Side.PARTY),
  /// 提出异议
  OPPOSITION_FILED(Side.PARTY),
  /// 异议答辩
  ANSWER_FILED(Side.PARTY),
  /// 申请撤销连续三年不使用
  NON_USE_REQUESTED(Side.PARTY),
  /// 提供证据
  EVIDENCE_FILED(Side.PARTY),
  /// 请求海关扣留并提供担保
  DETENTION_REQUESTED(Side.PARTY),
  /// 海关备案情况改变
  CIRCUMSTANCES_CHANGED(Side.PARTY),
  /// 海关备案变更
  RECORDAL_CHANGED(Side.PARTY),
  /// 海关备案续展
  RECORDAL_RENEWED(Side.PARTY),
  /// 平台转送的不存在侵权行为的声明到达
  COUNTER_STATEMENT_RECEIVED(Side.PARTY),
  /// 向有关主管部门投诉
  COMPLAINT_FILED(Side.PARTY);

  /// Whose act it is.
  public enum Side {
    /// An office, a court, customs or a platform sends it.
    OFFICE,
    /// A party does it.
    PARTY
  }

  private final Side side;

  Act(Side side) {
    this.side = side;
  }

  /// Whose act it is.
  public Side side() {
    return side;
  }

  /// Whether it may lie before the day of filing.
  public boolean precedesFiling() {
    return this == DISCLOSURE
        || this == PRE_EXAMINATION_SUBMITTED
        || this == PRE_EXAMINATION_RESULT;
  }

  /// `oa-first`: the name in data, CLI, REST and pages, and in the rules of time.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<Act> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (Act act : values()) {
      if (act.code().equals(code)) {
        return Parsed.ok(act);
      }
    }
    return Parsed.refused(
        "act",
        text,
        "An act is one of "
            + Arrays.stream(values()).map(Act::code).collect(Collectors.joining(", "))
            + ".");
  }
}
