package org.zhiheng.deadlines.rule;

/// How a term is counted.
public enum Counting {
  /// The first day is not counted; months and years end on the corresponding day or the month's
  /// last; a last day that is off moves to the next working day.
  AFTER_EVENT,
  /// The same, but the last day does not move.
  AFTER_EVENT_FIXED,
  /// A term of protection: it ends the day before the corresponding day, or on the month's last day
  /// where there is none, and does not move.
  TERM_OF_PROTECTION,
  /// A term of validity whose text does not say whether it ends on the corresponding day or on the
  /// day before: the day before is safe, the corresponding day can be argued.
  TERM_OF_VALIDITY,
  /// Whole months from the first day of the month after the event. The last day of the last month
  /// is safe; that the first day does not count, and so the day after is the last, can be argued.
  FROM_NEXT_MONTH
}
