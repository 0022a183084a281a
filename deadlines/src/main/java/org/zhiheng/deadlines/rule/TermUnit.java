package org.zhiheng.deadlines.rule;

import java.util.Locale;

/// What a term is counted in.
public enum TermUnit {
  /// 日: calendar days.
  DAYS,
  /// 工作日: days on which the office works.
  WORKING_DAYS,
  /// 个月: to the corresponding day of a later month.
  MONTHS,
  /// 年: to the corresponding day of a later year.
  YEARS;

  /// `working-days`.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
