package org.zhiheng.similarity.han;

import java.util.List;

/// What is known of a character's form.
///
/// @param codePoint the character
/// @param structure how its parts stand, as the Unicode sign for it (`⿰` side by side, `⿱` one over
///   the other, …); empty when it is not known or the character is of one piece
/// @param components its parts, in order of writing; empty when not known
/// @param strokes how many strokes it is written with; 0 when not known
/// @param fourCorner its four-corner code, digits only; empty when not known
public record HanShape(
    int codePoint, String structure, List<String> components, int strokes, String fourCorner) {

  /// Copies the list.
  public HanShape {
    components = List.copyOf(components);
  }
}
