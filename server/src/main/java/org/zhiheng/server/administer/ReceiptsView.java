package org.zhiheng.server.administer;

import java.util.List;

/// Receipts of fees, and the forms that write one, or relief, down.
///
/// @param said how many, in words
/// @param rows the receipts
/// @param cut whether there are more rights than were looked through
/// @param receipt what was typed of a receipt
/// @param relief what was typed of relief
/// @param standing the relief that the right's record says, in words; empty for none
/// @param refused why it was refused
public record ReceiptsView(
    String said,
    List<Row> rows,
    boolean cut,
    Receipt receipt,
    Relief relief,
    String standing,
    List<String> refused) {

  /// A receipt.
  public record Row(
      String right,
      String title,
      String number,
      String on,
      String amount,
      String payer,
      String what,
      String closedBy) {}

  /// What was typed of a receipt.
  public record Receipt(
      String right, String deadline, String number, String on, String amount, String payer) {}

  /// What was typed of relief.
  public record Relief(String right, String kind, String year, String applicant, String from) {}
}
