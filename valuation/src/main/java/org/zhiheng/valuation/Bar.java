package org.zhiheng.valuation;

import org.zhiheng.valuation.input.Input;

/// A bar of a tornado chart: what one figure does to the value when the others stay.
///
/// @param input the figure
/// @param atLow the value when it is at its lowest
/// @param atHigh the value when it is at its highest
public record Bar(Input input, double atLow, double atHigh) {

  /// How far apart the two are.
  public double swing() {
    return Math.abs(atHigh - atLow);
  }
}
