package org.zhiheng.deadlines.rule;

import java.util.List;

/// A case in which a rule says something else; it wins over the base case.
///
/// @param when the fact that makes the case, such as `design`
/// @param spans what holds then
public record SpecialCase(String when, List<Span> spans) {

  /// Holds the list unchangeable.
  public SpecialCase {
    spans = List.copyOf(spans);
  }
}
