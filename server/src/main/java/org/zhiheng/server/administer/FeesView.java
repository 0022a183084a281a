package org.zhiheng.server.administer;

import java.util.List;

/// What must be paid for all rights.
///
/// @param until fees due by this day, as a date field holds it
/// @param relief as a code
/// @param rows the first fees
/// @param totals by currency, in words
/// @param said what is shown, in words
/// @param unknown what nobody can say
/// @param tooMany whether there are more rights than a page counts
public record FeesView(
    String until,
    String relief,
    List<Row> rows,
    List<String> totals,
    String said,
    List<String> unknown,
    boolean tooMany) {

  /// A fee.
  public record Row(
      String right,
      String title,
      String number,
      String fee,
      String due,
      String left,
      String urgency,
      String grace,
      String full,
      String reduced,
      String surcharge,
      String total) {}
}
