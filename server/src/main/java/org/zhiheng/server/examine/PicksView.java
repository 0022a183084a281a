package org.zhiheng.server.examine;

import java.util.List;

/// Goods and services that a text may mean.
///
/// @param typed the text
/// @param picks what it may mean, best first
/// @param said what is to be said of them, such as that nothing was found; may be empty
public record PicksView(String typed, List<Pick> picks, String said) {

  /// Copies the list.
  public PicksView {
    picks = List.copyOf(picks);
  }

  /// One.
  ///
  /// @param entry as the form holds it once it is chosen
  /// @param name in the table, with the English term where that was found
  /// @param place its class and group in words
  public record Pick(String entry, String name, String place) {}
}
