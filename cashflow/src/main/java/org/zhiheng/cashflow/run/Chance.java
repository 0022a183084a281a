package org.zhiheng.cashflow.run;

/// Random numbers by count: the number of a path, an asset and a use is a function of those and the
/// seed, so that any path can be gone again alone and no order of work matters.
///
/// The mixing function is variant 13 of Stafford's finalizers, as used by SplitMix64 (Steele, Lea
/// and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
final class Chance {

  /// A number is one of so many steps from 0 to 1, by so many bits.
  static final int STEP_BITS = 53;

  static final long STEPS = 1L << STEP_BITS;

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private static final double ULP = 0x1p-53;

  private Chance() {}

  /// What all numbers of a seed begin with.
  static long seed(long seed) {
    return mix(seed + GOLDEN);
  }

  /// What all numbers of a path begin with.
  static long path(long seedKey, long path) {
    return mix(seedKey + path * GOLDEN);
  }

  /// 64 random bits of a path.
  static long bits(long pathKey, int use) {
    return mix(pathKey + (use + 1L) * GOLDEN);
  }

  /// The step that random bits stand for.
  static long step(long bits) {
    return bits >>> (Long.SIZE - STEP_BITS);
  }

  /// The number in `(0, 1)`, never 0 or 1, of a step.
  static double unit(long step) {
    return (step + 0.5) * ULP;
  }

  /// The step of the same use of each path of a block.
  static void steps(long[] pathKeys, int use, long[] steps) {
    long more = (use + 1L) * GOLDEN;
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      steps[lane] = step(mix(pathKeys[lane] + more));
    }
  }

  private static long mix(long at) {
    long z = at;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
