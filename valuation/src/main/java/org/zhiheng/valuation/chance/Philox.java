package org.zhiheng.valuation.chance;

/// Random numbers without a state: the n-th number of a case is a function of seed, case and n.
///
/// So a case can be drawn again alone, and it does not matter which thread draws it.
///
/// Source: Philox4x32-10 of Salmon, Moraes, Dror and Shaw, Parallel Random Numbers: As Easy as 1,
/// 2, 3 (SC 2011), recalled; its known answers are in the tests.
final class Philox {

  private static final int ROUNDS = 10;
  private static final long MASK = 0xFFFF_FFFFL;
  private static final long M0 = 0xD251_1F53L;
  private static final long M1 = 0xCD9E_8D57L;
  private static final int W0 = 0x9E37_79B9;
  private static final int W1 = 0xBB67_AE85;

  private Philox() {}

  /// A number in (0, 1), never an end; the middle of one of 2^53 cells.
  ///
  /// @param path which case
  /// @param draw which number of it, at least 0
  static double uniform(long seed, long path, int draw) {
    int[] block =
        block(
            new int[] {(int) path, (int) (path >>> 32), draw >>> 1, 0},
            new int[] {(int) seed, (int) (seed >>> 32)});
    int half = 2 * (draw & 1);
    long bits = ((long) block[half + 1] << 32) | (block[half] & MASK);
    return ((bits >>> 11) + 0.5) * 0x1p-53;
  }

  /// The four words of a block, as the paper numbers them.
  static int[] block(int[] counter, int[] key) {
    int c0 = counter[0];
    int c1 = counter[1];
    int c2 = counter[2];
    int c3 = counter[3];
    int k0 = key[0];
    int k1 = key[1];
    for (int round = 0; round < ROUNDS; round++) {
      long p0 = M0 * (c0 & MASK);
      long p1 = M1 * (c2 & MASK);
      c0 = (int) (p1 >>> 32) ^ c1 ^ k0;
      c2 = (int) (p0 >>> 32) ^ c3 ^ k1;
      c1 = (int) p1;
      c3 = (int) p0;
      k0 += W0;
      k1 += W1;
    }
    return new int[] {c0, c1, c2, c3};
  }
}
