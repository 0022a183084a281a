package org.zhiheng.values;

/// The id of a right in the register: printed `R` and a number (`R42`).
///
/// @param number from 1
public record RightId(long number) implements Comparable<RightId> {

  /// @throws IllegalArgumentException when the number is below 1
  public RightId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `R42`, `r42` or `42`.
  public static Parsed<RightId> parse(String text) {
    return Numbered.parse('R', text).map(RightId::new);
  }

  @Override
  public int compareTo(RightId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "R" + number;
  }
}
