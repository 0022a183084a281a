package org.zhiheng.valuation.indicator;

import org.zhiheng.valuation.input.Source;

/// A figure about the right that the register or a file knows.
///
/// @param name as the tree's file names it: `family-offices`
/// @param figure finite
/// @param source where it comes from
public record Fact(String name, double figure, Source source) {

  /// @throws IllegalArgumentException when the figure is not finite
  public Fact {
    if (!Double.isFinite(figure)) {
      throw new IllegalArgumentException(name + " must be a finite number: " + figure);
    }
  }
}
