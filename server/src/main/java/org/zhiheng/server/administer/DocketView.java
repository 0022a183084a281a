package org.zhiheng.server.administer;

import java.util.List;
import java.util.Optional;

/// What the docket of one right shows.
///
/// @param right its id
/// @param title of the right
/// @param number as the register shows it
/// @param open deadlines that run or were missed and are not closed
/// @param done all others
/// @param fees what keeps it alive today
/// @param feesSaid why nothing stands there, or that restoration alone is left
/// @param relief that the right's record says, in words; empty for none
/// @param broken what could not be counted
/// @param refused why a change was refused
public record DocketView(
    String right,
    String title,
    String number,
    List<Item> open,
    List<Item> done,
    List<Fee> fees,
    String feesSaid,
    String relief,
    List<String> broken,
    List<String> refused) {

  /// A deadline.
  ///
  /// @param steps how it was counted
  /// @param state code
  /// @param history who said what of it
  public record Item(
      String key,
      String what,
      String kind,
      String who,
      String event,
      String due,
      String warnBy,
      String latest,
      boolean spread,
      String status,
      String statusWords,
      String state,
      String stateWords,
      String urgency,
      Optional<String> parent,
      boolean beforeRecord,
      String assigned,
      List<Step> steps,
      List<String> history,
      boolean closable,
      boolean closed) {}

  /// A step of counting.
  public record Step(String day, String words, String source) {}

  /// A fee.
  public record Fee(
      String what,
      String due,
      String grace,
      String full,
      String reduced,
      String surcharge,
      String total,
      String sources) {}
}
