package org.zhiheng.jobs.prove.use;

import java.util.Locale;

/// What the evidence shows for one good, by the rule [UseRule#VERDICT]; from least to most.
public enum UseVerdict {
  /// No evidence of use.
  NONE("无"),
  /// Some, and it falls short of the rule.
  WEAK("薄弱"),
  /// As much as the rule asks for.
  PROVED("已证明");

  private final String zh;

  UseVerdict(String zh) {
    this.zh = zh;
  }

  /// `proved`: the name in data.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// In both languages.
  public Said said() {
    return new Said(zh, code());
  }
}
