package org.zhiheng.seeds;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// One seed and the random numbers that follow from it.
///
/// @param number what `-Dseed=` takes to run this case again
/// @param random the numbers; the same seed gives the same ones
public record Seed(long number, RandomGenerator random) {

  /// The seed with this number. Seeds next to each other have nothing in common.
  public static Seed of(long number) {
    return new Seed(number, new SplittableRandom(mixed(number)));
  }

  // The generator steps by a fixed odd number: seeds that lie a multiple of it apart would give the
  // same numbers, shifted. Stafford's variant 13 of the 64-bit finaliser of MurmurHash3.
  private static long mixed(long number) {
    long mixed = number + 1;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /// A whole number in `[from, to)`.
  public int between(int from, int to) {
    return random.nextInt(from, to);
  }

  /// One of these, each as likely.
  ///
  /// @throws IllegalArgumentException when there is nothing to choose from
  public <T> T oneOf(List<T> choices) {
    if (choices.isEmpty()) {
      throw new IllegalArgumentException("choices must not be empty");
    }
    return choices.get(random.nextInt(choices.size()));
  }

  /// True this often, `share` in 0..1.
  public boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /// The number alone: it stands in the test's name.
  @Override
  public String toString() {
    return Long.toString(number);
  }
}
