package org.zhiheng.server.administer;

import java.util.List;
import java.util.Optional;

/// What the pages of the customs duty desk show.
public final class CustomsView {

  private CustomsView() {}

  /// The duty list and the register of recordals.
  ///
  /// @param open how many notices wait for a decision, in words
  public record Desk(String open, List<Row> notices, List<Recordal> recordals) {}

  /// A notice in the list.
  ///
  /// @param state code
  /// @param left in words; empty once it is decided
  /// @param urgency `late`, `near` or `far`
  public record Row(
      String id,
      String state,
      String stateWords,
      String due,
      String left,
      String urgency,
      String right,
      String goods,
      String port,
      String shipper,
      String day) {}

  /// A recordal.
  ///
  /// @param standing `clear`, `warned` or `missing`: in force, about to end, over
  /// @param link to the form that changes it
  /// @param guarantee in words; empty for none
  /// @param guaranteeStanding as of the recordal
  public record Recordal(
      String number,
      String link,
      String right,
      String first,
      String last,
      String standing,
      String left,
      String goods,
      List<String> sellers,
      String guarantee,
      String guaranteeStanding,
      String guaranteeLeft) {}

  /// One notice.
  ///
  /// @param facts names and values of its head
  /// @param bars its clocks as bars of days
  /// @param steps what was done, in words
  /// @param findings what a person should see
  /// @param doable codes of the steps that may be taken now
  /// @param second whether who looks is the one that proposed and so may not sign
  /// @param today as a form takes it
  /// @param typed what was typed
  public record One(
      Row row,
      boolean missed,
      List<Fact> facts,
      List<Bar> bars,
      List<Done> steps,
      List<Found> findings,
      List<String> doable,
      boolean second,
      String today,
      Typed typed,
      List<String> refused) {}

  /// A name and a value.
  public record Fact(String name, String value, String link) {}

  /// A step that was taken.
  public record Done(String what, String on, String by, String at, String text) {}

  /// A finding.
  public record Found(
      String about, String outcome, String outcomeWords, String said, String sources) {}

  /// A clock as a bar of days, from its event to its end, left to right.
  ///
  /// @param title what it is
  /// @param said in words: from when, to when, how many working days
  /// @param left in words
  /// @param urgency `late`, `near` or `far`
  /// @param status code of how sure the date is
  /// @param days of the bar, in order
  /// @param cell the width of a day, in units of the picture
  /// @param today the place of today; none before the bar and after it
  public record Bar(
      String title,
      String said,
      String left,
      String urgency,
      String status,
      String statusWords,
      List<Day> days,
      int cell,
      Optional<Integer> today) {}

  /// A day of a bar.
  ///
  /// @param kind `event`, `worked`, `free` or `due`
  /// @param label shown below it; may be empty
  /// @param said for those who point at it
  public record Day(String kind, String label, String said) {}

  /// What was typed into the form of a step.
  public record Typed(String step, String on, String amount, String text) {}

  /// The form of a recordal.
  public record RecordalForm(
      String number,
      String right,
      String first,
      String last,
      String goods,
      String sellers,
      String guarantee,
      String amount,
      String until,
      String on,
      boolean known,
      List<String> refused) {}

  /// The form of a notice.
  public record NoticeForm(
      String right,
      String on,
      String port,
      String goods,
      String shipper,
      String quantity,
      String worth,
      List<String> refused) {}
}
