package org.zhiheng.server.govern;

import java.util.List;

/// Claims and figures in the words of a page.
///
/// @param claims in their order
/// @param figures as published
/// @param imported how many rights this workspace has, to stand beside them
public record ClaimsView(List<Row> claims, List<Figure> figures, String imported) {

  /// A claim.
  ///
  /// @param checked as a code
  /// @param place the page that shows it; empty where this is it
  public record Row(
      String claim,
      String found,
      String checked,
      String checkedWords,
      String source,
      String address,
      String place) {}

  /// A published figure.
  public record Figure(
      String name,
      String value,
      String asOf,
      String definition,
      String change,
      String warning,
      String source,
      String address) {}
}
