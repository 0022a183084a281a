package org.zhiheng.cashflow.run;

/// Random numbers of the paths of a block: the first ones of each, drawn for all of them together,
/// and any other when it is asked for. It makes no difference to a number which of the two it is.
/// One for each thread.
final class SimNumbers {

  private final long seedKey;

  /// By path: what its numbers begin with.
  private final long[] keys = new long[Lanes.COUNT];

  /// By number and path, as steps.
  private final long[][] first;

  /// @param count numbers that most paths need
  SimNumbers(long seed, int count) {
    seedKey = Chance.seed(seed);
    first = new long[count][Lanes.COUNT];
  }

  /// Begins a block.
  void begin(long from, int paths) {
    for (int lane = 0; lane < paths; lane++) {
      keys[lane] = Chance.path(seedKey, from + lane);
    }
    for (int use = 0; use < first.length; use++) {
      Chance.steps(keys, use, first[use]);
    }
  }

  /// Puts one path in a block.
  void put(long path, int lane) {
    keys[lane] = Chance.path(seedKey, path);
    for (int use = 0; use < first.length; use++) {
      first[use][lane] = Chance.step(Chance.bits(keys[lane], use));
    }
  }

  /// How many are drawn together.
  int count() {
    return first.length;
  }

  /// Looks up what follows from one of the first numbers of all paths.
  void tell(SimNext table, int use, int[] told) {
    long[] steps = first[use];
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      told[lane] = table.next(steps[lane]);
    }
  }

  /// A number of a path, as one of 2^53 steps from 0 to 1.
  ///
  /// @param use 0 or more: those that follow one another; others are any
  long step(int use, int lane) {
    return use >= 0 && use < first.length
        ? first[use][lane]
        : Chance.step(Chance.bits(keys[lane], use));
  }

  /// The same in `(0, 1)`.
  double unit(int use, int lane) {
    return Chance.unit(step(use, lane));
  }
}
