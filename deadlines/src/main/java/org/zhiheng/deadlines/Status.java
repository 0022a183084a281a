package org.zhiheng.deadlines;

import java.util.Locale;

/// How far an answer can be relied on.
public enum Status {
  /// 确定: rule, service and calendar are known.
  CERTAIN,
  /// 暂定: a date can be given, but something it leans on was not read or is not published.
  PROVISIONAL,
  /// 未知: the value could not be confirmed; only the dates that protect are given.
  UNKNOWN;

  /// The weaker of two.
  Status and(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /// `provisional`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
