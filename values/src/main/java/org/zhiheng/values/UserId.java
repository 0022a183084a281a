package org.zhiheng.values;

/// The id of a user: printed `U` and a number (`U42`).
///
/// @param number from 1
public record UserId(long number) implements Comparable<UserId> {

  /// @throws IllegalArgumentException when the number is below 1
  public UserId {
    if (number < 1) {
      throw new IllegalArgumentException("number must be >= 1: " + number);
    }
  }

  /// Reads `U42`, `u42` or `42`.
  public static Parsed<UserId> parse(String text) {
    return Numbered.parse('U', text).map(UserId::new);
  }

  @Override
  public int compareTo(UserId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "U" + number;
  }
}
