package org.zhiheng.valuation.method;

/// When in a year what it brings is held to come.
public enum Timing {
  /// 年末.
  YEAR_END,
  /// 年中: spread over the year.
  MID_YEAR
}
