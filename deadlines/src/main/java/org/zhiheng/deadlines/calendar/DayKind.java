package org.zhiheng.deadlines.calendar;

/// What a day is in a working calendar.
public enum DayKind {
  /// 工作日: worked, Monday to Friday.
  WORKDAY,
  /// 调休上班: a Saturday or Sunday that a notice makes a working day.
  MAKE_UP,
  /// 周末: a Saturday or Sunday.
  WEEKEND,
  /// 放假: off by a notice or by the regulation.
  HOLIDAY;

  /// Whether offices work.
  public boolean worked() {
    return switch (this) {
      case WORKDAY, MAKE_UP -> true;
      case WEEKEND, HOLIDAY -> false;
    };
  }
}
