package org.zhiheng.server.examine.filings;

import java.util.List;
import java.util.Optional;

/// The page of marks that must move together.
///
/// @param marks as typed
/// @param purpose `assignment` or `pledge`
/// @param refused what could not be read
/// @param found what was found, once asked
public record AssignmentView(
    String marks, String purpose, List<String> refused, Optional<Found> found) {

  /// Copies the list.
  public AssignmentView {
    refused = List.copyOf(refused);
  }

  /// What an assignment leaves behind.
  ///
  /// @param title the finding in one sentence
  /// @param complete whether nothing is left to do
  /// @param given ids of the marks that move
  /// @param holders ids of the parties whose they are
  /// @param forgotten most urgent first
  /// @param otherGoods named for completeness
  /// @param notCompared ids of marks without words
  /// @param holderUnknown ids of given marks without a known holder
  /// @param basis what it was computed by
  /// @param forComplete what speaks for completeness
  /// @param againstComplete what it cannot see
  /// @param law the articles
  public record Found(
      String title,
      boolean complete,
      List<String> given,
      List<String> holders,
      List<Row> forgotten,
      List<Row> otherGoods,
      List<String> notCompared,
      List<String> holderUnknown,
      List<String> basis,
      List<String> forComplete,
      List<String> againstComplete,
      List<String> law) {
    /// Copies the lists.
    public Found {
      given = List.copyOf(given);
      holders = List.copyOf(holders);
      forgotten = List.copyOf(forgotten);
      otherGoods = List.copyOf(otherGoods);
      notCompared = List.copyOf(notCompared);
      holderUnknown = List.copyOf(holderUnknown);
      basis = List.copyOf(basis);
      forComplete = List.copyOf(forComplete);
      againstComplete = List.copyOf(againstComplete);
      law = List.copyOf(law);
    }
  }

  /// One mark that would stay behind.
  ///
  /// @param right its id
  /// @param name its words
  /// @param number its number
  /// @param stage in words
  /// @param beside id of the mark it is like
  /// @param besideName that mark's words
  /// @param sound likeness
  /// @param shape likeness
  /// @param meaning likeness
  /// @param goods in words
  /// @param duty in words
  /// @param urgent whether it must move
  /// @param reason why it is listed
  /// @param compare address of both side by side
  public record Row(
      String right,
      String name,
      String number,
      String stage,
      String beside,
      String besideName,
      String sound,
      String shape,
      String meaning,
      String goods,
      String duty,
      boolean urgent,
      String reason,
      String compare) {}
}
