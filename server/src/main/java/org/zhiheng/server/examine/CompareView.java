package org.zhiheng.server.examine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Two names side by side.
///
/// @param left as typed
/// @param right as typed
/// @param refused what could not be read
/// @param aspects what was compared, in order; empty when nothing was
/// @param order by which rule lists of such pairs are ordered
/// @param rules what the guideline says of the two, in sentences
/// @param asked what names the pictures: fields that the form hands on
/// @param overlay the pictures of both, if both have one that could be read
/// @param uncompared why a picture is not compared; empty where nothing is to be said
public record CompareView(
    String left,
    String right,
    List<String> refused,
    List<Aspect> aspects,
    String order,
    List<String> rules,
    Map<String, String> asked,
    Optional<OverlayView> overlay,
    List<String> uncompared) {

  /// Copies the lists.
  public CompareView {
    refused = List.copyOf(refused);
    aspects = List.copyOf(aspects);
    rules = List.copyOf(rules);
    asked = new TreeMap<>(asked);
    uncompared = List.copyOf(uncompared);
  }

  /// One respect in which they are compared.
  ///
  /// @param code of it, such as `sound`
  /// @param label of it
  /// @param value `.88`; a dash where it was not compared
  /// @param percent 0..100
  /// @param lines sentences
  /// @param strips things laid side by side
  public record Aspect(
      String code,
      String label,
      String value,
      int percent,
      List<String> lines,
      List<Strip> strips) {
    /// Copies the lists.
    public Aspect {
      lines = List.copyOf(lines);
      strips = List.copyOf(strips);
    }
  }

  /// Parts laid side by side.
  ///
  /// @param caption what they are
  /// @param pairs left above right
  public record Strip(String caption, List<Pair> pairs) {
    /// Copies the list.
    public Strip {
      pairs = List.copyOf(pairs);
    }
  }

  /// Two parts.
  ///
  /// @param left above
  /// @param right below
  /// @param style `same`, `near` or `apart`
  /// @param why in words
  public record Pair(String left, String right, String style, String why) {}
}
