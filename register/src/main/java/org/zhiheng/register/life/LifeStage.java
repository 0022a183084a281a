package org.zhiheng.register.life;

import java.util.Locale;
import org.zhiheng.values.Parsed;

/// Where a right stands in its life: what lists are filtered by.
public enum LifeStage {
  /// 未知: nothing that happened to it is known yet.
  UNKNOWN(Weight.PENDING),
  /// 已申请
  FILED(Weight.PENDING),
  /// 已公布
  PUBLISHED(Weight.PENDING),
  /// 实质审查
  UNDER_EXAMINATION(Weight.PENDING),
  /// 初步审定公告
  PRELIMINARILY_APPROVED(Weight.PENDING),
  /// 已授权
  GRANTED(Weight.IN_FORCE),
  /// 已注册 / 已登记
  REGISTERED(Weight.IN_FORCE),
  /// 驳回: a review may still revive it.
  REFUSED(Weight.PENDING),
  /// 撤回
  WITHDRAWN(Weight.ENDED),
  /// 视为撤回
  DEEMED_WITHDRAWN(Weight.ENDED),
  /// 放弃
  ABANDONED(Weight.ENDED),
  /// 终止
  CEASED(Weight.ENDED),
  /// 期满
  EXPIRED(Weight.ENDED),
  /// 宣告无效
  INVALIDATED(Weight.ENDED),
  /// 撤销
  CANCELLED(Weight.ENDED),
  /// 中止: whether it is in force, the state it suspends says ([Life#inForce]).
  SUSPENDED(Weight.PENDING);

  private enum Weight {
    PENDING,
    IN_FORCE,
    ENDED
  }

  private final Weight weight;

  LifeStage(Weight weight) {
    this.weight = weight;
  }

  /// Whether a right at this stage can be enforced.
  public boolean inForce() {
    return weight == Weight.IN_FORCE;
  }

  /// Whether nothing is left of it, unless it is restored or renewed.
  public boolean ended() {
    return weight == Weight.ENDED;
  }

  /// `under-examination`: the name in data files, CLI and REST.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Reads a code.
  public static Parsed<LifeStage> parse(String text) {
    String code = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    StringBuilder codes = new StringBuilder();
    for (LifeStage stage : values()) {
      if (stage.code().equals(code)) {
        return Parsed.ok(stage);
      }
      codes.append(codes.isEmpty() ? "" : ", ").append(stage.code());
    }
    return Parsed.refused("life-stage", text, "A stage of life is one of " + codes + ".");
  }
}
