package org.zhiheng.server.examine;

import java.util.List;
import java.util.Optional;
import org.zhiheng.server.page.Reason;

/// The page of an examination.
///
/// @param form what was typed
/// @param refused what could not be read, in words
/// @param found what was found, if anything was asked
/// @param today what the law's date is when none is typed
/// @param records newest kept examinations
/// @param goodsTable the goods table in use; empty when none is imported
/// @param picks goods that the text in the picker may mean
/// @param picture address of the picture that is asked about; empty for none
public record ExamineView(
    ExamineForm form,
    List<String> refused,
    Optional<Found> found,
    String today,
    List<KeptRow> records,
    String goodsTable,
    PicksView picks,
    String picture) {

  /// Copies the lists.
  public ExamineView {
    refused = List.copyOf(refused);
    records = List.copyOf(records);
  }

  /// What was found.
  ///
  /// @param title the finding as a sentence
  /// @param said what was asked, of how many marks, how fast
  /// @param law why the law of that day is applied
  /// @param rows the marks
  /// @param reasons of all rows, for the drawer
  /// @param cautions what was not looked at
  /// @param grounds what stands against the sign itself
  /// @param basis index, order rule, list digest
  /// @param next what to do next
  public record Found(
      String title,
      String said,
      Reason law,
      List<Row> rows,
      List<Reason> reasons,
      List<String> cautions,
      List<Ground> grounds,
      List<Reason.Line> basis,
      String next) {
    /// Copies the lists.
    public Found {
      rows = List.copyOf(rows);
      reasons = List.copyOf(reasons);
      cautions = List.copyOf(cautions);
      grounds = List.copyOf(grounds);
      basis = List.copyOf(basis);
    }
  }

  /// One earlier mark.
  ///
  /// @param rank from 1
  /// @param right its id
  /// @param name its words
  /// @param reading how it is read aloud; may be empty
  /// @param meta holder and days
  /// @param goods how near the goods stand; may be empty
  /// @param bars the four scores
  /// @param why reasons in sentences
  /// @param reason what the drawer shows
  /// @param standing whether it can stand in the way, in words
  /// @param aside whether it cannot
  /// @param compare address of the two side by side
  /// @param picture address of its picture, small; empty for none
  public record Row(
      int rank,
      String right,
      String name,
      String reading,
      String meta,
      String goods,
      List<Bar> bars,
      List<String> why,
      Reason reason,
      String standing,
      boolean aside,
      String compare,
      String picture) {
    /// Copies the lists.
    public Row {
      bars = List.copyOf(bars);
      why = List.copyOf(why);
    }
  }

  /// One score.
  ///
  /// @param label of the aspect
  /// @param value as `.88`; empty when it was not compared
  /// @param percent 0..100, for the bar
  public record Bar(String label, String value, int percent) {}

  /// One absolute ground.
  ///
  /// @param article where it stands
  /// @param text why
  /// @param part of the sign it is about
  public record Ground(String article, String text, String part) {}

  /// A kept examination in a list.
  ///
  /// @param id of it
  /// @param name that was examined
  /// @param at when, in words
  /// @param by who
  public record KeptRow(String id, String name, String at, String by) {}
}
