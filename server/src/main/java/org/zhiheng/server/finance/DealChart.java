package org.zhiheng.server.finance;

import java.util.List;

/// Cash that came in each period beside what was expected, as bars.
///
/// @param bars oldest first
/// @param top the amount at the top of the scale, in words
/// @param currency of the amounts
public record DealChart(List<Bar> bars, String top, String currency) {

  /// Width of the picture's coordinates.
  public static final int WIDTH = 640;

  /// Height of the picture's coordinates.
  public static final int HEIGHT = 180;

  /// A period.
  ///
  /// @param x left edge of its pair of bars
  /// @param width of each bar
  /// @param expected height of the planned bar
  /// @param actual height of what came
  /// @param says period and amounts, in words
  public record Bar(int x, int width, int expected, int actual, String label, String says) {}
}
