package org.zhiheng.server.right;

import java.util.List;
import java.util.Optional;
import org.zhiheng.server.page.Reason;

/// What the page of one right shows, in the reader's language.
///
/// @param id `R42`
/// @param title of the right
/// @param kind in words
/// @param patent whether it is one
/// @param stage code of the stage
/// @param standing the state in plain words, with its date
/// @param why where the state comes from; empty where nothing is known
/// @param next the one thing to do next
/// @param facts two columns of them
/// @param life the time line
/// @param interests standing and ended
/// @param family other members
/// @param citations documents cited
/// @param summary the abstract; empty for none
/// @param claims full text
/// @param goods of a mark
/// @param events in the order of their dates
/// @param objections where the events contradict each other, and what should be looked at
/// @param reasons all of the page
/// @param own whether the reader's organisation keeps it
/// @param shares ids of the organisations it is shared with
/// @param sample what it says of itself when it is sample data; empty when it is not
/// @param figure address of the mark's picture; empty for none
public record RightView(
    String id,
    String title,
    String kind,
    boolean patent,
    String stage,
    String standing,
    Optional<Reason> why,
    Next next,
    List<Line> facts,
    TimeLine life,
    List<InterestLine> interests,
    List<FamilyLine> family,
    List<CitationLine> citations,
    String summary,
    List<String> claims,
    List<String> goods,
    List<EventLine> events,
    List<String> objections,
    List<Reason> reasons,
    boolean own,
    List<String> shares,
    String sample,
    String figure) {

  /// Copies the lists.
  public RightView {
    facts = List.copyOf(facts);
    interests = List.copyOf(interests);
    family = List.copyOf(family);
    citations = List.copyOf(citations);
    claims = List.copyOf(claims);
    goods = List.copyOf(goods);
    events = List.copyOf(events);
    objections = List.copyOf(objections);
    reasons = List.copyOf(reasons);
    shares = List.copyOf(shares);
  }

  /// The one thing to do next.
  ///
  /// @param text what and why; empty for nothing
  /// @param label of the button
  /// @param link where it leads
  /// @param pressing whether waiting does harm
  public record Next(String text, String label, String link, boolean pressing) {}

  /// A fact.
  ///
  /// @param label what it is
  /// @param value how it stands
  /// @param link where it leads; empty for nowhere
  /// @param why where it comes from, if that can be told
  public record Line(String label, String value, String link, Optional<Reason> why) {
    /// A fact alone.
    static Line of(String label, String value) {
      return new Line(label, value, "", Optional.empty());
    }
  }

  /// An interest.
  ///
  /// @param what kind
  /// @param who has it
  /// @param number under which it is recorded
  /// @param from first day
  /// @param until last day of its term
  /// @param ended the day it ended
  /// @param stands whether it stands today
  /// @param event that recorded it
  public record InterestLine(
      String what,
      String who,
      String number,
      String from,
      String until,
      String ended,
      boolean stands,
      String event) {}

  /// Another member of the family.
  ///
  /// @param office in words
  /// @param number as printed
  /// @param link where we have it; empty when we do not
  public record FamilyLine(String office, String number, String link) {}

  /// A cited document.
  public record CitationLine(
      String number, String text, String category, String phase, String on) {}

  /// An event.
  ///
  /// @param id `E42`
  /// @param on its date
  /// @param what kind
  /// @param says its details; may be empty
  /// @param source file and line
  /// @param recorded when and by whom
  /// @param logged whether the log has it
  /// @param document that came with it
  public record EventLine(
      String id,
      String on,
      String what,
      String says,
      String source,
      String recorded,
      boolean logged,
      Optional<Document> document) {}

  /// An attached document.
  ///
  /// @param link where its bytes are
  /// @param name of the file
  /// @param size in words
  /// @param preview how it can be looked at here
  /// @param uncompared why a mark's figure is not compared by it; empty where that is not so
  public record Document(
      String link, String name, String size, Preview preview, String uncompared) {}

  /// How a document can be looked at in the page.
  public enum Preview {
    /// In a frame.
    PDF,
    /// As a picture.
    IMAGE,
    /// It cannot; it is saved.
    NONE
  }
}
