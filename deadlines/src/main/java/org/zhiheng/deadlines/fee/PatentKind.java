package org.zhiheng.deadlines.fee;

/// Whose annual fees.
public enum PatentKind {
  /// 发明专利, of 20 years.
  INVENTION_PATENT,
  /// 实用新型, of 10 years.
  UTILITY_MODEL,
  /// 外观设计, of 15 years since 2021-06-01.
  DESIGN
}
