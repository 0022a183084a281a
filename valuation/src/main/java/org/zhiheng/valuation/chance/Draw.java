package org.zhiheng.valuation.chance;

import org.zhiheng.valuation.input.Input;
import org.zhiheng.valuation.input.Unit;

/// How cases are drawn.
///
/// @param hazard chance that the right ends in a year before its time (declared invalid, lapsed),
///   the same each year; below 1
/// @param paths how many cases, 1 to [#PATHS_MAX]
/// @param seed the same seed draws the same cases
public record Draw(Input hazard, int paths, long seed) {

  /// Ten million values stand in 80 MB.
  public static final int PATHS_MAX = 10_000_000;

  /// @throws IllegalArgumentException when a part is out of its range
  public Draw {
    hazard.in(Unit.SHARE_PER_YEAR).within(0, 0.99);
    if (paths < 1 || paths > PATHS_MAX) {
      throw new IllegalArgumentException("paths must be 1.." + PATHS_MAX + ": " + paths);
    }
  }
}
