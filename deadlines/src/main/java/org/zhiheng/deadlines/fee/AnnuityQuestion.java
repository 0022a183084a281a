package org.zhiheng.deadlines.fee;

import java.time.LocalDate;
import java.util.Set;

/// Which annual fee, and when it is paid.
///
/// @param kind of right
/// @param year the patent year it is for, from 1
/// @param grantYear the patent year in which the right was granted
/// @param end the last day of the payment term before it moves to a working day
/// @param due that day, moved; never before `end`
/// @param graceDue the last day of the grace, moved to a working day
/// @param paidOn the day it is paid
/// @param grounds why less is asked
public record AnnuityQuestion(
    PatentKind kind,
    int year,
    int grantYear,
    LocalDate end,
    LocalDate due,
    LocalDate graceDue,
    LocalDate paidOn,
    Set<Ground> grounds) {

  /// @throws IllegalArgumentException when a year is not positive or the days are out of order
  public AnnuityQuestion {
    grounds = Set.copyOf(grounds);
    if (year < 1 || grantYear < 1) {
      throw new IllegalArgumentException("years must be >= 1: " + year + ", " + grantYear);
    }
    if (due.isBefore(end) || !graceDue.isAfter(due)) {
      throw new IllegalArgumentException(
          "days must be in order: " + end + ", " + due + ", " + graceDue);
    }
  }
}
