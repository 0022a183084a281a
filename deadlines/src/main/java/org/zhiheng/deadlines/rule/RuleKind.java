package org.zhiheng.deadlines.rule;

import java.util.Locale;

/// What sort of time a rule speaks of. The sorts are never mixed: a window that closes is no
/// deadline that was missed, and an office's target binds nobody.
public enum RuleKind {
  /// 法定期限: fixed by law.
  STATUTORY_DEADLINE("法定期限", "statutory deadline"),
  /// 指定期限: set by the office, and extendable where the rule says so.
  SPECIFIED_DEADLINE("指定期限", "specified deadline"),
  /// 可选期间: a right that may be used until then; nothing is lost but the chance.
  OPTIONAL_WINDOW("可选期间", "optional window"),
  /// 法定审查期限: the office must have acted by then.
  OFFICE_LIMIT("法定审查期限", "statutory limit on the office"),
  /// 服务承诺时限: what the office promises.
  SERVICE_TARGET("服务承诺时限", "service target"),
  /// 资格条件: from then on something may be asked for, or a right runs no longer.
  ELIGIBILITY_CONDITION("资格条件", "eligibility condition");

  private final String zh;
  private final String en;

  RuleKind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /// In Chinese.
  public String zh() {
    return zh;
  }

  /// In English.
  public String en() {
    return en;
  }

  /// `statutory-deadline`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
