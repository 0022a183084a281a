package org.zhiheng.jobs.examine.assignment;

import java.util.Locale;

/// How near what two marks stand for is.
public enum GoodsNearness {
  /// 相同或类似: the same, or similar, for at least one item of each.
  SAME_OR_SIMILAR,
  /// 仅同类: a class in common and, as far as the groups tell, no similar goods.
  CLASS_ONLY,
  /// 不类似: nothing in common that the table knows of.
  UNRELATED,
  /// 不明: the register does not say enough.
  UNKNOWN;

  /// `same-or-similar`: the name in data.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
