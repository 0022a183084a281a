package org.zhiheng.jobs.finance;

import java.util.Locale;

/// The grounds that can stand against a pledge, in the order of the measures; the last is no ground
/// of the measures, but one of licences.
public enum PledgeGround {
  /// 出质人不是登记的专利权人
  NOT_OWNER(1),
  /// 专利权已终止或者被宣告无效
  ENDED(2),
  /// 尚未授权
  NOT_GRANTED(3),
  /// 未缴年费
  ANNUITY_UNPAID(4),
  /// 权属纠纷中止、财产保全
  SUSPENDED_OR_PRESERVED(5),
  /// 债务期限超过专利权有效期
  TERM_BEYOND_PATENT(6),
  /// 合同不符合要求
  CONTRACT_DEFECTS(7),
  /// 共有人未同意
  CO_OWNER_CONSENT(8),
  /// 已被质押
  ALREADY_PLEDGED(9),
  /// 同日申请的实用新型与发明
  UTILITY_TWIN(10),
  /// 无效宣告程序进行中
  INVALIDATION_PENDING(11),
  /// 其他: what no record can show; it never reads as clear, and a confirmation does not wait for it.
  OTHER(12),
  /// 独占、排他许可与开放许可
  LICENCE_EXCLUSION(13);

  private final int number;

  PledgeGround(int number) {
    this.number = number;
  }

  /// `already-pledged`: the name in data, CLI and REST.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Its place in the list, from 1.
  public int number() {
    return number;
  }
}
